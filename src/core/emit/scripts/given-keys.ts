import { type Expression, fn, ref } from '../scala/expression';
import { stopIf } from '../scala/phrases';
import { isInKms, isNamed, textOf } from './questions';

/**
 * A key that is known already under another name or for another use would burn: neither can be changed. Not asked of a
 * node that is done: its first keys may have been replaced, and their names with them.
 */
export function areFree(): Expression {
  const usageOf = (key: Expression) => ref('usageOf').of(key.dot('publicKey'));
  return ref('keys').dot(
    'foreach',
    fn('key', (key) =>
      ref('held')
        .dot(
          'filter',
          fn('k', (k) => isNamed(k, key.dot('_2')).or(isInKms(k, key.dot('_3')))),
        )
        .dot(
          'foreach',
          fn('k', (k) => [
            stopIf(
              textOf(k.dot('kmsKeyId')).ne(key.dot('_3')),
              key.dot('_2'),
              ' is the name of another key, ',
              textOf(k.dot('kmsKeyId')),
            ),
            stopIf(
              textOf(k.dot('name')).ne(key.dot('_2')),
              key.dot('_3'),
              ' is registered under the name ',
              textOf(k.dot('name')),
            ),
            stopIf(usageOf(k).ne(key.dot('_1')), key.dot('_3'), ' is registered for ', usageOf(k)),
          ]),
        ),
    ),
  );
}
