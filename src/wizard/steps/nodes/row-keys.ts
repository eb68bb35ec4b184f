import type { Node } from '../../../core/plan/node';

/** The nodes of a plan, each with a key that stays its own while it is typed into, moved, or brought back by undo. */
export type Rows = { readonly nodes: readonly Node[]; readonly keys: readonly number[]; readonly next: number };

export const noRows: Rows = { nodes: [], keys: [], next: 0 };

/**
 * Gives each node of a new list the key it had: the plan has no ids for nodes, but a node that only moved is still the
 * same object, and one that was typed into still stands at its place. Selection and focus hold on to these keys.
 */
export function withKeys(before: Rows, nodes: readonly Node[]): Rows {
  if (before.nodes === nodes) return before;
  const known = new Map(before.nodes.map((node, place) => [node, before.keys[place]]));
  const kept = nodes.map((node) => {
    const key = known.get(node);
    known.delete(node);
    return key;
  });
  const used = new Set(kept);
  let next = before.next;
  const keys = kept.map((key, place) => {
    if (key !== undefined) return key;
    const here = before.keys[place];
    if (here !== undefined && !used.has(here)) {
      used.add(here);
      return here;
    }
    next += 1;
    return next - 1;
  });
  return { nodes, keys, next };
}
