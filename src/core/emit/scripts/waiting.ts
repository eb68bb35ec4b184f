import { waitLimit } from '../../canton/console/waiting';
import type { Release } from '../../canton/releases';
import type { Console } from '../scala/console';
import { type Arg, concat, type Expression, ref, val } from '../scala/expression';
import type { Statement } from '../scala/tree';

/** How scripts wait: each time no longer than the limit at their top. */

/** `limit`: how long the script waits for one thing. */
export function limitVal(console: Console<Release>): Statement {
  const { minutes, seenSeconds } = waitLimit;
  return val('limit', console.call('NonNegativeDuration.ofMinutes', { minutes }), {
    note: `for each wait; a rotation was seen to take up to ${seenSeconds} seconds`,
  });
}

/**
 * Waits until a condition holds. When the limit runs out the script stops: what it did stays, and a second run goes on.
 * @param otherwise what is so as long as it does not: `the synchronizers do not show the new keys`
 */
export function waitUntil(console: Console<Release>, condition: Expression, ...otherwise: readonly Arg[]): Expression {
  return console.call('utils.retry_until_true', {
    timeout: ref('limit'),
    condition,
    failure: concat(
      'STOP: ',
      ...otherwise,
      ' after ',
      ref('limit').dot('duration'),
      '; what was done stays, run this script again',
    ),
  });
}
