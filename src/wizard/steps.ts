import type { Path, Plan } from '../core/plan/plan';

/** Every step there is. Each has an address of its own; a person may go to any at any time. */
const allSteps = [
  { id: 'inventory', title: 'Inventory' },
  { id: 'nodes', title: 'Nodes' },
  { id: 'provider', title: 'Provider' },
  { id: 'mode', title: 'Mode' },
  { id: 'keys', title: 'Keys' },
  { id: 'rotation', title: 'Rotation' },
  { id: 'review', title: 'Review' },
] as const satisfies readonly { id: string; title: string }[];

export type Step = (typeof allSteps)[number];
export type StepId = Step['id'];
type Task = Plan['task'];

/** The steps that matter for a task. */
const stepsOfTask: Record<Task['type'], ReadonlySet<StepId>> = {
  new: new Set(['nodes', 'provider', 'mode', 'keys', 'review']),
  rotate: new Set(['inventory', 'nodes', 'provider', 'mode', 'rotation', 'review']),
};
const known = {
  new: allSteps.filter(({ id }) => stepsOfTask.new.has(id)),
  rotate: allSteps.filter(({ id }) => stepsOfTask.rotate.has(id)),
} as const satisfies Record<Task['type'], readonly Step[]>;

/** The steps of a plan in their order. */
export function stepsOf({ task }: { readonly task: Task }): readonly Step[] {
  return known[task.type];
}

/** Where a plan begins. */
export function firstStep(plan: { readonly task: Task }): StepId {
  return stepsOf(plan)[0]?.id ?? 'review';
}

export function isStepId(text: string): text is StepId {
  return allSteps.some((step) => step.id === text);
}

export function titleOf(step: StepId): string {
  return allSteps.find(({ id }) => id === step)?.title ?? step;
}

const nodeAnswers = /^nodes\.\d+(\.(name|kind|storage|replicas)\b|$)/;
const keyAnswers = /^(nodes\.\d+\.(custody\.keys|identifier|intermediate)\b|synchronizer\b)/;
const consoleAnswers = /^nodes\.\d+\.(adminApi|apiPort)\b/;

/** The step of a plan that asks for an answer. */
export function stepOf(path: Path, plan: { readonly task: Task }): StepId {
  if (path === 'task.inventory' || path.startsWith('task.inventory.')) return 'inventory';
  if (path === 'task' || path.startsWith('task.')) return plan.task.type === 'rotate' ? 'rotation' : 'review';
  if (consoleAnswers.test(path)) return plan.task.type === 'rotate' ? 'inventory' : 'keys';
  if (keyAnswers.test(path)) return plan.task.type === 'rotate' ? 'mode' : 'keys';
  if (path === 'nodes' || nodeAnswers.test(path)) return 'nodes';
  if (/^nodes\.\d+\.custody\.kms$/.test(path)) return 'provider';
  if (path.startsWith('nodes.') || path === 'enableExperimental') return 'mode';
  if (path.startsWith('output') || path === 'name' || path === 'release') return 'review';
  return 'provider';
}
