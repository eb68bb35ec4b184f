import type { Path, Plan } from '../plan/plan';
import { usersOf } from './users';

/**
 * The nodes whose files an error at a path concerns, as indices: a node's own answers that node, a KMS's answers the
 * nodes that use it, anything else all of them.
 */
export function nodesTouchedBy(plan: Plan, path: Path): readonly number[] {
  const [part, index] = path.split('.');
  if (index !== undefined && part === 'nodes') return [Number(index)];
  const kms = index !== undefined && part === 'kms' ? plan.kms[Number(index)] : undefined;
  return kms === undefined ? plan.nodes.map((_node, at) => at) : usersOf(plan, kms);
}
