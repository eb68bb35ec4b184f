import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Path, Plan } from '../core/plan/plan';
import type { Finding } from '../core/rules/finding';
import { findings } from '../core/rules/rules';
import { createFindingsStore, type FilesSeen, type FindingsStore } from './findings-store';
import { usePlanStore } from './use-plan';

const FindingsContext = createContext<FindingsStore | undefined>(undefined);

/**
 * Judges the plan in view after each change has been painted: a keystroke never waits for the rules or for the list of
 * files, and a burst of them is judged once.
 */
export function FindingsProvider({ children }: { children: ReactNode }) {
  const plans = usePlanStore();
  const [store] = useState(() => createFindingsStore(plans.plan(), findings));
  useEffect(() => {
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        timer = setTimeout(() => store.judge(plans.plan()), 0);
      });
    };
    store.judge(plans.plan());
    const leave = plans.subscribe(look);
    return () => {
      leave();
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [plans, store]);
  return <FindingsContext value={store}>{children}</FindingsContext>;
}

function useFindingsStore(): FindingsStore {
  const store = useContext(FindingsContext);
  if (store === undefined) throw new Error('No findings: render this below <FindingsProvider>.');
  return store;
}

/** All findings, errors first. Renders again when any of them changes; a field wants {@link useFindingsAt}. */
export function useFindings(): readonly Finding[] {
  const store = useFindingsStore();
  return useSyncExternalStore(store.subscribe, store.all, store.all);
}

/** The errors among the findings. */
export function useErrors(): readonly Finding[] {
  const store = useFindingsStore();
  return useSyncExternalStore(store.subscribe, store.errors, store.errors);
}

/** The findings at one answer. */
export function useFindingsAt(path: Path): readonly Finding[] {
  const store = useFindingsStore();
  const at = useCallback(() => store.at(path), [store, path]);
  return useSyncExternalStore(store.subscribe, at, at);
}

/** The files of the plan, and those among them that errors stop. */
export function useFiles(): FilesSeen {
  const store = useFindingsStore();
  return useSyncExternalStore(store.subscribe, store.files, store.files);
}

/** The plan as it was judged last, a moment after a keystroke: for what may follow once that is painted. */
export function useJudgedPlan(): Plan {
  const store = useFindingsStore();
  return useSyncExternalStore(store.subscribe, store.plan, store.plan);
}
