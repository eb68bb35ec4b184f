import type { Plan } from '../core/plan/plan';
import type { Ticks } from '../core/plan/ticks';

/**
 * What the browser's own storage holds of the visitor's plans. What the start screen shows of a draft stands beside the
 * plan, so that screen needs neither schemas nor codecs.
 */
export const draftKey = 'canton-kms-wizard.draft';
const asideKey = 'canton-kms-wizard.drafts-before';
const damagedKey = 'canton-kms-wizard.draft-damaged';

/** So many drafts are kept when others take their place. */
const mostAside = 5;

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
  /** The plan as JSON text, with what is done of its runbook; it may be anything, since storage can be changed by anyone on this machine. */
  readonly plan: string;
};

export function storedFrom(plan: Plan, tab: string, outside: boolean, ticks: Ticks = []): StoredDraft {
  const { name, nodes, release } = plan;
  const whole = ticks.length === 0 ? plan : { ticks, ...plan };
  return { name, nodes: nodes.length, release, tab, outside, plan: JSON.stringify(whole) };
}

/** Reads what a tab wrote. Anything else is no draft. */
export function parseStored(text: string | null): StoredDraft | undefined {
  const value = parse(text);
  return isStored(value) ? value : undefined;
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}

const types = { name: 'string', nodes: 'number', release: 'string', tab: 'string', outside: 'boolean', plan: 'string' };

function isStored(value: unknown): value is StoredDraft {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(types).every(([field, type]) => typeof Reflect.get(value, field) === type);
}

/** Everything that is kept: the draft, those whose place it took (newest first), and what could not be read. */
export type Drafts = {
  readonly draft?: StoredDraft;
  readonly before: readonly StoredDraft[];
  /** The raw text of a draft that was damaged, so that it can be saved as a file. */
  readonly damaged?: string;
};

export function readDrafts(storage: DraftStorage): Drafts {
  try {
    const text = storage.getItem(draftKey);
    const draft = parseStored(text);
    const damaged = draft === undefined && text !== null ? text : storage.getItem(damagedKey);
    const before = readAside(storage).filter(({ plan }) => plan !== draft?.plan);
    return { ...(draft && { draft }), before, ...(damaged !== null && { damaged }) };
  } catch {
    // Storage is switched off: there is no draft, and the wizard says so once something is to be kept.
    return { before: [] };
  }
}

function readAside(storage: DraftStorage): readonly StoredDraft[] {
  const value = parse(storage.getItem(asideKey));
  return Array.isArray(value) ? value.filter(isStored) : [];
}

/** Writes the draft. Where there isn't room for it, the oldest of those before it go first. */
export function writeDraft(storage: DraftStorage, draft: StoredDraft): void {
  keepDamaged(storage);
  try {
    storage.setItem(draftKey, JSON.stringify(draft));
  } catch (error) {
    const before = readAside(storage);
    if (before.length === 0) throw error;
    writeAside(storage, before.slice(0, -1));
    writeDraft(storage, draft);
  }
}

/** Puts today's draft aside, so that another plan can take its place and nothing is lost. */
export function putAside(storage: DraftStorage): void {
  try {
    keepDamaged(storage);
    const draft = parseStored(storage.getItem(draftKey));
    if (draft === undefined) return;
    const others = readAside(storage).filter(({ plan }) => plan !== draft.plan);
    writeAside(storage, [draft, ...others].slice(0, mostAside));
  } catch {
    // Nothing can be stored, so nothing was.
  }
}

/** Where there isn't room for all of them, the oldest go first. */
function writeAside(storage: DraftStorage, drafts: readonly StoredDraft[]): void {
  try {
    storage.setItem(asideKey, JSON.stringify(drafts));
  } catch (error) {
    if (drafts.length <= 1) throw error;
    writeAside(storage, drafts.slice(0, -1));
  }
}

/** Takes a draft that nobody can read out of the way of the next one. */
function keepDamaged(storage: DraftStorage): void {
  const text = storage.getItem(draftKey);
  if (text === null || parseStored(text) !== undefined) return;
  storage.setItem(damagedKey, text);
  storage.removeItem(draftKey);
}

/** The visitor has seen that a draft was damaged, and needs it no longer. */
export function forgetDamaged(storage: DraftStorage): void {
  if (parseStored(storage.getItem(draftKey)) === undefined) storage.removeItem(draftKey);
  storage.removeItem(damagedKey);
}
