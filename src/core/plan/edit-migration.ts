import { followInventory } from './edit-inventory';
import { addMoves, unmovedNodes } from './edit-moves';
import { hasMoves, movesOf } from './migration';
import type { Plan } from './plan';
import type { MigrationFacts, MigrationWay } from './task';

/** The changes an operator makes to a migration, each a pure step from plan to plan. */

/** Answers one of the questions. */
export function withFacts(plan: Plan, change: Partial<MigrationFacts>): Plan {
  const { task } = plan;
  if (task.type !== 'migrate') return plan;
  return { ...plan, task: { ...task, facts: { ...task.facts, ...change } } };
}

/**
 * Chooses a way. Nodes that were seen are planned as it needs them; where new nodes take the place of old ones, each
 * participant gets a successor.
 */
export function withWay(plan: Plan, way: MigrationWay): Plan {
  const { task } = plan;
  if (task.type !== 'migrate') return plan;
  const followed = followInventory({ ...plan, task: { ...task, way } });
  return hasMoves(followed) && movesOf(followed).length === 0 ? addMoves(followed, unmovedNodes(followed)) : followed;
}
