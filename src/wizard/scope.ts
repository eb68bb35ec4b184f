import { nodesWithKms } from '../core/plan/edit';
import type { Node } from '../core/plan/node';
import type { Plan } from '../core/plan/plan';

/** Whom the answers of a step are for: all nodes that have a KMS, or one node. */
export type Scope = { readonly type: 'all' } | { readonly type: 'node'; readonly index: number };

export const everybody: Scope = { type: 'all' };

/** A node with its place in the plan. */
export type Placed = { readonly index: number; readonly node: Node };

/** The nodes a scope names. While no node has a KMS, all of them: the mode chosen now gives them one. */
export function nodesIn(plan: Plan, scope: Scope): Placed[] {
  const placed = (index: number) => {
    const node = plan.nodes[index];
    return node === undefined ? [] : [{ index, node }];
  };
  if (scope.type === 'node') return placed(scope.index);
  const withKms = nodesWithKms(plan);
  return (withKms.length > 0 ? withKms : [...plan.nodes.keys()]).flatMap(placed);
}

/** The answer that nodes share, or that they don't. */
export type Shared<T> = { readonly type: 'same'; readonly value: T } | { readonly type: 'differ' };

/** Compares an answer between nodes by what it says. Without nodes there is nothing to share. */
export function shared<T>(nodes: readonly Placed[], pick: (node: Node) => T): Shared<T> {
  const [first, ...rest] = nodes;
  if (first === undefined) return { type: 'differ' };
  const value = pick(first.node);
  const text = JSON.stringify(value);
  const same = rest.every(({ node }) => pick(node) === value || JSON.stringify(pick(node)) === text);
  return same ? { type: 'same', value } : { type: 'differ' };
}

/** How often each answer is given, as a person would say it: "2 envelope, 1 external". */
export function tally(nodes: readonly Placed[], word: (node: Node) => string): string {
  const counts = new Map<string, number>();
  for (const { node } of nodes) counts.set(word(node), (counts.get(word(node)) ?? 0) + 1);
  return [...counts].map(([text, count]) => `${count} ${text}`).join(', ');
}

/** Why no choice is shown as made: the nodes don't share one. */
export function differHint(nodes: readonly Placed[], word: (node: Node) => string): string {
  return `The nodes differ: ${tally(nodes, word)}. A choice made here holds for all of them.`;
}

/** Some names, and how many more there are. */
export function someNames(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
