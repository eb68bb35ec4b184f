import type { Box } from '../core/emit/runbook/boxes';
import { planDigest } from '../core/plan/digest';
import type { Plan } from '../core/plan/plan';
import type { Ticks } from '../core/plan/ticks';
import { counted } from '../wizard/counted';

/** What somebody else has done of the runbook of the visitor's own plan, and the visitor had not. */
export type Elsewhere = {
  readonly boxes: readonly Box[];
  /** The digest of the plan whose runbook it was done of. */
  readonly plan: string;
  /** Whether they were ticked off here on opening, as with a file that was opened for them; a link only offers them. */
  readonly joined: boolean;
};

/**
 * What still is to be said of it. It is about one plan: once an answer changes, its boxes may stand for other work, so it
 * is not told or offered until that change is undone. What was joined and is ticked no more, or was offered and is ticked
 * by now, is no news either.
 * @returns the ticks, and how many there are and of which steps; nothing where there is nothing to say
 */
export function elsewhereNow(
  { boxes, plan, joined }: Elsewhere,
  current: Plan,
  done: ReadonlySet<string>,
): { readonly ticks: Ticks; readonly message: string } | undefined {
  if (planDigest(current) !== plan) return undefined;
  const left = boxes.filter(({ tick }) => done.has(tick) === joined);
  if (left.length === 0) return undefined;
  const where = joined ? 'Done there and not here before' : 'Done there and not here';
  return { ticks: left.map(({ tick }) => tick), message: `${where}: ${ticksOfSteps(left)}.` };
}

/** The most steps that are told by their titles. */
const mostTitles = 3;

/** How many boxes these are, and of which steps: "2 ticks, of “Back up” and “Restart”". */
export function ticksOfSteps(boxes: readonly Box[]): string {
  const titles = [...new Set(boxes.map(({ title }) => `“${title}”`))];
  const more = titles.length - mostTitles;
  const told = more > 0 ? [...titles.slice(0, mostTitles), counted(more, 'more step')] : titles;
  const last = told.slice(-1).join('');
  const steps = told.length === 1 ? last : `${told.slice(0, -1).join(', ')} and ${last}`;
  return `${counted(boxes.length, 'tick')}, of ${steps}`;
}
