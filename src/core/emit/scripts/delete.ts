import type { KeyDeletion, ObservedKey } from '../../plan/task';
import {
  blank,
  cases,
  comment,
  defWith,
  type Expression,
  fn,
  ifThen,
  it,
  ref,
  type Step,
  seq,
  text,
  tuple,
  val,
  when,
} from '../scala/expression';
import { columns, doneBefore, stopIf } from '../scala/phrases';
import { isInitialised, isOfInventory } from './preconditions';
import { defHeld, pastAnnouncements, rootOf, textOf } from './questions';
import type { Script } from './script';
import { nameOf, nodeVal, type Subject } from './subject';
import { defOnSynchronizers, isConnected, leftVal, withoutLeft } from './synchronizers';
import { isUsedByNothing } from './uses';

/** A retired key, with what is known of it. */
export type Retired = { readonly deletion: KeyDeletion; readonly path: string; readonly key: ObservedKey };

/** Deletes retired private keys for good. */
export function deleteKeys(subject: Subject, retired: readonly Retired[]): Script {
  const { index, stem, node } = subject;
  const external = node.custody.type === 'external';
  return {
    id: `delete-${index}`,
    name: `delete-${stem}`,
    purpose: external
      ? `Deletes retired keys of ${node.name} for good, in the KMS too.`
      : `Deletes retired keys of ${node.name} for good.`,
    nodes: [index],
    runs: 'remote',
    about: [
      external
        ? 'Deletes retired private keys for good. THE KMS DESTROYS THEM TOO, and nothing brings them back.'
        : 'Deletes retired private keys for good. Nothing but a backup brings them back.',
    ],
    body: () => body(subject, retired),
  };
}

function body(subject: Subject, retired: readonly Retired[]): readonly Step[] {
  const { at, console } = subject;
  const [fingerprint, id, until] = [ref('fingerprint'), ref('kmsKeyId'), ref('retiredBefore')];
  const rows = retired.map(({ deletion, path, key }) =>
    tuple(
      text(deletion.fingerprint, `${path}.fingerprint`),
      text(key.kmsKeyId),
      ref('Instant').dot('parse', text(deletion.retiredBefore, `${path}.retiredBefore`)),
    ),
  );
  const eachKey = (steps: readonly Step[]) =>
    ref('retired').dot('foreach', cases(when(['fingerprint', 'kmsKeyId', 'retiredBefore'], steps)));
  const idOf = (key: Expression) => textOf(key.dot('kmsKeyId'));
  const ends = ref('past').dot('flatMap', it.dot('context.validUntil'));
  // The node forgets a key before it asks the KMS to delete it: cut between the two, nobody but a person can tell.
  const isExternal = subject.node.custody.type === 'external';
  const lookInKms = isExternal ? ['; see in the KMS that ', id, ' is scheduled for deletion'] : [];
  return [
    nodeVal(subject),
    comment('The key, its id in the KMS ("": it is in none), and up to when the node is pruned at least'),
    val('retired', seq(...rows)),
    ...leftVal(subject),
    blank,
    comment('1. Preconditions, all of them before the first change'),
    ...isInitialised(subject),
    defHeld(subject),
    defOnSynchronizers(subject),
    comment('What it knows of a synchronizer must be of today: a key that it has withdrawn may be in use there again'),
    ...isConnected(subject),
    comment('Every list of announced keys, now and earlier, of the node and of each synchronizer'),
    val('history', withoutLeft(subject, pastAnnouncements(subject))),
    defWith('holding', { name: 'fingerprint', type: 'String' }, (key) =>
      ref('history').dot('filter', it.dot('item.keys').dot('exists', it.dot('fingerprint.unwrap').eq(key))),
    ),
    val('stores', ref('history').dot('map', it.dot('context.storeId')).dot('distinct')),
    comment('Not seen: synchronizers that the node is not connected to, and what uses a key of the KMS without Canton'),
    eachKey([
      stopIf(fingerprint.eq(rootOf(subject)), fingerprint, ' is the root key of the namespace'),
      val('key', ref('held').dot('find', it.dot('publicKey.fingerprint.unwrap').eq(fingerprint))),
      val('past', ref('holding').of(fingerprint)),
      val('open', ref('past').dot('filter', it.dot('context.validUntil.isEmpty'))),
      stopIf(
        ref('open').dot('nonEmpty'),
        fingerprint,
        ' is still announced in ',
        ref('open').dot('map', it.dot('context.storeId')).dot('mkString', ', '),
      ),
      ...isUsedByNothing(subject, fingerprint),
      stopIf(until.dot('isAfter', ref('Instant').dot('now').of()), 'the node cannot be pruned up to ', until, ' yet'),
      ends.dot(
        'foreach',
        fn('t', (t) => stopIf(t.dot('isAfter', until), fingerprint, ' was in use until ', t)),
      ),
      ref('key').dot(
        'foreach',
        fn('k', (k) => stopIf(idOf(k).ne(id), 'the id in the KMS of ', fingerprint, ' is ', idOf(k))),
      ),
      ...(isExternal
        ? [
            stopIf(
              id.dot('contains', 'alias/'),
              fingerprint,
              ' is registered by an alias: the KMS would refuse to delete it, and the node would lose it',
            ),
          ]
        : []),
    ]),
    comment('A key that was never announced leaves no trace: if this is the node, an earlier run has deleted it'),
    ...isOfInventory(subject),
    blank,
    comment('2. Delete'),
    eachKey([
      val('key', ref('held').dot('find', it.dot('publicKey.fingerprint.unwrap').eq(fingerprint))),
      ifThen(ref('key').dot('isEmpty'), doneBefore(nameOf(subject), ' does not hold ', fingerprint, ...lookInKms), [
        columns('STEP 2: deleting', fingerprint, textOf(ref('key').dot('get').dot('name'))),
        at.call('keys.secret.delete', {
          fingerprint: console.call('Fingerprint.tryFromString', { str: fingerprint }),
          force: true,
        }),
      ]),
    ]),
    blank,
    comment('3. The new state'),
    ref('retired').dot(
      'foreach',
      fn('r', (r) =>
        stopIf(
          ref('held').dot('exists', it.dot('publicKey.fingerprint.unwrap').eq(r.dot('_1'))),
          r.dot('_1'),
          ' is still there',
        ),
      ),
    ),
    columns('STATE', 'private keys left', ref('held').dot('size')),
  ];
}
