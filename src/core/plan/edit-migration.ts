import { followInventory } from './edit-inventory';
import { addMoves, unmovedNodes, withoutMoves, withSuccessorsFor } from './edit-moves';
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
 * participant gets a successor, and those that are there already go along. A way within the database needs none.
 */
export function withWay(plan: Plan, way: MigrationWay): Plan {
  const { task } = plan;
  if (task.type !== 'migrate') return plan;
  const other = way.type !== task.way.type;
  const kept = other && 'moves' in way && way.moves.length === 0 ? { ...way, moves: [...movesOf(plan)] } : way;
  const before = !other ? plan : 'moves' in kept ? withSuccessorsFor(plan, kept.type) : withoutMoves(plan);
  const followed = followInventory({ ...before, task: { ...task, way: kept } });
  return hasMoves(followed) && movesOf(followed).length === 0 ? addMoves(followed, unmovedNodes(followed)) : followed;
}
