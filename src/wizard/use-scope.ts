import { useState } from 'react';
import type { Path, Plan } from '../core/plan/plan';
import { everybody, type Scope } from './scope';
import { useWantedPath } from './use-field-focus';
import { usePlan } from './use-plan';

/**
 * Whom the answers of a step are for. An answer that somebody is led to comes into view, and a node that is gone makes
 * place for all.
 * @param scopeFor the scope that has a field for an answer; the one it is given where that will do
 */
export function useScope(scopeFor: (plan: Plan, scope: Scope, path: Path | undefined) => Scope) {
  const plan = usePlan();
  const wanted = useWantedPath();
  const [scope, setScope] = useState<Scope>(everybody);
  const [seen, setSeen] = useState<typeof wanted>();
  if (wanted !== seen) {
    setSeen(wanted);
    setScope(scopeFor(plan, scope, wanted));
  }
  const isGone = scope.type === 'node' && plan.nodes[scope.index] === undefined;
  return { scope: isGone ? everybody : scope, setScope };
}
