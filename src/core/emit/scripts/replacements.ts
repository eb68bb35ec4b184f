import {
  blank,
  cases,
  comment,
  type Expression,
  fn,
  not,
  ref,
  type Step,
  seq,
  text,
  tuple,
  val,
  when,
} from '../scala/expression';
import { stopIf } from '../scala/phrases';
import { canSign, isInitialised, isInMode, listsAgree } from './preconditions';
import { defHeld, defMapped, defNamed, defUsageOf, hasFingerprint, holds, isInKms, rootOf, textOf } from './questions';
import type { Replacement, Row } from './replacement';
import { nameOf, nodeVal, type Subject } from './subject';
import { defOnSynchronizers, isConnected, leftVal } from './synchronizers';

/** The keys of one node that others replace: the table and the preconditions of all scripts of a rotation. */

/** What the old key is for: what the new one must be for, too. */
function usageOf({ old }: Replacement): string {
  return old.purpose === 'encryption' ? 'encryption' : [...old.usage].sort().join(',');
}

/** The table that a script begins with, and what else stands at its top. */
export function table(subject: Subject, replacements: readonly Replacement[], more: readonly Step[]): readonly Step[] {
  const rows = replacements.map((replacement) => {
    const { rotation, path } = replacement;
    return tuple(
      text(rotation.fingerprint, `${path}.fingerprint`),
      usageOf(replacement),
      text(rotation.name, `${path}.name`),
      ...(rotation.to.type === 'given' ? [text(rotation.to.kmsKeyId, `${path}.to.kmsKeyId`)] : ['']),
    );
  });
  const isMade = replacements.some(({ rotation }) => rotation.to.type === 'generated');
  return [
    nodeVal(subject),
    comment(
      `The key to replace, what it is for, the name of the new key, and its id in the KMS${isMade ? ' ("": the node makes it)' : ''}`,
    ),
    val('rotations', seq(...rows)),
    ...leftVal(subject),
    ...more,
    blank,
  ];
}

/** The questions and preconditions of all three, before the first change. */
export function preconditions(subject: Subject, own: (row: Row) => readonly Step[]): readonly Step[] {
  return [
    comment('1. Preconditions, all of them before the first change'),
    ...isInitialised(subject),
    defHeld(subject),
    defNamed(),
    defMapped(subject),
    defOnSynchronizers(subject),
    defUsageOf(),
    isInMode(subject),
    ...isConnected(subject),
    comment("The node's own list and the synchronizers' agree; after a restore they may not, and changes get lost"),
    ...listsAgree(subject),
    ...canSign(subject),
    eachRotation((row) => [...ofRow(subject, row), ...own(row)]),
  ];
}

/** Something for each row of the table; `oldKey` is asked anew each time. */
export function eachRotation(body: (row: Row) => readonly Step[]): Expression {
  const row = { old: ref('old'), usage: ref('usage'), name: ref('name'), id: ref('id'), oldKey: ref('oldKey') };
  return ref('rotations').dot(
    'foreach',
    cases(
      when(
        ['old', 'usage', 'name', 'id'],
        [
          val(
            'oldKey',
            ref('mapped').dot(
              'find',
              fn('k', (k) => hasFingerprint(k, row.old)),
            ),
          ),
          ...body(row),
        ],
      ),
    ),
  );
}

function ofRow(subject: Subject, { old, usage, name, id, oldKey }: Row): readonly Step[] {
  const usageOfHeld = (key: Expression) => ref('usageOf').of(key.dot('publicKey'));
  return [
    stopIf(old.eq(rootOf(subject)), old, ' is the root key of the namespace, it is never rotated'),
    oldKey.dot(
      'foreach',
      fn('k', (k) => stopIf(ref('usageOf').of(k).ne(usage), old, ' is for ', ref('usageOf').of(k))),
    ),
    // Canton takes a key out of the list only where it finds its private key; it looks when the new one is announced already.
    stopIf(
      oldKey.dot('nonEmpty').and(not(holds(old))),
      nameOf(subject),
      ' does not hold ',
      old,
      ', and so could not withdraw it',
    ),
    stopIf(ref('named').of(name).dot('size').op('>', 1), ref('named').of(name).dot('size'), ' keys are called ', name),
    ref('named')
      .of(name)
      .dot(
        'foreach',
        fn('k', (k) => [
          stopIf(hasFingerprint(k.dot('publicKey'), old), name, ' is the name of the old key itself'),
          stopIf(usageOfHeld(k).ne(usage), 'the key called ', name, ' is for ', usageOfHeld(k)),
          stopIf(
            id.dot('nonEmpty').and(notInKms(k, id)),
            name,
            ' is the name of another key, ',
            textOf(k.dot('kmsKeyId')),
          ),
        ]),
      ),
    ref('held')
      .dot(
        'filter',
        fn('k', (k) => id.dot('nonEmpty').and(isInKms(k, id))),
      )
      .dot(
        'foreach',
        fn('k', (k) => [
          stopIf(hasFingerprint(k.dot('publicKey'), old), id, ' is the old key itself'),
          stopIf(usageOfHeld(k).ne(usage), id, ' is registered for ', usageOfHeld(k)),
          stopIf(textOf(k.dot('name')).ne(name), id, ' is registered under the name ', textOf(k.dot('name'))),
        ]),
      ),
  ];
}

function notInKms(key: Expression, id: Expression): Expression {
  return textOf(key.dot('kmsKeyId')).ne(id);
}

/** Takes the old key of a row out of the list of announced keys. */
export function withdraw({ at }: Subject, { oldKey }: Row): Expression {
  const key = oldKey.dot('get');
  return at.call('topology.owner_to_key_mappings.remove_key', {
    key: key.dot('fingerprint'),
    purpose: key.dot('purpose'),
  });
}
