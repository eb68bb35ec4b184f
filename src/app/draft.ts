import type { Plan } from '../core/plan/plan';
import type { Ticks } from '../core/plan/ticks';
import {
  type DraftStorage,
  draftKey,
  parseStored,
  putAside,
  type StoredDraft,
  storedFrom,
  writeDraft,
} from './stored-drafts';

export type DraftStatus =
  | { readonly type: 'kept' }
  /** Another tab changed the draft since this one wrote it; nothing is written until somebody decides. */
  | { readonly type: 'conflict'; readonly theirs: StoredDraft }
  /** The browser keeps nothing for this page. */
  | { readonly type: 'unavailable' };

/** Keeps a plan in storage. Shaped for `useSyncExternalStore`. */
export type Draft = {
  readonly status: () => DraftStatus;
  readonly subscribe: (listener: () => void) => () => void;
  readonly write: (plan: Plan, outside: boolean, ticks?: Ticks) => void;
  /** Tells of a change that another tab made: the new text of the storage's entry. */
  readonly changedElsewhere: (storageKey: string | null, text: string | null) => void;
  /** Writes this tab's plan over the other's, which is put aside. */
  readonly keepMine: (plan: Plan, outside: boolean, ticks?: Ticks) => void;
  /** This tab has taken over the other's plan. */
  readonly tookTheirs: () => void;
};

/**
 * The draft as one tab keeps it.
 * @param tab a name that no other tab has
 */
export function createDraft(storage: DraftStorage, tab: string): Draft {
  let status: DraftStatus = { type: 'kept' };
  /** The plan this tab wrote or took last; none before the first write, which takes the draft over. */
  let mine: string | undefined;
  const listeners = new Set<() => void>();

  function become(next: DraftStatus): void {
    if (next.type === 'kept' && status.type === 'kept') return;
    status = next;
    for (const listener of [...listeners]) listener();
  }

  /** What another tab has put there, when this tab would write over it. */
  function inTheWay(text: string | null): StoredDraft | undefined {
    const there = parseStored(text);
    return there === undefined || there.tab === tab || mine === undefined || there.plan === mine ? undefined : there;
  }

  function put(plan: Plan, outside: boolean, ticks: Ticks = []): void {
    const stored = storedFrom(plan, tab, outside, ticks);
    try {
      writeDraft(storage, stored);
      mine = stored.plan;
      become({ type: 'kept' });
    } catch {
      become({ type: 'unavailable' });
    }
  }

  /** A tab that slept may have missed the other's change, so what is there is looked at before each write. */
  function look(): StoredDraft | undefined {
    try {
      return inTheWay(storage.getItem(draftKey));
    } catch {
      return undefined;
    }
  }

  return {
    status: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    write(plan, outside, ticks) {
      if (status.type === 'conflict') return;
      const theirs = look();
      if (theirs === undefined) put(plan, outside, ticks);
      else become({ type: 'conflict', theirs });
    },
    changedElsewhere(storageKey, text) {
      if (storageKey !== draftKey) return;
      const theirs = inTheWay(text);
      if (theirs !== undefined) become({ type: 'conflict', theirs });
    },
    keepMine(plan, outside, ticks) {
      putAside(storage);
      put(plan, outside, ticks);
    },
    tookTheirs() {
      if (status.type === 'conflict') mine = status.theirs.plan;
      become({ type: 'kept' });
    },
  };
}
