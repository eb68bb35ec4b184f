import { setsUpNodes } from '../core/plan/migration';
import type { Path, Plan } from '../core/plan/plan';

type Task = Plan['task'];
type TaskType = Task['type'];

/**
 * Every step there is, in its order, with the tasks it matters for. Each has an address of its own; a person may go to
 * any at any time.
 */
const allSteps = [
  { id: 'migration', title: 'Migration', tasks: ['migrate'] },
  { id: 'inventory', title: 'Inventory', tasks: ['rotate', 'migrate'] },
  { id: 'nodes', title: 'Nodes', tasks: ['new', 'rotate', 'migrate'] },
  { id: 'provider', title: 'Provider', tasks: ['new', 'rotate', 'migrate'] },
  { id: 'mode', title: 'Mode', tasks: ['new', 'rotate', 'migrate'] },
  { id: 'keys', title: 'Keys', tasks: ['new'] },
  { id: 'rotation', title: 'Rotation', tasks: ['rotate'] },
  { id: 'runbook', title: 'Runbook', tasks: ['migrate'] },
  { id: 'review', title: 'Review', tasks: ['new', 'rotate', 'migrate'] },
] as const satisfies readonly { id: string; title: string; tasks: readonly TaskType[] }[];

export type Step = (typeof allSteps)[number];
export type StepId = Step['id'];

/** The steps of a plan in their order. */
export function stepsOf({ task }: { readonly task: Task }): readonly Step[] {
  return allSteps.filter(
    ({ id, tasks }) => tasks.some((type) => type === task.type) || (id === 'keys' && setsUpNodes(task)),
  );
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

const taskStep = { new: 'review', rotate: 'rotation', migrate: 'migration' } as const satisfies Record<
  TaskType,
  StepId
>;

/** The step of a plan that asks for an answer. */
export function stepOf(path: Path, plan: { readonly task: Task }): StepId {
  if (path === 'task.inventory' || path.startsWith('task.inventory.')) return 'inventory';
  if (path === 'task' || path.startsWith('task.')) return taskStep[plan.task.type];
  if (consoleAnswers.test(path)) return plan.task.type === 'new' ? 'keys' : 'inventory';
  if (keyAnswers.test(path)) return setsUpNodes(plan.task) ? 'keys' : 'mode';
  if (path === 'nodes' || nodeAnswers.test(path)) return 'nodes';
  if (/^nodes\.\d+\.custody\.kms$/.test(path)) return 'provider';
  if (path.startsWith('nodes.') || path === 'enableExperimental') return 'mode';
  if (path.startsWith('output') || path === 'name' || path === 'release') return 'review';
  return 'provider';
}
