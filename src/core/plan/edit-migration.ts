import type { Plan } from './plan';
import type { MigrationFacts, MigrationWay } from './task';

/** The changes an operator makes to a migration, each a pure step from plan to plan. */

/** Answers one of the questions. Where one way alone leads from today to where the keys should be, it is taken. */
export function withFacts(plan: Plan, change: Partial<MigrationFacts>): Plan {
  const { task } = plan;
  if (task.type !== 'migrate') return plan;
  const facts = { ...task.facts, ...change };
  const way = wayBetween(facts);
  const answered: Plan = { ...plan, task: { ...task, facts } };
  return way === undefined || way.type === task.way.type ? answered : withWay(answered, way);
}

/** Chooses a way; nodes whose keys it encrypts are planned so. */
export function withWay(plan: Plan, way: MigrationWay): Plan {
  const { task } = plan;
  if (task.type !== 'migrate') return plan;
  return { ...plan, task: { ...task, way } };
}

/** The way within the database, where both ends are there. */
function wayBetween({ today, wanted }: MigrationFacts): MigrationWay | undefined {
  if (today === 'plain' && wanted === 'envelope') return { type: 'encrypt' };
  return today === 'envelope' && wanted === 'plain' ? { type: 'revert' } : undefined;
}
