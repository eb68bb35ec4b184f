import { movingNodes } from '../../plan/migration';
import type { Node } from '../../plan/node';
import type { Plan } from '../../plan/plan';
import { tickOf } from '../../plan/ticks';
import { settingsOf } from '../settings';
import { type Runbook, type RunbookStep, runbookOf } from './runbook';

/** A box to tick: its name, and the title of the step that it belongs to. */
export type Box = { readonly tick: string; readonly title: string };

/** Every box of a runbook, in the order of its steps. */
export function boxesOf({ steps }: Runbook, nodes: readonly Node[]): readonly Box[] {
  return steps.flatMap((step) =>
    namesOf(step, nodes).map((name) => ({ tick: tickOf(step.id, name), title: step.title })),
  );
}

/** Whom a step is ticked off for: each of its nodes, or nobody by name where it is done once for all. */
export function namesOf(step: RunbookStep, nodes: readonly Node[]): readonly (string | undefined)[] {
  return step.nodes === 'once' ? [undefined] : step.nodes.flatMap((index) => nodes[index]?.name ?? []);
}

/** The boxes of a plan; nothing where it shows no runbook, because its way has none or nobody is on the move. */
export function boxesOfPlan(plan: Plan): readonly Box[] | undefined {
  if (movingNodes(plan).length === 0) return undefined;
  const runbook = runbookOf(settingsOf(plan));
  return runbook && boxesOf(runbook, plan.nodes);
}
