import { type Expression, fn, it, not, ref, type Step, text, tuple, val } from '../scala/expression';
import { stopIf, stopUnless } from '../scala/phrases';
import { announcements, delegations, isHeld, uidOf } from './questions';
import { nameOf, type Subject } from './subject';
import { withoutLeft } from './synchronizers';

/** What scripts rely on before they change anything. */

/** Asked first: of a node that doesn't answer, the other questions say no, or throw. */
export function isRunning(subject: Subject): Expression {
  return stopUnless(subject.at.call('health.is_running'), nameOf(subject), ' does not answer');
}

/** It is the one of its replicas that works; this is known of a node without an identity, too. */
export function isActive(subject: Subject): Expression {
  const active = subject.at.call('health.active');
  return stopUnless(active, nameOf(subject), ' is a passive replica: run this against the active one');
}

/** The node has its identity and its keys, and is the one of its replicas that works. */
export function isInitialised(subject: Subject): readonly Step[] {
  return [
    isRunning(subject),
    stopUnless(subject.at.call('health.initialized'), nameOf(subject), ' is not initialised'),
    isActive(subject),
  ];
}

/** The console may know another node by this name, of a test network for example. */
export function isOfInventory({ at, seen }: Subject): readonly Expression[] {
  if (seen === undefined || seen.uid === '') return [];
  const uid = text(seen.uid, seen.path);
  return [stopIf(uidOf(at).ne(uid), 'this is ', uidOf(at), ', the inventory was of ', uid)];
}

/** The node keeps its keys where the plan says; else the plan is about another node, or another time. Needs `held`. */
export function isInMode(subject: Subject): Expression {
  const mode = subject.node.custody.type;
  const clear = fn('k', (k) => k.dot('kmsKeyId.isEmpty').and(k.dot('wrapperKeyId.isEmpty')));
  const agrees = {
    external: it.dot('kmsKeyId.isDefined'),
    envelope: it.dot('wrapperKeyId.isDefined'),
    none: clear,
  } as const;
  const said = {
    external: ' holds keys that are not in a KMS',
    envelope: ' holds keys that are not encrypted with a wrapper key',
    none: ' holds keys that are in a KMS, or encrypted with a key of one',
  } as const;
  return stopUnless(ref('held').dot('forall', agrees[mode]), nameOf(subject), said[mode]);
}

/** Stops when the node's own list of announced keys and those of the synchronizers differ, as they may after a restore. */
export function listsAgree(subject: Subject): readonly Step[] {
  const states = ref('lists').dot(
    'map',
    fn('m', (m) => tuple(m.dot('context.serial'), m.dot('item.keys.toSet'))),
  );
  const told = ref('lists').dot(
    'map',
    fn('m', (m) => m.dot('context.storeId.toString').op('+', ' has serial ').op('+', m.dot('context.serial'))),
  );
  return [
    val('lists', withoutLeft(subject, announcements(subject))),
    stopIf(states.dot('distinct.size').op('>', 1), 'the announced keys differ: ', told.dot('mkString', ', ')),
  ];
}

/** A change of the topology is signed by a key of the namespace, and sent by a node that has its keys. Needs `held` and `mapped`. */
export function canSign(subject: Subject): readonly Step[] {
  return [
    stopUnless(
      delegations(subject).dot(
        'exists',
        fn('d', (d) => isHeld(d.dot('item.target'))),
      ),
      nameOf(subject),
      ' holds no key that may sign for its namespace',
    ),
    ref('mapped').dot(
      'foreach',
      fn('k', (k) =>
        stopIf(
          k.dot('isSigning').and(not(isHeld(k))),
          nameOf(subject),
          ' does not hold ',
          k.dot('fingerprint.unwrap'),
          ', which it has announced',
        ),
      ),
    ),
  ];
}

/** Stops when another member has announced a key, too. */
export function isOurs({ at }: Subject, key: Expression): readonly Step[] {
  const all = at.call('topology.owner_to_key_mappings.list');
  const others = all
    .dot('filter', it.dot('item.keys').dot('exists', it.dot('fingerprint').eq(key.dot('fingerprint'))))
    .dot('map', it.dot('item.member'))
    .dot('filter', it.ne(at.call('id').dot('member')));
  return [
    val('others', others),
    stopIf(
      ref('others').dot('nonEmpty'),
      'the key ',
      key.dot('fingerprint.unwrap'),
      ' is in use by ',
      ref('others').dot('mkString', ', '),
      '; it stays registered here, and is used by nothing',
    ),
  ];
}
