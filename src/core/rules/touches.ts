import { leftBehind } from '../plan/left-behind';
import type { Path, Plan } from '../plan/plan';
import { inventoryOf } from '../plan/task';
import { nodesNamed } from './node-index';
import { bringsUp } from './scripts';
import { usersOf } from './users';

/**
 * The nodes whose files an error at a path concerns, as indices: a node's own answers that node, a KMS's answers the
 * nodes that use it, a row of a rotation the node it names, what is said of the synchronizer the participants that
 * connect to it, anything else all of them. A row that names no node of the plan reaches no file.
 */
export function nodesTouchedBy(plan: Plan, path: Path): readonly number[] {
  const [part, second, third] = path.split('.');
  if (part === 'nodes' && second !== undefined) return [Number(second)];
  if (part === 'task' && second !== undefined && third !== undefined) {
    const name = nodeOfRow(plan, second, Number(third));
    return name === undefined ? all(plan) : (nodesNamed(plan.nodes).get(name) ?? []);
  }
  if (part === 'synchronizer') return bringsUp(plan) ? participants(plan) : [];
  const kms = second !== undefined && part === 'kms' ? plan.kms[Number(second)] : undefined;
  if (kms === undefined) return all(plan);
  if (plan.task.type !== 'rotate') return usersOf(plan, kms);
  // The scripts of a rotation say nothing of a KMS: only configuration that changes with it does.
  const configured = leftBehind(plan);
  return usersOf(plan, kms).filter((index) => configured.has(index));
}

/** The name of the node that a row of a rotation is about. */
function nodeOfRow({ task }: Plan, list: string, row: number): string | undefined {
  if (list === 'inventory') return inventoryOf(task)[row]?.name;
  if (task.type !== 'rotate') return undefined;
  switch (list) {
    case 'wrappers':
      return task.wrappers[row]?.node;
    case 'keys':
      return task.keys[row]?.node;
    case 'deletions':
      return task.deletions[row]?.node;
    default:
      return undefined;
  }
}

function all({ nodes }: Plan): readonly number[] {
  return nodes.map((_node, at) => at);
}

function participants({ nodes }: Plan): readonly number[] {
  return nodes.flatMap(({ kind }, at) => (kind === 'participant' ? [at] : []));
}
