import { comment, fn, ifThen, it, not, ref, type Step, seq, tuple, val } from '../scala/expression';
import { columns, doneBefore, stepDone } from '../scala/phrases';
import { ownAnnouncements, uidOf } from './questions';
import { usageValue } from './specs';
import { nameOf, type Subject } from './subject';
import { waitUntil } from './waiting';

/** What gives a new node its identity, step by step. */

/** Names that the node itself would give these keys: with others it would make its own beside them. */
export const keys = [
  { answer: 'namespace', suffix: '-namespace', usage: 'namespace', public: 'namespacePublic' },
  { answer: 'sequencerAuth', suffix: '-sequencer-auth', usage: 'sequencer-auth', public: 'authPublic' },
  { answer: 'signing', suffix: '-signing', usage: 'signing', public: 'protocolPublic' },
  { answer: 'encryption', suffix: '-encryption', usage: 'encryption', public: 'encryptionPublic' },
] as const;
export type Key = (typeof keys)[number];

export function register(subject: Subject, own: readonly Key[]): readonly Step[] {
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

export function identify(subject: Subject): readonly Step[] {
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

export function certify({ at, console }: Subject): readonly Step[] {
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

export function announce({ at }: Subject, own: readonly Key[]): readonly Step[] {
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
export function last(subject: Subject): readonly Step[] {
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
