import { createContext, useCallback, useContext, useEffect, useSyncExternalStore } from 'react';
import type { Path } from '../core/plan/plan';
import { createFieldFocus, type FieldFocus, fieldOf, showField, useNavigate } from './navigation';
import { stepShowing } from './step-showing';
import { usePlanStore } from './use-plan';

export const FieldFocusContext = createContext<FieldFocus>(createFieldFocus());

/** The path of the answer whose field has, or last had, the focus. */
export function useFocusedPath(): Path | undefined {
  const focus = useContext(FieldFocusContext);
  return useSyncExternalStore(focus.subscribe, focus.focused, focus.focused);
}

/**
 * The answer somebody asked to be led to, for steps that show only some of their fields at once (tabs, an editor for one
 * node): show the part that holds it, and the focus follows by itself.
 */
export function useWantedPath(): Path | undefined {
  const focus = useContext(FieldFocusContext);
  return useSyncExternalStore(focus.subscribe, focus.wanted, focus.wanted);
}

/** Leads to the field of an answer, in whichever step it stands. */
export function useGoTo(): (path: Path) => void {
  const focus = useContext(FieldFocusContext);
  const navigate = useNavigate();
  const store = usePlanStore();
  return useCallback(
    (path: Path) => {
      focus.want(path);
      navigate(stepShowing(store.plan(), path));
    },
    [focus, navigate, store],
  );
}

/**
 * Gives the focus to the wanted field once the step is on the page; to the step's heading when the answer has no field,
 * as a whole list hasn't. Rendered once, after the step.
 */
export function useArrival(root: () => HTMLElement | null): void {
  const focus = useContext(FieldFocusContext);
  const wanted = useWantedPath();
  useEffect(() => {
    const element = root();
    if (wanted === undefined || element === null) return;
    const frame = requestAnimationFrame(() => {
      const field = fieldOf(element, wanted);
      focus.want(undefined);
      if (field === undefined) element.querySelector('h1')?.focus();
      else showField(field);
    });
    return () => cancelAnimationFrame(frame);
  });
}
