import { type Expression, not, ref } from '../scala/expression';
import { stopIf } from '../scala/phrases';
import { hasNamed } from './questions';
import type { Row } from './replacement';

/** Either the old key is announced, or the new one is already: else the script is for another node or another time. */
export function hasAnnouncedNew({ old, oldKey, name }: Row): Expression {
  return stopIf(
    oldKey.dot('isEmpty').and(not(hasNamed(ref('mapped'), name))),
    old,
    ' is not announced, and no announced key is called ',
    name,
  );
}
