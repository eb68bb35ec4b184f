import { cases, concat, def, defWith, type Expression, fn, it, ref, some, tuple, when } from '../scala/expression';
import type { Statement } from '../scala/tree';
import type { Subject } from './subject';

/** What scripts ask a node again and again; each a `def`, so that it is asked anew each time. */

const none = ref('None');

/** The node's announced keys: its own list, and one a synchronizer. */
export function announcements({ at }: Subject): Expression {
  return at.call('topology.owner_to_key_mappings.list', { filterKeyOwnerUid: uidOf(at) });
}

/** The same with all earlier lists. */
export function pastAnnouncements({ at, console }: Subject): Expression {
  return at.call('topology.owner_to_key_mappings.list', { timeQuery: ever(console), filterKeyOwnerUid: uidOf(at) });
}

/** Asks for what holds and for all that ever held. */
export function ever(console: Subject['console']): Expression {
  return console.call('TimeQuery.Range', { from: none, until: none });
}

/** The node's own list alone. */
export function ownAnnouncements({ at, console }: Subject): Expression {
  const store = some(console.call('TopologyStoreId.Authorized'));
  return at.call('topology.owner_to_key_mappings.list', { store, filterKeyOwnerUid: uidOf(at) });
}

export function uidOf(at: Subject['at']): Expression {
  return at.call('uid').dot('toProtoPrimitive');
}

/** The fingerprint of the node's root key, as text. */
export function rootOf({ at }: Subject): Expression {
  return at.call('namespace').dot('fingerprint.unwrap');
}

/** `held`: the private keys that the node holds. */
export function defHeld({ at }: Subject): Statement {
  return def('held', at.call('keys.secret.list'));
}

/** `mapped`: the keys that the node has announced. */
export function defMapped(subject: Subject): Statement {
  return def('mapped', ownAnnouncements(subject).dot('flatMap', it.dot('item.keys')));
}

/** `named(name)`: the keys held under a name. */
export function defNamed(): Statement {
  return defWith('named', { name: 'name', type: 'String' }, (name) => ref('held').dot('filter', isNamed(it, name)));
}

/** `usageOf(key)`: what a key is for, in the words of the inventory. */
export function defUsageOf(): Statement {
  // Canton adds the proof of ownership to every key but a namespace's; it says nothing.
  const signing = ref('k')
    .dot('usage')
    .dot('map', it.dot('identifier'))
    .dot('filter', it.ne('proof-of-ownership'))
    .dot('toSeq.sorted')
    .dot('mkString', ',');
  return defWith('usageOf', { name: 'key', type: 'PublicKey' }, (key) =>
    key.match(when({ name: 'k', type: 'SigningPublicKey' }, signing), when('_', 'encryption')),
  );
}

/** Whether a held key is called so. */
export function isNamed(key: Expression, name: Expression): Expression {
  return key.dot('name').dot('exists', it.dot('unwrap').eq(name));
}

/** Whether a held key is the one of this KMS id, in this spelling of it. */
export function isInKms(key: Expression, id: Expression): Expression {
  return key.dot('kmsKeyId').dot('exists', it.dot('unwrap').eq(id));
}

/** The name of a held key, empty when it has none. */
export function textOf(option: Expression): Expression {
  return option.dot('map', it.dot('unwrap')).dot('getOrElse', '');
}

/** Whether a public key has this fingerprint, given as text. */
export function hasFingerprint(key: Expression, fingerprint: Expression): Expression {
  return key.dot('fingerprint.unwrap').eq(fingerprint);
}

/** Whether the node holds the private key of a public one. Needs `held`. */
export function isHeld(key: Expression): Expression {
  return ref('held').dot('exists', it.dot('publicKey.fingerprint').eq(key.dot('fingerprint')));
}

/** Whether the node holds the private key of a fingerprint, given as text. Needs `held`. */
export function holds(fingerprint: Expression): Expression {
  return ref('held').dot(
    'exists',
    fn('k', (k) => hasFingerprint(k.dot('publicKey'), fingerprint)),
  );
}

/** Whether a key that the node holds under a name is among public keys. Needs `named`. */
export function hasNamed(keys: Expression, name: Expression): Expression {
  return ref('named')
    .of(name)
    .dot(
      'exists',
      fn('k', (k) => keys.dot('contains', k.dot('publicKey'))),
    );
}

/** Who may sign for the node's namespace, by its own list. */
export function delegations({ at, console }: Subject, more: { filterTargetKey?: Expression } = {}): Expression {
  return at.call('topology.namespace_delegations.list', {
    store: console.call('TopologyStoreId.Authorized'),
    filterNamespace: at.call('namespace').dot('toProtoPrimitive'),
    ...more,
  });
}

/** How many private keys each wrapper key encrypts; `clear` for those that none does, in a KMS or not. */
export function wrapperCounts({ at }: Subject): Expression {
  return at
    .call('keys.secret.list')
    .dot('map', it.dot('wrapperKeyId').dot('map', it.dot('unwrap')).dot('getOrElse', 'clear'))
    .dot('groupBy', ref('identity'))
    .dot('map', cases(when(['id', 'keys'], tuple(ref('id'), ref('keys').dot('size')))));
}

/** Those counts as a line tells them. */
export function wrappersShown(counts: Expression): Expression {
  return counts
    .dot('map', cases(when(['id', 'count'], concat(ref('id'), ': ', ref('count'), ' keys'))))
    .dot('mkString', ', ');
}

/** What each key of a sequence of public keys is shown as. */
export function fingerprints(keys: Expression): Expression {
  return keys.dot('map', it.dot('fingerprint.unwrap')).dot('mkString', ' ');
}
