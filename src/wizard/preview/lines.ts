import type { Line } from '../../core/emit/artefact';
import type { Path } from '../../core/plan/plan';

/** The answer a line comes from: that of its first token that has one. */
export function answerOf(line: Line): Path | undefined {
  return line.find((token) => token.from !== undefined)?.from;
}

/** The setting a line writes, as its path in Canton's key tree. */
export function settingOf(line: Line): string | undefined {
  return line.find((token) => token.key !== undefined)?.key;
}

/** Whether a line comes from an answer, or from one inside it. */
export function comesFrom(line: Line, path: Path): boolean {
  return line.some((token) => token.from === path || token.from?.startsWith(`${path}.`) === true);
}

/**
 * The line whose reason is shown: the chosen one as long as the focus is on its answer, else the first line of the
 * answer that has the focus. Only lines that write a setting have a reason.
 * @param focused the answer that has the focus
 * @param chosen the line that was clicked last
 */
export function explainedLine(
  lines: readonly Line[],
  focused: Path | undefined,
  chosen: number | undefined,
): number | undefined {
  const hasReason = (line: Line) => settingOf(line) !== undefined;
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
