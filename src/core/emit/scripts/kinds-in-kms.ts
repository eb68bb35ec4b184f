import type { ObservedKey } from '../../plan/task';
import { type Expression, fn, not, ref, text, tuple } from '../scala/expression';
import { usageValue } from './specs';
import type { Subject } from './subject';

/** The keys of an inventory that are in a KMS, as tables of a script. */

/** A key of the inventory that is in a KMS. */
export type InKms = { readonly key: ObservedKey; readonly path: string };

/** One table and one loop a purpose: their commands take different arguments. */
export type Kind = {
  readonly list: string;
  readonly cells: readonly string[];
  readonly keys: readonly InKms[];
  readonly row: (key: InKms) => Expression;
  /** Whether a held public key is for the same. */
  readonly isFor: (key: Expression) => Expression;
  readonly register: Expression;
};

/** The kinds of which there is a key. */
export function kindsOf({ at, console }: Subject, keys: readonly InKms[]): readonly Kind[] {
  const [kmsKeyId, usage, name] = [ref('id'), ref('usage'), ref('name')];
  const cell = ({ path }: InKms, content: string) => text(content, path);
  const kinds: readonly Kind[] = [
    {
      list: 'signingKeys',
      cells: ['id', 'usage', 'name', 'fingerprint'],
      keys: keys.filter(({ key }) => key.purpose === 'signing'),
      row: (one) =>
        tuple(
          cell(one, one.key.kmsKeyId),
          usageOf(one.key, console),
          cell(one, one.key.name),
          cell(one, one.key.fingerprint),
        ),
      isFor: hasUsage,
      register: at.call('keys.secret.register_kms_signing_key', { kmsKeyId, usage, name }),
    },
    {
      list: 'encryptionKeys',
      cells: ['id', 'name', 'fingerprint'],
      keys: keys.filter(({ key }) => key.purpose === 'encryption'),
      row: (one) => tuple(cell(one, one.key.kmsKeyId), cell(one, one.key.name), cell(one, one.key.fingerprint)),
      isFor: (key) => not(key.dot('isSigning')),
      register: at.call('keys.secret.register_kms_encryption_key', { kmsKeyId, name }),
    },
  ];
  return kinds.filter((kind) => kind.keys.length > 0);
}

function usageOf({ usage }: ObservedKey, console: Subject['console']): Expression {
  const [first = 'signing', ...others] = usage;
  return others.reduce((sum, each) => sum.op('++', usageValue(each, console)), usageValue(first, console));
}

function hasUsage(key: Expression): Expression {
  return key.dot('asSigningKey').dot(
    'exists',
    fn('s', (s) => ref('usage').dot('subsetOf', s.dot('usage'))),
  );
}
