import type { Path, Plan } from '../../../core/plan/plan';

/** What an answer belongs to, in a person's words: the node's name, the KMS. */
export function placeOf(plan: Plan, path: Path): string {
  const [part, index] = path.split('.');
  const at = Number(index);
  if (part === 'nodes' && index !== undefined) return plan.nodes[at]?.name || `Node ${at + 1}`;
  if (part === 'kms' && index !== undefined)
    return plan.kms[at]?.name || (plan.kms.length > 1 ? `KMS ${at + 1}` : 'KMS');
  return 'Plan';
}
