import type { Plan } from '../core/plan/plan';

/**
 * The visitor's draft in the browser's own storage. What the start screen shows of it is stored beside the plan, so that
 * screen needs neither schemas nor codecs.
 */
const key = 'canton-kms-wizard.draft';
const asideKey = 'canton-kms-wizard.draft-before';

/** As much of the browser's storage as a draft needs. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A stored draft before anything has looked at the plan itself. */
export type StoredDraft = {
  readonly name: string;
  readonly nodes: number;
  readonly release: string;
  /** Who wrote it last: each tab has a name of its own. */
  readonly tab: string;
  /** The plan came from a link or a file, and nobody has confirmed yet what it says about who holds the keys. */
  readonly outside: boolean;
  /** The plan as JSON text; it may be anything, since storage can be changed by anyone on this machine. */
  readonly plan: string;
};

export function storedFrom(plan: Plan, tab: string, outside: boolean): StoredDraft {
  const { name, nodes, release } = plan;
  return { name, nodes: nodes.length, release, tab, outside, plan: JSON.stringify(plan) };
}

/** Reads what a tab wrote. Anything else is no draft. */
export function parseStored(text: string | null): StoredDraft | undefined {
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isStored(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isStored(value: unknown): value is StoredDraft {
  if (typeof value !== 'object' || value === null) return false;
  const types = {
    name: 'string',
    nodes: 'number',
    release: 'string',
    tab: 'string',
    outside: 'boolean',
    plan: 'string',
  };
  return Object.entries(types).every(([field, type]) => typeof Reflect.get(value, field) === type);
}

/** The draft, and the one that was put aside when another plan took its place. */
export function readDrafts(storage: DraftStorage): { draft?: StoredDraft; before?: StoredDraft } {
  try {
    const draft = parseStored(storage.getItem(key));
    const before = parseStored(storage.getItem(asideKey));
    return { ...(draft && { draft }), ...(before && { before }) };
  } catch {
    // Storage is switched off: there is no draft, and the wizard says so once something is to be kept.
    return {};
  }
}

/** Puts today's draft aside, so that another plan can take its place and nothing is lost. */
export function putAside(storage: DraftStorage): void {
  try {
    const draft = storage.getItem(key);
    if (draft !== null) storage.setItem(asideKey, draft);
  } catch {
    // Nothing was stored, so nothing can be lost.
  }
}

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
  readonly write: (plan: Plan, outside: boolean) => void;
  /** Tells of a change that another tab made: the new text of the storage's entry. */
  readonly changedElsewhere: (storageKey: string | null, text: string | null) => void;
  /** Writes this tab's plan over the other's. */
  readonly keepMine: (plan: Plan, outside: boolean) => void;
  /** This tab has taken over the other's plan. */
  readonly tookTheirs: () => void;
};

export function createDraft(storage: DraftStorage, tab: string): Draft {
  let status: DraftStatus = { type: 'kept' };
  let written: string | undefined;
  const listeners = new Set<() => void>();
  const become = (next: DraftStatus) => {
    if (next.type === 'kept' && status.type === 'kept') return;
    status = next;
    for (const listener of [...listeners]) listener();
  };
  const put = (plan: Plan, outside: boolean) => {
    const stored = storedFrom(plan, tab, outside);
    try {
      storage.setItem(key, JSON.stringify(stored));
      written = stored.plan;
      become({ type: 'kept' });
    } catch {
      become({ type: 'unavailable' });
    }
  };
  return {
    status: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    write(plan, outside) {
      if (status.type !== 'conflict') put(plan, outside);
    },
    changedElsewhere(storageKey, text) {
      if (storageKey !== key) return;
      const theirs = parseStored(text);
      if (theirs === undefined || theirs.tab === tab || theirs.plan === written) return;
      become({ type: 'conflict', theirs });
    },
    keepMine: put,
    tookTheirs: () => become({ type: 'kept' }),
  };
}
