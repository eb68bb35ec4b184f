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
import { type Elsewhere, ticksOfSteps } from './elsewhere';
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
  /** What was ticked off in the runbook of a guest's plan when it was opened, as a sentence. */
  readonly ticked?: string | undefined;
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
      return fromOutside(
        decoded(withTicks(await decodeLink(request.link), request.done), 'guest', true),
        draft,
        request.done !== undefined,
      );
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

/**
 * What is ticked off in it is held against its runbook, where it has one, before anything is made of it.
 * @param again whether the page was loaded again, so that ticks of the visitor's own may be among them
 */
function fromOutside(opened: Opened | string, draft: StoredDraft | undefined, again = false): Opened | string {
  if (typeof opened === 'string') return opened;
  const boxes = opened.ticks.length === 0 ? undefined : boxesOfPlan(opened.plan);
  if (boxes === undefined) return known(opened, [], draft);
  const names = new Set(boxes.map(({ tick }) => tick));
  const ticks = [...new Set(opened.ticks)].filter((tick) => names.has(tick));
  const strange = new Set(opened.ticks).size - ticks.length;
  const message = `${counted(strange, 'tick')} of no step of this runbook ${strange === 1 ? 'was' : 'were'} left out.`;
  const notices = strange === 0 ? opened.notices : [...opened.notices, { message }];
  const result = known({ ...opened, ticks, notices }, boxes, draft);
  const given = new Set(ticks);
  const ticked = boxes.filter(({ tick }) => given.has(tick));
  return result.owner === 'own' || ticked.length === 0 ? result : { ...result, ticked: tickedAtFirst(ticked, again) };
}

/**
 * The visitor's own plan comes back as their own: a bookmark of today's draft is no guest. What is done of its runbook
 * stays what the visitor has ticked off. A file was opened by hand, so what somebody else has done joins it; a link may
 * have been followed for anything, so it only offers. Either says which steps.
 */
function known(opened: Opened, boxes: readonly Box[], draft: StoredDraft | undefined): Opened {
  if (draft === undefined) return opened;
  const mine = readPlanFile(draft.plan);
  const digest = planDigest(opened.plan);
  if (mine.type === 'failure' || planDigest(mine.plan) !== digest) return opened;
  const own = mine.ticks ?? [];
  const there = new Set(opened.ticks);
  for (const tick of own) there.delete(tick);
  const more = boxes.filter(({ tick }) => there.has(tick));
  const joined = opened.owner === 'own';
  const ticks = more.map(({ tick }) => tick);
  const elsewhere = ticks.length === 0 ? undefined : { boxes: more, plan: digest, joined };
  return {
    ...opened,
    owner: 'own',
    outside: draft.outside,
    ticks: joined ? [...own, ...ticks] : own,
    elsewhere,
  };
}

/** Nobody should take for done by themselves what a link says is done. */
function tickedAtFirst(boxes: readonly Box[], again: boolean): string {
  const had = again ? 'Before the page was loaded again, its runbook had' : 'Its runbook came with';
  return `${had} ${ticksOfSteps(boxes)}.`;
}
