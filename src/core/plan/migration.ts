import type { Plan } from './plan';
import type { Move, Task } from './task';

/** Which new node takes the place of which old one; nothing where the way of a plan isn't one with such moves. */
function movesIn(task: Task): readonly Move[] | undefined {
  return task.type === 'migrate' && 'moves' in task.way ? task.way.moves : undefined;
}

/** Whether the way of a plan is one on which new nodes take the place of old ones. */
export function hasMoves({ task }: Pick<Plan, 'task'>): boolean {
  return movesIn(task) !== undefined;
}

/** The moves of a plan; none where its way has none. */
export function movesOf({ task }: Pick<Plan, 'task'>): readonly Move[] {
  return movesIn(task) ?? [];
}

/** Whether nodes are set up anew, with an identity that may have to be given to them. */
export function setsUpNodes(task: Task): boolean {
  return task.type === 'new' || hasMoves({ task });
}

/** Whether nodes make, or take, the keys that their configuration speaks of at the start that the plan is about. */
export function makesKeys({ task }: Plan): boolean {
  return task.type === 'new' || (task.type === 'migrate' && task.way.type !== 'revert');
}

/**
 * Indices of the nodes that a migration is about: within the database those whose keys are, or will be, encrypted with a
 * wrapper key; where new nodes take the place of old ones, both.
 */
export function movingNodes(plan: Plan): readonly number[] {
  const { task, nodes } = plan;
  if (task.type !== 'migrate') return [];
  if (hasMoves(plan)) {
    const names = new Set(movesOf(plan).flatMap(({ from, to }) => [from, to]));
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
