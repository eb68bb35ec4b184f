import type { Kms } from '../plan/kms';
import type { Node } from '../plan/node';
import type { Path, Plan } from '../plan/plan';
import type { Finding } from './finding';
import { usersOf } from './users';

/** Looks at every node; `at` is the path of its answers. */
export function eachNode(plan: Plan, look: (node: Node, at: Path, index: number) => readonly Finding[]): Finding[] {
  const found: Finding[] = [];
  for (const [index, node] of plan.nodes.entries()) {
    // Most nodes have nothing, and there may be thousands.
    for (const finding of look(node, `nodes.${index}`, index)) found.push(finding);
  }
  return found;
}

/** Looks at every KMS that a node uses: the others reach no file. */
export function eachKms(plan: Plan, look: (kms: Kms, at: Path, index: number) => readonly Finding[]): Finding[] {
  return plan.kms.flatMap((kms, index) => (usersOf(plan, kms).length > 0 ? look(kms, `kms.${index}`, index) : []));
}
