import { movingNodes } from '../../plan/migration';
import type { Node } from '../../plan/node';
import type { Plan } from '../../plan/plan';
import { tickOf } from '../../plan/ticks';
import { settingsOf } from '../settings';
import { type Runbook, runbookOf } from './runbook';

/** A box to tick: its name, and the title of the step that it belongs to. */
export type Box = { readonly tick: string; readonly title: string };

/** Every box of a runbook, in the order of its steps. */
export function boxesOf({ steps }: Runbook, nodes: readonly Node[]): readonly Box[] {
  return steps.flatMap(({ id, title, nodes: indices }) => {
    const names = indices === 'once' ? [undefined] : indices.flatMap((index) => nodes[index]?.name ?? []);
    return names.map((name) => ({ tick: tickOf(id, name), title }));
  });
}

/** The boxes of a plan; nothing where it shows no runbook, because its way has none or nobody is on the move. */
export function boxesOfPlan(plan: Plan): readonly Box[] | undefined {
  if (movingNodes(plan).length === 0) return undefined;
  const runbook = runbookOf(settingsOf(plan));
  return runbook && boxesOf(runbook, plan.nodes);
}
