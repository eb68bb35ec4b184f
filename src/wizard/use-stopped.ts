import { useDeferredValue, useMemo } from 'react';
import { isStopped, type Outline } from '../core/emit/artefact';
import { outlineOf } from './outline-of';
import { touchedNodes } from './stopped';
import { useFindings } from './use-findings';
import { usePlan } from './use-plan';

/** The nodes whose files are stopped by errors, a moment after a keystroke: that is painted first. */
export function useTouchedNodes(): ReadonlySet<number> {
  const plan = useDeferredValue(usePlan());
  const findings = useFindings();
  return useMemo(() => touchedNodes(plan, findings), [plan, findings]);
}

/** The files of the plan, and those among them that errors stop, a moment after a keystroke. */
export function useStoppedFiles(): { files: readonly Outline[]; stopped: readonly Outline[] } {
  const files = outlineOf(useDeferredValue(usePlan()));
  const touched = useTouchedNodes();
  return useMemo(() => ({ files, stopped: files.filter((file) => isStopped(file, touched)) }), [files, touched]);
}
