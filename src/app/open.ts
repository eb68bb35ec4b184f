import type { Release } from '../core/canton/releases';
import { type Box, boxesOfPlan } from '../core/emit/runbook/boxes';
import { decodeLink } from '../core/link/decode';
import type { Decoded, Notice } from '../core/link/decoded';
import { readPlanFile } from '../core/link/read-plan-file';
import { withTicks } from '../core/link/read-ticks';
import { migrate, newPlan, rotate } from '../core/plan/defaults';
import { planDigest } from '../core/plan/digest';
import { examples } from '../core/plan/examples';
import type { Plan } from '../core/plan/plan';
import type { Ticks } from '../core/plan/ticks';
import { counted } from '../wizard/counted';
import type { Owner } from './routes';
import type { StoredDraft } from './stored-drafts';

/** What the visitor asked to open. */
export type OpenRequest =
  | { readonly type: 'new' | 'rotate' | 'migrate'; readonly release: Release }
  | { readonly type: 'stored'; readonly stored: StoredDraft }
  | { readonly type: 'example'; readonly id: string }
  | { readonly type: 'file'; readonly text: string }
  /** `done`: what was done of its runbook before the page was loaded again; read as a stranger's. */
  | { readonly type: 'link'; readonly link: string; readonly done?: unknown };

/** What somebody else has done of the runbook of the visitor's own plan, and the visitor has not. */
export type Elsewhere = {
  readonly ticks: Ticks;
  /** Whether they are ticked off here by now, as with a file that was opened for them; a link only offers them. */
  readonly joined: boolean;
  /** How many there are and of which steps, as a sentence. */
  readonly message: string;
};

/** A plan that could be opened, and what has to be said about it. */
export type Opened = {
  readonly plan: Plan;
  /** What is done of its runbook. */
  readonly ticks: Ticks;
  /** A guest's plan stands beside the visitor's own draft and is never written over it unasked. */
  readonly owner: Owner;
  /** It came from outside: before anything of it leaves the page, the visitor confirms who holds the keys. */
  readonly outside: boolean;
  readonly notices: readonly Notice[];
  readonly elsewhere?: Elsewhere | undefined;
};

/**
 * Opens what was asked for.
 * @param draft the visitor's own draft: a link or file that says the very same is not from outside
 * @returns the plan, or a sentence that says why there is none
 */
export async function open(request: OpenRequest, draft: StoredDraft | undefined): Promise<Opened | string> {
  switch (request.type) {
    case 'new':
      return own({ ...newPlan(), release: request.release });
    case 'rotate':
      return own({ ...newPlan(), release: request.release, task: rotate(), nodes: [] });
    case 'migrate':
      return own({ ...newPlan(), release: request.release, task: migrate(), nodes: [] });
    case 'example':
      return own(examples.find(({ id }) => id === request.id)?.plan() ?? newPlan());
    case 'stored':
      // All of its ticks: an answer that is on trial takes steps out of the runbook, and they come back with it.
      return decoded(readPlanFile(request.stored.plan), 'own', request.stored.outside);
    case 'file':
      return fromOutside(decoded(readPlanFile(request.text), 'own', true), draft);
    case 'link':
      return fromOutside(decoded(withTicks(await decodeLink(request.link), request.done), 'guest', true), draft);
  }
}

function own(plan: Plan): Opened {
  return { plan, ticks: [], owner: 'own', outside: false, notices: [] };
}

function decoded(result: Decoded, owner: Owner, outside: boolean): Opened | string {
  return result.type === 'failure'
    ? result.failure.message
    : { plan: result.plan, ticks: result.ticks ?? [], owner, outside, notices: result.notices };
}

/** What is ticked off in it is held against its runbook, where it has one, before anything is made of it. */
function fromOutside(opened: Opened | string, draft: StoredDraft | undefined): Opened | string {
  if (typeof opened === 'string') return opened;
  const boxes = opened.ticks.length === 0 ? undefined : boxesOfPlan(opened.plan);
  if (boxes === undefined) return known(opened, [], draft);
  const names = new Set(boxes.map(({ tick }) => tick));
  const ticks = [...new Set(opened.ticks)].filter((tick) => names.has(tick));
  const strange = new Set(opened.ticks).size - ticks.length;
  const message = `${counted(strange, 'tick')} of no step of this runbook ${strange === 1 ? 'was' : 'were'} left out.`;
  const notices = strange === 0 ? opened.notices : [...opened.notices, { message }];
  return known({ ...opened, ticks, notices }, boxes, draft);
}

/**
 * The visitor's own plan comes back as their own: a bookmark of today's draft is no guest. What is done of its runbook
 * stays what the visitor has ticked off. A file was opened by hand, so what somebody else has done joins it; a link may
 * have been followed for anything, so it only offers. Either says which steps.
 */
function known(opened: Opened, boxes: readonly Box[], draft: StoredDraft | undefined): Opened {
  if (draft === undefined) return opened;
  const mine = readPlanFile(draft.plan);
  if (mine.type === 'failure' || planDigest(mine.plan) !== planDigest(opened.plan)) return opened;
  const own = mine.ticks ?? [];
  const there = new Set(opened.ticks);
  for (const tick of own) there.delete(tick);
  const more = boxes.filter(({ tick }) => there.has(tick));
  const joined = opened.owner === 'own';
  const ticks = more.map(({ tick }) => tick);
  const elsewhere = ticks.length === 0 ? undefined : { ticks, joined, message: doneThere(more) };
  return {
    ...opened,
    owner: 'own',
    outside: draft.outside,
    ticks: joined ? [...own, ...ticks] : own,
    elsewhere,
  };
}

/** The most steps that are told by their titles. */
const mostTitles = 3;

function doneThere(boxes: readonly Box[]): string {
  const titles = [...new Set(boxes.map(({ title }) => `“${title}”`))];
  const more = titles.length - mostTitles;
  const told = more > 0 ? [...titles.slice(0, mostTitles), counted(more, 'more step')] : titles;
  const last = told.slice(-1).join('');
  const steps = told.length === 1 ? last : `${told.slice(0, -1).join(', ')} and ${last}`;
  return `Done there and not here: ${counted(boxes.length, 'tick')}, of ${steps}.`;
}
