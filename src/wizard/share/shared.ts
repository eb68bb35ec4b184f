import { boxesOfPlan } from '../../core/emit/runbook/boxes';
import { encodeLink } from '../../core/link/encode';
import type { Plan } from '../../core/plan/plan';
import type { Ticks } from '../../core/plan/ticks';
import type { StepId } from '../steps';

/** A link, and the screen that it leads to. */
export type Shared = { readonly link: string; readonly step: StepId };

/** What is done of the runbook that the plan shows: what answers on trial took out of it is nobody else's concern. */
export function doneOf(plan: Plan, ticks: ReadonlySet<string>): Ticks {
  if (ticks.size === 0) return [];
  return (boxesOfPlan(plan) ?? []).flatMap(({ tick }) => (ticks.has(tick) ? [tick] : []));
}

/** A link that says what is done of the runbook leads there. */
export async function share(plan: Plan, done: Ticks): Promise<Shared> {
  return { link: await encodeLink(plan, done), step: done.length > 0 ? 'runbook' : 'nodes' };
}
