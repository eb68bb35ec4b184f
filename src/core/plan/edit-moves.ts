import { longestNodeName } from '../canton/node-names';
import { external, givenKeys, newNode } from './defaults';
import { withKeysBy } from './edit-keys';
import { freshName } from './fresh-name';
import { hasMoves, movesOf } from './migration';
import type { Custody, Node } from './node';
import { maxNodes, type Plan } from './plan';
import type { Move } from './task';

/** Which new node takes the place of which old one, each change a pure step from plan to plan. */

/** Participants that could move: their keys are in the database, and no move speaks of them yet. */
export function unmovedNodes(plan: Plan): readonly Node[] {
  const moved = new Set(movesOf(plan).flatMap(({ from, to }) => [from, to]));
  return plan.nodes.filter(
    ({ kind, name, custody }) => kind === 'participant' && custody.type !== 'external' && !moved.has(name),
  );
}

/**
 * Moves each of these nodes to a new one, which joins the plan with its keys in the KMS and stores its data as the old
 * one does. Where it takes the keys along they are given, and its namespace is the old one; its identifier is its own.
 */
export function addMoves(plan: Plan, old: readonly Node[]): Plan {
  if (!hasMoves(plan)) return plan;
  const names = new Set(plan.nodes.map(({ name }) => name));
  const room = Math.max(0, maxNodes - plan.nodes.length);
  const added = old.slice(0, room).map((node) => {
    const to = freshName(names, `${node.name.slice(0, longestNodeName - suffix.length)}${suffix}`);
    names.add(to);
    return { move: { from: node.name, to }, node: successor(plan, node, to) };
  });
  const joined = { ...plan, nodes: [...plan.nodes, ...added.map(({ node }) => node)] };
  return withMoves(joined, (moves) => [...moves, ...added.map(({ move }) => move)]);
}

const suffix = '-kms';

function successor({ task, kms }: Plan, { storage, replicas }: Node, to: string): Node {
  const id = kms[0]?.id ?? '';
  const takesKeys = task.type === 'migrate' && task.way.type === 'export';
  const custody: Custody = takesKeys ? { type: 'external', kms: id, keys: givenKeys() } : external(id);
  return { ...newNode('participant', to, custody), storage, replicas };
}

/** Changes one end of a move. */
export function changeMove(plan: Plan, at: number, change: Partial<Move>): Plan {
  return withMoves(plan, (moves) => moves.map((move, row) => (row === at ? { ...move, ...change } : move)));
}

/** Takes a move back, and its new node out of the plan where no other move speaks of it and it was given no keys. */
export function removeMove(plan: Plan, at: number): Plan {
  const gone = movesOf(plan)[at];
  if (gone === undefined) return plan;
  const left = withMoves(plan, (moves) => moves.filter((_, row) => row !== at));
  const named = movesOf(left).some(({ from, to }) => from === gone.to || to === gone.to);
  const nodes = left.nodes.filter(({ name, custody }) => {
    return named || name !== gone.to || hasKeys(custody);
  });
  return { ...left, nodes };
}

/** Takes all moves back, each as {@link removeMove} does. */
export function withoutMoves(plan: Plan): Plan {
  return movesOf(plan).reduce((left) => removeMove(left, 0), plan);
}

/** The new nodes of a plan as another way needs them: with keys that are imported, or of Canton's making. Ids that stand there stay. */
export function withSuccessorsFor(plan: Plan, way: 'export' | 'transfer'): Plan {
  const names = new Set(movesOf(plan).map(({ to }) => to));
  const by = way === 'export' ? 'given' : 'generated';
  const nodes = plan.nodes.map((node) =>
    names.has(node.name) && !hasKeys(node.custody) ? withKeysBy(node, by) : node,
  );
  return { ...plan, nodes };
}

function hasKeys(custody: Custody): boolean {
  if (custody.type !== 'external') return true;
  if (custody.keys.type === 'generated') return false;
  const { type: _, ...ids } = custody.keys;
  return Object.values(ids).some((id) => id !== '');
}

function withMoves(plan: Plan, change: (moves: readonly Move[]) => readonly Move[]): Plan {
  const { task } = plan;
  if (task.type !== 'migrate' || !('moves' in task.way)) return plan;
  return { ...plan, task: { ...task, way: { ...task.way, moves: [...change(task.way.moves)] } } };
}
