import type { KeyRotation, ObservedKey } from '../../plan/task';
import {
  blank,
  cases,
  comment,
  type Expression,
  fn,
  ifThen,
  not,
  ref,
  type Step,
  seq,
  some,
  text,
  tuple,
  val,
  when,
} from '../scala/expression';
import { columns, stop, stopIf } from '../scala/phrases';
import type { Statement } from '../scala/tree';
import { canSign, isConnected, isInitialised, isInMode, isOurs, listsAgree } from './preconditions';
import {
  defHeld,
  defMapped,
  defNamed,
  defOnSynchronizers,
  defUsageOf,
  hasFingerprint,
  isInKms,
  rootOf,
  textOf,
} from './questions';
import { specValue } from './specs';
import { nameOf, nodeVal, type Subject } from './subject';

/** Keys of one node that others replace, as the three scripts of a rotation tell of them. */
export type Replacement = {
  readonly rotation: KeyRotation;
  /** Where it stands in the plan. */
  readonly path: string;
  /** What the inventory says of the old key. */
  readonly old: ObservedKey;
};

/** What the old key is for: what the new one must be for, too. */
function usageOf({ old }: Replacement): string {
  return old.purpose === 'encryption' ? 'encryption' : [...old.usage].sort().join(',');
}

/** The table that a script begins with. */
export function table(subject: Subject, replacements: readonly Replacement[]): readonly Step[] {
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
    ...specs('signingSpecs', 'SigningKeySpec', replacements.filter(isSigning), subject),
    ...specs(
      'encryptionSpecs',
      'EncryptionKeySpec',
      replacements.filter((each) => !isSigning(each)),
      subject,
    ),
    blank,
  ];
}

function isSigning({ old }: Replacement): boolean {
  return old.purpose === 'signing';
}

/** The kinds of new keys that are to differ from the old ones'. */
function specs(
  name: string,
  type: string,
  replacements: readonly Replacement[],
  { settings }: Subject,
): readonly Step[] {
  const changed = replacements.flatMap(({ rotation, path }) => {
    if (rotation.to.type !== 'generated' || rotation.to.spec === null) return [];
    const spec = specValue(type, rotation.to.spec, settings.release);
    return spec === undefined ? [] : [text(rotation.name, `${path}.name`).op('->', spec)];
  });
  return changed.length === 0
    ? []
    : [
        comment('New keys of another kind than the old ones'),
        val(name, ref('Map').of(...changed), { type: `Map[String, ${type}]` }),
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

/** A row of the table within the script. */
export type Row = {
  readonly old: Expression;
  readonly usage: Expression;
  readonly name: Expression;
  readonly id: Expression;
  readonly oldKey: Expression;
};

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
      oldKey.dot('nonEmpty').and(
        not(
          ref('held').dot(
            'exists',
            fn('k', (k) => hasFingerprint(k.dot('publicKey'), old)),
          ),
        ),
      ),
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

/**
 * `make(old, name, id)`: the new key, with the usage of the old one; registered, or made by the node. A key of a wrong
 * kind is refused here, before the topology changes.
 */
export function defMake(subject: Subject, replacements: readonly Replacement[]): Statement {
  const { at } = subject;
  const [name, id] = [ref('name'), ref('id')];
  const given = (each: Replacement) => each.rotation.to.type === 'given';
  const signing = { name: 'k', type: 'SigningPublicKey' } as const;
  const encryption = { name: 'k', type: 'EncryptionPublicKey' } as const;
  const someGiven = replacements.some(given);
  const someMade = !replacements.every(given);
  const specOf = (specs: string, kind: readonly Replacement[]) => {
    const changes = kind.some(({ rotation: { to } }) => to.type === 'generated' && to.spec !== null);
    const same = ref('k').dot('keySpec');
    return some(changes ? ref(specs).dot('getOrElse', name, same) : same);
  };
  const guard = someMade ? id.dot('nonEmpty') : undefined;
  const usage = ref('k').dot('usage');
  return {
    kind: 'def',
    name: 'make',
    params: [
      { name: 'old', type: 'PublicKey' },
      { name: 'name', type: 'String' },
      { name: 'id', type: 'String' },
    ],
    type: 'PublicKey',
    value: ref('old').match(
      ...(someGiven
        ? [
            when(signing, at.call('keys.secret.register_kms_signing_key', { kmsKeyId: id, usage, name }), guard),
            when(encryption, at.call('keys.secret.register_kms_encryption_key', { kmsKeyId: id, name }), guard),
          ]
        : []),
      ...(someMade
        ? [
            when(
              signing,
              at.call('keys.secret.generate_signing_key', {
                name,
                usage,
                keySpec: specOf('signingSpecs', replacements.filter(isSigning)),
              }),
            ),
            when(
              encryption,
              at.call('keys.secret.generate_encryption_key', {
                name,
                keySpec: specOf(
                  'encryptionSpecs',
                  replacements.filter((each) => !isSigning(each)),
                ),
              }),
            ),
          ]
        : []),
      when('_', stop('neither a signing nor an encryption key')),
    ).tree,
  };
}

/** The new key of a row: the one an earlier run made, or a new one. Leaves it in `newKey`. */
export function makeKey(subject: Subject, step: string, { name, id, usage, oldKey }: Row): readonly Step[] {
  return [
    val(
      'known',
      ref('named')
        .of(name)
        .dot('headOption')
        .dot(
          'map',
          fn('k', (k) => k.dot('publicKey')),
        ),
    ),
    val('newKey', ref('known').dot('getOrElse', ref('make').of(oldKey.dot('get'), name, id))),
    ifThen(
      ref('known').dot('isEmpty'),
      columns(`STEP ${step}: made known`, name, ref('newKey').dot('fingerprint.unwrap')),
      columns('DONE BEFORE: made known', name, ref('newKey').dot('fingerprint.unwrap')),
    ),
    stopIf(
      ref('usageOf').of(ref('newKey')).ne(usage),
      name,
      ' is for ',
      ref('usageOf').of(ref('newKey')),
      ', not for ',
      usage,
    ),
    ...isOurs(subject, ref('newKey')),
  ];
}
