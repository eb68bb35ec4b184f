import { readPlanFile } from '../core/link/read-plan-file';
import type { PlanStore } from '../wizard/plan-store';
import type { Draft } from './draft';
import type { Opened } from './open';
import type { StoredDraft } from './stored-drafts';

/** What is open: a plan, whose it is, and what is still to be said about it. */
export type Session = Omit<Opened, 'plan' | 'ticks'> & {
  readonly store: PlanStore;
  /** Outlives the screen: a visit to the start page must not forget what another tab did meanwhile. */
  readonly draft: Draft;
};

/**
 * Goes on with what another tab made of the draft. Ticks that were offered for this tab's plan are offered no more: not
 * even after an undo, since what is done by now is the other tab's to say.
 */
export function takeTheirs(session: Session, theirs: StoredDraft): Session {
  const read = readPlanFile(theirs.plan);
  if (read.type === 'failure') return session;
  session.draft.tookTheirs();
  session.store.edit(() => read.plan);
  session.store.takeTicks(read.ticks ?? []);
  return {
    ...session,
    outside: session.outside || theirs.outside,
    notices: read.notices,
    elsewhere: undefined,
  };
}
