import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Plan } from '../core/plan/plan';
import { type Edit, type History, type PlanStore, watchPart } from './plan-store';

/** The store of the plan in view: the visitor's own, or a guest's. Set by the app with `<PlanContext value={store}>`. */
export const PlanContext = createContext<PlanStore | undefined>(undefined);

/** The store itself, for code that looks at the plan outside of rendering. */
export function usePlanStore(): PlanStore {
  const store = useContext(PlanContext);
  if (store === undefined) throw new Error('No plan store: render this below <PlanContext value={...}>.');
  return store;
}

/** The whole plan; the component renders again with every change. Prefer {@link usePlanPart} in a field. */
export function usePlan(): Plan {
  const store = usePlanStore();
  return useSyncExternalStore(store.subscribe, store.plan, store.plan);
}

/**
 * A part of the plan; the component renders again only when the part changes (compared with `Object.is`, so pick
 * something that stands in the plan, or a plain value).
 */
export function usePlanPart<T>(select: (plan: Plan) => T): T {
  const store = usePlanStore();
  const part = useMemo(() => watchPart(store, select), [store, select]);
  return useSyncExternalStore(store.subscribe, part, part);
}

/** Changes the plan. The function stays the same as long as the store does. */
export function useEdit(): Edit {
  return usePlanStore().edit;
}

/** What is done of the runbook, and the way to tick a step off or on again. */
export function useTicks(): Pick<PlanStore, 'tick'> & { readonly ticks: ReadonlySet<string> } {
  const store = usePlanStore();
  const ticks = useSyncExternalStore(store.subscribe, store.ticks, store.ticks);
  return { ticks, tick: store.tick };
}

export function useHistory(): History & Pick<PlanStore, 'undo' | 'redo'> {
  const store = usePlanStore();
  const history = useSyncExternalStore(store.subscribe, store.history, store.history);
  return { ...history, undo: store.undo, redo: store.redo };
}
