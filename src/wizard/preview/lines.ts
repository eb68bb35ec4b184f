import { find } from '../../core/canton/keys';
import type { Reason } from '../../core/canton/reason';
import type { Line } from '../../core/emit/artefact';
import type { Path } from '../../core/plan/plan';

/** The answer a line comes from: that of its first token that has one. */
export function answerOf(line: Line): Path | undefined {
  return line.find((token) => token.from !== undefined)?.from;
}

/** Why a line is there: the setting it writes, or what its words rest on. Each reason once. */
export function reasonsOf(line: Line): readonly Reason[] {
  const setting = line.find((token) => token.key !== undefined)?.key;
  const key = setting === undefined ? undefined : find(setting);
  if (key !== undefined) return [key];
  const reasons = line.flatMap(({ reason }) => reason ?? []);
  return reasons.filter(
    (one, at) => reasons.findIndex(({ about, source }) => about === one.about && source.url === one.source.url) === at,
  );
}

/** Whether a line has a reason; asked of every line. */
function hasReason(line: Line): boolean {
  return line.some(({ key, reason }) => key !== undefined || reason !== undefined);
}

/** What choosing a line does, in the words of a button; `undefined` where there is nothing to choose. */
export function offerOf(line: Line): string | undefined {
  if (answerOf(line) !== undefined) return 'go to its answer';
  return hasReason(line) ? 'say why it is there' : undefined;
}

/** Whether a line comes from an answer, or from one inside it. */
export function comesFrom(line: Line, path: Path): boolean {
  return line.some((token) => token.from === path || token.from?.startsWith(`${path}.`) === true);
}

/**
 * The line whose reason is shown: the chosen one as long as the focus is on its answer, else the first line of the
 * answer that has the focus. A line without an answer goes on being explained until an answer gets the focus.
 * @param focused the answer that has the focus
 * @param chosen the line that was clicked last
 */
export function explainedLine(
  lines: readonly Line[],
  focused: Path | undefined,
  chosen: number | undefined,
): number | undefined {
  const line = chosen === undefined ? undefined : lines[chosen];
  if (line !== undefined && hasReason(line) && (focused === undefined || meets(answerOf(line), focused))) return chosen;
  if (focused === undefined) return undefined;
  const first = lines.findIndex((each) => hasReason(each) && comesFrom(each, focused));
  return first === -1 ? undefined : first;
}

/** Whether one of two answers is the other, or lies inside it. */
function meets(one: Path | undefined, other: Path): boolean {
  return one !== undefined && (one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`));
}
