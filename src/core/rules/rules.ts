import type { Plan } from '../plan/plan';
import { type Finding, type Rule, severities } from './finding';
import { formatRule } from './formats';
import { missingRule } from './missing';
import { nodeNameRule } from './node-names';
import { storageRule } from './storage';

/** Every family of findings. A new one joins here. */
const rules: readonly Rule[] = [formatRule, missingRule, nodeNameRule, storageRule];

/**
 * Everything that would go wrong with a plan, worst first, then by place. A plan without errors is one that Canton
 * loads and starts.
 */
export function findings(plan: Plan): Finding[] {
  return rules.flatMap((rule) => rule(plan)).sort(bySeverityAndPath);
}

const inOrder = new Intl.Collator('en', { numeric: true });

function bySeverityAndPath(one: Finding, other: Finding): number {
  const worse = severities.indexOf(one.severity) - severities.indexOf(other.severity);
  return worse === 0 ? inOrder.compare(one.path, other.path) : worse;
}
