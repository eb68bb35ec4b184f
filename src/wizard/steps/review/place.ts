import type { Path, Plan } from '../../../core/plan/plan';
import { kmsWords, nodeWords } from '../../words';

/** What an answer belongs to, in a person's words: the node's name, the KMS. */
export function placeOf(plan: Plan, path: Path): string {
  const [part, index] = path.split('.');
  const at = Number(index);
  const node = part === 'nodes' ? plan.nodes[at] : undefined;
  if (node !== undefined) return nodeWords(node, at);
  if (part === 'task') return { new: 'Plan', rotate: 'Rotation', migrate: 'Migration' }[plan.task.type];
  const kms = part === 'kms' ? plan.kms[at] : undefined;
  return kms === undefined ? 'Plan' : kmsWords(plan.kms, kms);
}
