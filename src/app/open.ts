import type { Release } from '../core/canton/releases';
import { decodeLink } from '../core/link/decode';
import type { Decoded, Notice } from '../core/link/decoded';
import { readPlanFile } from '../core/link/read-plan-file';
import { withTicks } from '../core/link/read-ticks';
import { migrate, newPlan, rotate } from '../core/plan/defaults';
import { planDigest } from '../core/plan/digest';
import { examples } from '../core/plan/examples';
import type { Plan } from '../core/plan/plan';
import type { Ticks } from '../core/plan/ticks';
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
      return decoded(readPlanFile(request.stored.plan), 'own', request.stored.outside);
    case 'file':
      return known(decoded(readPlanFile(request.text), 'own', true), draft);
    case 'link':
      return known(decoded(withTicks(await decodeLink(request.link), request.done), 'guest', true), draft);
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
 * The visitor's own plan comes back as their own: a bookmark of today's draft is no guest. What somebody else has done of
 * its runbook joins what is done here, and that is said.
 */
function known(opened: Opened | string, draft: StoredDraft | undefined): Opened | string {
  if (typeof opened === 'string' || draft === undefined) return opened;
  const mine = readPlanFile(draft.plan);
  if (mine.type === 'failure' || planDigest(mine.plan) !== planDigest(opened.plan)) return opened;
  const ticks = new Set([...(mine.ticks ?? []), ...opened.ticks]);
  const joined = ticks.size - (mine.ticks ?? []).length;
  const said = `${joined} ${joined === 1 ? 'step of the runbook is' : 'steps of the runbook are'} done there and not here: ticked off here, too.`;
  return {
    ...opened,
    owner: 'own',
    outside: draft.outside,
    ticks: [...ticks],
    notices: joined === 0 ? opened.notices : [...opened.notices, { message: said }],
  };
}
