import { type Expression, fn, not, ref } from '../scala/expression';
import { stopIf } from '../scala/phrases';
import type { Row } from './replacements';

/** Either the old key is announced, or the new one is already: else the script is for another node or another time. */
export function hasAnnouncedNew({ old, oldKey, name }: Row): Expression {
  const isReplaced = ref('named')
    .of(name)
    .dot(
      'exists',
      fn('k', (k) => ref('mapped').dot('contains', k.dot('publicKey'))),
    );
  return stopIf(
    oldKey.dot('isEmpty').and(not(isReplaced)),
    old,
    ' is not announced, and no announced key is called ',
    name,
  );
}
