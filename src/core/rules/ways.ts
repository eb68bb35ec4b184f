import { newWay } from '../plan/defaults';
import { withFacts, withWay } from '../plan/edit-migration';
import type { Plan } from '../plan/plan';
import type { KeyPlace, Migrate, MigrationFacts, MigrationWay } from '../plan/task';
import { type KnownWay, knownWays } from './known-ways';
import { rootsOf } from './roots';
import { type Argument, argument, type State } from './way-judgements';

/** A way, judged by the answers of a plan. */
export type Way = Pick<KnownWay, 'id' | 'title' | 'about'> & {
  /** Where a runbook of ours leads along it, the arm of the plan that it comes from; the others are described only. */
  readonly runbook: MigrationWay['type'] | undefined;
  /** Whether it leads from where the keys are to where they should be. */
  readonly leads: boolean;
  /** Why it is out; nothing when it is open. */
  readonly against: readonly Argument[];
  /** What to know before it is taken. */
  readonly mind: readonly Argument[];
};

/** All ways, those of which nothing speaks against first. */
export function waysOf(plan: Plan, task: Migrate): readonly Way[] {
  const { facts } = task;
  const state: State = { plan, facts, roots: rootsOf(plan, task) };
  const judged = knownWays.map((way): Way => {
    const { id, title, about, ends, runbook, judge } = way;
    const leads = ends.some(([today, wanted]) => today === facts.today && wanted === facts.wanted);
    const { against, mind } = leads ? judge(state) : { against: [elsewhere(way)], mind: [] };
    return { id, title, about, runbook: runbook?.(facts), leads, against, mind };
  });
  return [...judged.filter(isOpen), ...judged.filter((way) => !isOpen(way))];
}

/**
 * Answers one of the questions. Where the chosen way doesn't lead on and another one with a runbook does, that is taken:
 * the first of them, which asks least.
 */
export function answered(plan: Plan, change: Partial<MigrationFacts>): Plan {
  const after = withFacts(plan, change);
  const way = after.task.type === 'migrate' ? betterWay(after, after.task) : undefined;
  return way === undefined ? after : withWay(after, newWay(way));
}

/** Another way with a runbook that is open, where the chosen one is not. */
export function betterWay(plan: Plan, task: Migrate): MigrationWay['type'] | undefined {
  const open = waysOf(plan, task).flatMap((way) => (isOpen(way) && way.runbook !== undefined ? [way.runbook] : []));
  return open.includes(task.way.type) ? undefined : open[0];
}

/** Whether nothing speaks against a way. */
export function isOpen({ against }: Way): boolean {
  return against.length === 0;
}

/** Where keys live, as an end of a way. */
export const placeWords: Record<KeyPlace, string> = {
  plain: 'in the database in the clear',
  envelope: 'in the database encrypted',
  external: 'in a KMS only',
};

function elsewhere({ ends, source }: KnownWay): Argument {
  const words = (at: 0 | 1) => [...new Set(ends.map((end) => placeWords[end[at]]))].join(', or ');
  return argument(`It leads from keys ${words(0)} to keys ${words(1)}.`, source);
}
