import { useMemo } from 'react';
import { touchedNodes } from './stopped';
import { useFindings } from './use-findings';
import { usePlan } from './use-plan';

/** The nodes whose files are stopped by errors right now. */
export function useTouchedNodes(): ReadonlySet<number> {
  const plan = usePlan();
  const findings = useFindings();
  return useMemo(() => touchedNodes(plan, findings), [plan, findings]);
}
