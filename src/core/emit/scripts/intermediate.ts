import type { Intermediate } from '../../plan/node';
import { nodeOn } from '../scala/console';
import {
  blank,
  comment,
  def,
  type Expression,
  fn,
  ifThen,
  it,
  ref,
  type Step,
  some,
  text,
  val,
  when,
} from '../scala/expression';
import { columns, doneBefore, next, stepDone, stop, stopIf, stopUnless } from '../scala/phrases';
import { isInitialised, isInMode } from './preconditions';
import { announcements, defHeld, delegations, isInKms, isNamed } from './questions';
import type { Script } from './script';
import { nameOf, nodeVal, type Subject } from './subject';
import { storeOf } from './synchronizers';
import { limitVal, waitUntil } from './waiting';

type On = Extract<Intermediate, { type: 'on' }>;

/** Lets a second key sign for the namespace, so that the root key can be taken out of reach. */
export function delegate(subject: Subject, intermediate: On): Script {
  const { index, stem, node } = subject;
  return {
    id: `delegate-${index}`,
    name: `delegate-${stem}`,
    purpose: `Lets a second key sign for the namespace of ${node.name}, so that its root key can be put away.`,
    nodes: [index],
    runs: 'remote',
    about: [
      'Lets a second key sign for the namespace, so that the root key can be put away. A second run changes nothing.',
    ],
    body: () => body(subject, intermediate),
  };
}

function body(subject: Subject, { keyId, restriction }: On): readonly Step[] {
  const { at, console, index, node } = subject;
  const external = node.custody.type === 'external';
  const path = `nodes.${index}.intermediate`;
  const given = keyId !== '';
  const [id, name] = [ref('kmsKeyId'), ref('name')];
  const root = at.call('namespace').dot('fingerprint');
  const mine = given ? fn('k', (k) => isNamed(k, name).or(isInKms(k, id))) : isNamed(it, name);
  const restricted = {
    'all-but-namespace-delegations': console.call('CanSignAllButNamespaceDelegations'),
    'all-mappings': console.call('CanSignAllMappings'),
  } as const;
  const namespaceOnly = console.call('SigningKeyUsage.NamespaceOnly');
  const checks = (k: Expression): readonly Step[] => [
    ...(given
      ? [
          stopUnless(
            isNamed(k, name).and(isInKms(k, id)),
            k.dot('publicKey.fingerprint.unwrap'),
            ' has the same name or key id, but not both',
          ),
        ]
      : []),
    stopIf(k.dot('publicKey.fingerprint').eq(root), 'this is the root key itself'),
    k
      .dot('publicKey')
      .match(
        when(
          { name: 's', type: 'SigningPublicKey' },
          stopIf(
            ref('s').dot('usage').ne(namespaceOnly),
            'the key is for ',
            ref('s').dot('usage').dot('map', it.dot('identifier')).dot('mkString', ','),
          ),
        ),
        when('_', stop('an encryption key is called ', name)),
      ),
  ];
  const known = ref('known').dot('map', it.dot('publicKey')).dot('flatMap', it.dot('asSigningKey')).dot('headOption');
  const key = given
    ? at.call('keys.secret.register_kms_signing_key', { kmsKeyId: id, usage: namespaceOnly, name })
    : known.dot('getOrElse', at.call('keys.secret.generate_signing_key', { name, usage: namespaceOnly }));
  return [
    nodeVal(subject),
    ...(given ? [val('kmsKeyId', text(keyId, `${path}.keyId`))] : []),
    val('name', nameOf(subject).op('+', '-intermediate')),
    limitVal(console),
    blank,
    comment('1. Preconditions'),
    ...isInitialised(subject),
    defHeld(subject),
    isInMode(subject),
    stopUnless(
      ref('held').dot('exists', it.dot('publicKey.fingerprint').eq(root)),
      nameOf(subject),
      ' does not hold its root key: sign the delegation where that key is',
    ),
    val('known', ref('held').dot('filter', mine)),
    stopIf(ref('known').dot('size').op('>', 1), 'the name and the key id belong to several keys'),
    ref('known').dot('foreach', fn('k', checks)),
    blank,
    comment('2. The key'),
    val('key', key),
    ifThen(
      ref('known').dot('isEmpty'),
      columns('STEP 2: made known', ref('key').dot('fingerprint.unwrap')),
      columns('DONE BEFORE: made known', ref('key').dot('fingerprint.unwrap')),
    ),
    blank,
    comment('3. The delegation, signed by the root key'),
    def('delegated', delegations(subject, { filterTargetKey: some(ref('key').dot('fingerprint')) })),
    ifThen(
      ref('delegated').dot('isEmpty'),
      [
        at.call('topology.namespace_delegations.propose_delegation', {
          namespace: at.call('namespace'),
          targetKey: ref('key'),
          delegationRestriction: restricted[restriction],
        }),
        stepDone('3', 'delegated'),
      ],
      [
        stopIf(
          ref('delegated').dot('exists', it.dot('item.restriction').ne(restricted[restriction])),
          'the key has a delegation already, and another one: ',
          ref('delegated').dot('map', it.dot('item.restriction')).dot('mkString', ', '),
        ),
        doneBefore('delegated'),
      ],
    ),
    blank,
    ...arrived(subject),
    delegations(subject).dot(
      'foreach',
      fn('d', (d) =>
        columns(
          'STATE',
          'may sign',
          d.dot('item.target.fingerprint.unwrap'),
          d.dot('item.restriction.toString'),
          ifThen(d.dot('item.target.fingerprint').eq(root), 'root', 'intermediate'),
        ),
      ),
    ),
    next(
      external
        ? 'the root key may be disabled in the KMS, not deleted; it is needed again for every change of a delegation'
        : 'keep the root key, it is needed again for every change of a delegation',
    ),
  ];
}

/** A participant knows which synchronizers it is connected to; a sequencer or mediator belongs to one, which has its keys. */
function arrived(subject: Subject): readonly Step[] {
  const { at, console } = subject;
  const shows = (store: Expression) =>
    at
      .call('topology.namespace_delegations.list', {
        store,
        filterNamespace: at.call('namespace').dot('toProtoPrimitive'),
        filterTargetKey: some(ref('key').dot('fingerprint')),
      })
      .dot('nonEmpty');
  return [
    comment('4. Wait, with a limit, until every connected synchronizer shows it, then the new state'),
    waitUntil(console, everywhere(subject, shows), 'the synchronizers do not show the delegation of ', nameOf(subject)),
  ];
}

function everywhere(subject: Subject, shows: (store: Expression) => Expression): Expression {
  const { settings, node, console } = subject;
  if (node.kind === 'participant') {
    return nodeOn(settings.release, node.kind, ref('node'))
      .call('synchronizers.list_connected')
      .dot(
        'forall',
        fn('s', (s) => shows(storeOf(settings.release, s))),
      );
  }
  return announcements(subject)
    .dot('map', it.dot('context.storeId'))
    .dot('filter', it.ne(console.call('TopologyStoreId.Authorized')))
    .dot(
      'forall',
      fn('s', (s) => shows(s)),
    );
}
