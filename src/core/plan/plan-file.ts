import { planDigest } from './digest';
import type { Plan } from './plan';
import type { Ticks } from './ticks';

/** Name of the file that opens the wizard again where it was. */
export const planFileName = 'plan.json';

/**
 * The text of `plan.json`: the whole plan, headed by its digest. Same plan, same bytes.
 * @param ticks what is done of its runbook, to be taken along
 */
export function writePlanFile(plan: Plan, ticks: Ticks = []): string {
  const done = ticks.length === 0 ? {} : { ticks };
  return `${JSON.stringify({ digest: planDigest(plan), ...done, ...plan }, null, 2)}\n`;
}
