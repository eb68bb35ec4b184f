import { movesOf } from '../plan/migration';
import type { Node } from '../plan/node';
import type { Plan } from '../plan/plan';
import type { Migrate, ObservedNode } from '../plan/task';

type Planned = { readonly node: Node; readonly index: number };

/** A move between two participants, with what the plan and the inventory say of its ends. */
export type Pair = {
  /** Where the move stands in the way. */
  readonly at: number;
  readonly from: string;
  readonly old: Planned | undefined;
  readonly next: Planned | undefined;
  readonly seen: { readonly observed: ObservedNode; readonly row: number } | undefined;
};

/** The moves whose ends make sense; a node that stands in several counts in the first. What is wrong with the others is said there. */
export function pairsOf(plan: Plan, { inventory }: Pick<Migrate, 'inventory'>): readonly Pair[] {
  const planned = new Map([...plan.nodes.entries()].reverse().map(([index, node]) => [node.name, { node, index }]));
  const rows = new Map([...inventory.entries()].reverse().map(([row, observed]) => [observed.name, { observed, row }]));
  const participant = (name: string) => {
    const found = planned.get(name);
    return found?.node.kind === 'participant' ? found : undefined;
  };
  const known = new Set<string>();
  return movesOf(plan).flatMap(({ from, to }, at) => {
    if (from === to || known.has(from) || known.has(to)) return [];
    known.add(from).add(to);
    return [{ at, from, old: participant(from), next: participant(to), seen: rows.get(from) }];
  });
}
