import { planDigest } from './digest';
import type { Plan } from './plan';

/** Name of the file that opens the wizard again where it was. */
export const planFileName = 'plan.json';

/** The text of `plan.json`: the whole plan, headed by its digest. Same plan, same bytes. */
export function writePlanFile(plan: Plan): string {
  return `${JSON.stringify({ digest: planDigest(plan), ...plan }, null, 2)}\n`;
}
