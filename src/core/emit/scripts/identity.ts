import type { GivenKeys } from '../../plan/node';
import {
  blank,
  comment,
  type Expression,
  fn,
  ifThen,
  it,
  not,
  ref,
  type Step,
  seq,
  text,
  tuple,
  val,
} from '../scala/expression';
import { columns, doneBefore, stepDone, stopIf } from '../scala/phrases';
import { areFree } from './given-keys';
import { isActive, isInMode, isRunning } from './preconditions';
import { defHeld, defUsageOf, isInKms, ownAnnouncements, uidOf } from './questions';
import type { Script } from './script';
import { usageValue } from './specs';
import { nameOf, nodeVal, type Subject } from './subject';
import { limitVal, waitUntil } from './waiting';

/** Names that the node itself would give these keys: with others it would make its own beside them. */
const keys = [
  { answer: 'namespace', suffix: '-namespace', usage: 'namespace', public: 'namespacePublic' },
  { answer: 'sequencerAuth', suffix: '-sequencer-auth', usage: 'sequencer-auth', public: 'authPublic' },
  { answer: 'signing', suffix: '-signing', usage: 'signing', public: 'protocolPublic' },
  { answer: 'encryption', suffix: '-encryption', usage: 'encryption', public: 'encryptionPublic' },
] as const;
type Key = (typeof keys)[number];

/** Gives a new node its identity from KMS keys that exist already. */
export function identity(subject: Subject, given: GivenKeys): Script {
  const { index, stem, node } = subject;
  return {
    id: `identity-${index}`,
    name: `identity-${stem}`,
    purpose: `Gives ${node.name} its identity, from keys that exist in the KMS.`,
    nodes: [index],
    runs: 'remote',
    about: [
      'Gives the new node its identity from KMS keys that exist already, and announces them.',
      'A second run changes nothing; after an interruption it goes on where the first one stopped.',
    ],
    body: () => body(subject, given),
  };
}

function body(subject: Subject, given: GivenKeys): readonly Step[] {
  const { at, console, index, node } = subject;
  const own = node.kind === 'participant' ? keys : keys.slice(0, 3);
  const path = `nodes.${index}`;
  const hasIdentity = at.call('health.has_identity');
  const rootKey = fn('k', (k) => k.dot('publicKey.fingerprint').eq(at.call('namespace').dot('fingerprint')));
  const nameOfKey = (key: Key): Expression => nameOf(subject).op('+', key.suffix);
  return [
    nodeVal(subject),
    limitVal(console),
    val('identifier', text(node.identifier === '' ? node.name : node.identifier, `${path}.identifier`)),
    comment('What each key is for, its name, its id in the KMS'),
    val(
      'keys',
      seq(
        ...own.map((key) =>
          tuple(key.usage, nameOfKey(key), text(given[key.answer], `${path}.custody.keys.${key.answer}`)),
        ),
      ),
    ),
    blank,
    comment('1. Show what will be used, before anything is changed'),
    columns('KEY', 'usage', 'name', 'kmsKeyId'),
    ref('keys').dot(
      'foreach',
      fn('k', (k) => columns('KEY', k.dot('_1'), k.dot('_2'), k.dot('_3'))),
    ),
    blank,
    comment('2. Preconditions'),
    stopIf(
      ref('keys').dot('map', it.dot('_3')).dot('distinct.size').ne(ref('keys').dot('size')),
      'one KMS key stands in two roles',
    ),
    isRunning(subject),
    isActive(subject),
    defHeld(subject),
    isInMode(subject),
    ifThen(hasIdentity, [
      stopIf(at.call('uid').dot('identifier.unwrap').ne(ref('identifier')), 'the node is ', uidOf(at), ' already'),
      stopIf(
        not(
          ref('held')
            .dot('filter', rootKey)
            .dot('exists', isInKms(it, ref('keys').dot('head._3'))),
        ),
        'the root key of the node is not ',
        ref('keys').dot('head._3'),
      ),
      doneBefore('identity ', uidOf(at)),
    ]),
    defUsageOf(),
    val('announced', ifThen(hasIdentity, ownAnnouncements(subject), seq())),
    ifThen(ref('announced').dot('isEmpty'), areFree()),
    blank,
    ifThen(ref('announced').dot('nonEmpty'), doneBefore('keys announced, nothing is left to do'), [
      ...register(subject, own),
      ...identify(subject),
      ...certify(subject),
      ...announce(subject, own),
    ]),
    blank,
    ...last(subject),
  ];
}

function register(subject: Subject, own: readonly Key[]): readonly Step[] {
  const { at, console } = subject;
  return [
    comment('3. Register the keys. The same call again changes nothing; another name or usage is refused'),
    ...own.map((key, position) => {
      const kmsKeyId = ref('keys').of(position).dot('_3');
      const name = ref('keys').of(position).dot('_2');
      const registered =
        key.usage === 'encryption'
          ? at.call('keys.secret.register_kms_encryption_key', { kmsKeyId, name })
          : at.call('keys.secret.register_kms_signing_key', { kmsKeyId, usage: usageValue(key.usage, console), name });
      return val(key.public, registered);
    }),
    stepDone('3', own.length === 4 ? 'four' : 'three', ' keys registered'),
  ];
}

function identify(subject: Subject): readonly Step[] {
  const { at, console } = subject;
  const ready = at
    .call('health.is_ready_for_node_topology')
    .or(at.call('health.is_ready_for_initialization'))
    .or(at.call('health.initialized'));
  return [
    comment('4. Set the identity. On a node that has one this call would wait for ever, hence the question'),
    val('namespace', console.call('Namespace', { fingerprint: ref('namespacePublic').dot('fingerprint') })),
    ifThen(not(at.call('health.has_identity')), [
      at.call('topology.init_id_from_uid', {
        identifier: console.call('UniqueIdentifier.tryCreate', { id: ref('identifier'), namespace: ref('namespace') }),
      }),
      stepDone('4', 'identity ', uidOf(at)),
    ]),
    waitUntil(console, ready, nameOf(subject), ' is not ready for its keys'),
  ];
}

function certify({ at, console }: Subject): readonly Step[] {
  const certificates = at.call('topology.namespace_delegations.list', {
    store: console.call('TopologyStoreId.Authorized'),
    filterNamespace: ref('namespace').dot('toProtoPrimitive'),
  });
  return [
    comment('5. The root certificate'),
    ifThen(
      certificates.dot('isEmpty'),
      [
        at.call('topology.namespace_delegations.propose_delegation', {
          namespace: ref('namespace'),
          targetKey: ref('namespacePublic'),
          delegationRestriction: console.call('CanSignAllMappings'),
        }),
        stepDone('5', 'root certificate written'),
      ],
      doneBefore('root certificate'),
    ),
  ];
}

function announce({ at }: Subject, own: readonly Key[]): readonly Step[] {
  const announced = own
    .slice(1)
    .map((key) => tuple(ref(key.public).dot('fingerprint'), ref(key.public).dot('purpose')));
  return [
    comment('6. Announce the keys, all in one call: with single calls the node would go on before the last one'),
    at.call('topology.owner_to_key_mappings.add_keys', { keys: seq(...announced) }),
    stepDone('6', 'keys announced'),
  ];
}

/** Never `wait_for_initialized`: a sequencer or mediator waits for the synchronizer's bootstrap, and so would the script. */
function last(subject: Subject): readonly Step[] {
  const { at, console, node } = subject;
  const participant = node.kind === 'participant';
  const condition = participant
    ? at.call('health.initialized')
    : at.call('health.is_ready_for_initialization').or(at.call('health.initialized'));
  return [
    comment(
      participant
        ? '7. The participant goes on by itself. The new state'
        : `7. The ${node.kind} waits for the bootstrap of the synchronizer now. The new state`,
    ),
    waitUntil(
      console,
      condition,
      nameOf(subject),
      participant ? ' has not come up' : ' is not ready for the bootstrap',
    ),
    columns('STATE', 'uid', uidOf(at)),
    ownAnnouncements(subject)
      .dot('flatMap', it.dot('item.keys'))
      .dot(
        'foreach',
        fn('k', (k) => columns('STATE', 'mapped', k.dot('purpose.name'), k.dot('fingerprint.unwrap'))),
      ),
  ];
}
