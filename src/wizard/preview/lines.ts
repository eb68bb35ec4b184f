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
