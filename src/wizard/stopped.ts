import type { Plan } from '../core/plan/plan';
import type { Finding } from '../core/rules/finding';
import { nodesTouchedBy } from '../core/rules/touches';

/** The nodes, as indices, whose answers have errors: their files must not leave the page. */
export function touchedNodes(plan: Plan, findings: readonly Finding[]): ReadonlySet<number> {
  const touched = new Set<number>();
  for (const { severity, path } of findings) {
    if (severity !== 'error') continue;
    for (const node of nodesTouchedBy(plan, path)) touched.add(node);
    if (touched.size === plan.nodes.length) break;
  }
  return touched;
}
