import type { Plan } from '../plan/plan';

/** A plan is never changed in place, so which node has which name is worked out once for it. */
const known = new WeakMap<Plan['nodes'], ReadonlyMap<string, readonly number[]>>();

/** The nodes of each name, as indices: a name may be given twice by mistake. */
export function nodesNamed(nodes: Plan['nodes']): ReadonlyMap<string, readonly number[]> {
  const before = known.get(nodes);
  if (before !== undefined) return before;
  const index = new Map<string, number[]>();
  for (const [at, { name }] of nodes.entries()) {
    const namesakes = index.get(name);
    if (namesakes === undefined) index.set(name, [at]);
    else namesakes.push(at);
  }
  known.set(nodes, index);
  return index;
}
