import type { Plan } from '../core/plan/plan';
import type { Ticks } from '../core/plan/ticks';

/** How many steps undo reaches back. Plans share what didn't change between them, so a step costs little. */
const steps = 200;

/** Edits of one group that follow each other within this time, in milliseconds, are one step. */
const pause = 1_000;

export type History = { readonly canUndo: boolean; readonly canRedo: boolean };

/** A change of the plan: returns a new plan, or the very same one when there is nothing to change. */
export type Change = (plan: Plan) => Plan;

/**
 * Makes a change.
 * @param group what is being changed, for instance the path of a field: keystrokes in one field become one undo step.
 *   An edit without a group is always a step of its own.
 */
export type Edit = (change: Change, group?: string) => void;

/** The plan in view and the way back through its changes. Shaped for `useSyncExternalStore`. */
export type PlanStore = {
  readonly plan: () => Plan;
  /** The same object as long as neither flag changes. */
  readonly history: () => History;
  readonly subscribe: (listener: () => void) => () => void;
  /** What is done of the runbook; beside the plan, and not part of undo. */
  readonly ticks: () => ReadonlySet<string>;
  readonly tick: (id: string, done: boolean) => void;
  /** Takes over what is done elsewhere. */
  readonly takeTicks: (done: Ticks) => void;
  readonly edit: Edit;
  readonly undo: () => void;
  readonly redo: () => void;
};

/**
 * A store that starts with a plan and no history. Plans are never changed in place: caches rely on it.
 * @param now milliseconds from any start, only ever growing
 * @param done what was ticked off before
 */
export function createPlanStore(initial: Plan, now: () => number = () => Date.now(), done: Ticks = []): PlanStore {
  let plan = initial;
  let ticks: ReadonlySet<string> = new Set(done);
  let past: readonly Plan[] = [];
  let future: readonly Plan[] = [];
  let history: History = { canUndo: false, canRedo: false };
  let open: { readonly group: string; readonly at: number } | undefined;
  const listeners = new Set<() => void>();

  function show(next: Plan): void {
    plan = next;
    const canUndo = past.length > 0;
    const canRedo = future.length > 0;
    if (history.canUndo !== canUndo || history.canRedo !== canRedo) history = { canUndo, canRedo };
    for (const listener of [...listeners]) listener();
  }

  return {
    plan: () => plan,
    history: () => history,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    ticks: () => ticks,
    tick(id, isDone) {
      if (ticks.has(id) === isDone) return;
      const others = [...ticks].filter((other) => other !== id);
      ticks = new Set(isDone ? [...others, id] : others);
      for (const listener of [...listeners]) listener();
    },
    takeTicks(taken) {
      ticks = new Set(taken);
      for (const listener of [...listeners]) listener();
    },
    edit(change, group) {
      const next = change(plan);
      if (next === plan) return;
      const at = now();
      const goesOn = open !== undefined && open.group === group && at - open.at <= pause;
      if (!goesOn) past = [...past, plan].slice(-steps);
      open = group === undefined ? undefined : { group, at };
      future = [];
      show(next);
    },
    undo() {
      const before = past.at(-1);
      if (before === undefined) return;
      past = past.slice(0, -1);
      future = [plan, ...future];
      open = undefined;
      show(before);
    },
    redo() {
      const [after, ...rest] = future;
      if (after === undefined) return;
      past = [...past, plan];
      future = rest;
      open = undefined;
      show(after);
    },
  };
}

/**
 * A function that picks a part of the plan and answers with the same value until the plan changes, even when the
 * selector builds a new object each time it is called.
 */
export function watchPart<T>(store: PlanStore, select: (plan: Plan) => T): () => T {
  let seen: { readonly plan: Plan; readonly part: T } | undefined;
  return () => {
    const plan = store.plan();
    if (seen?.plan !== plan) seen = { plan, part: select(plan) };
    return seen.part;
  };
}
