import type { Plan } from './plan';
import type { MigrationFacts, MigrationWay } from './task';

/** The changes an operator makes to a migration, each a pure step from plan to plan. */

/** Answers one of the questions. */
export function withFacts(plan: Plan, change: Partial<MigrationFacts>): Plan {
  const { task } = plan;
  if (task.type !== 'migrate') return plan;
  return { ...plan, task: { ...task, facts: { ...task.facts, ...change } } };
}

/** Chooses a way. */
export function withWay(plan: Plan, way: MigrationWay): Plan {
  const { task } = plan;
  if (task.type !== 'migrate') return plan;
  return { ...plan, task: { ...task, way } };
}
