import type { Plan } from './plan';
import type { Task } from './task';

/** Whether nodes are set up anew, with an identity that may have to be given to them. */
export function setsUpNodes(task: Task): boolean {
  return task.type === 'new' || (task.type === 'migrate' && 'moves' in task.way);
}

/** Whether nodes make, or take, the keys that their configuration speaks of at the start that the plan is about. */
export function makesKeys({ task }: Plan): boolean {
  return task.type === 'new' || (task.type === 'migrate' && task.way.type !== 'revert');
}

/**
 * Indices of the nodes that a migration is about: within the database those whose keys are, or will be, encrypted with a
 * wrapper key; where new nodes take the place of old ones, both.
 */
export function movingNodes({ task, nodes }: Plan): readonly number[] {
  if (task.type !== 'migrate') return [];
  if ('moves' in task.way) {
    const names = new Set(task.way.moves.flatMap(({ from, to }) => [from, to]));
    return nodes.flatMap(({ name }, index) => (names.has(name) ? [index] : []));
  }
  return nodes.flatMap(({ custody }, index) => (custody.type === 'envelope' ? [index] : []));
}

/** The plan as it describes the nodes without a KMS: before they are encrypted, and once encryption is taken back. */
export function withoutKms(plan: Plan): Plan {
  const moving = new Set(movingNodes(plan));
  const nodes = plan.nodes.map((node, index) =>
    moving.has(index) ? { ...node, custody: { type: 'none' as const } } : node,
  );
  return { ...plan, nodes };
}
