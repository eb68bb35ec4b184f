import type { Path, Plan } from '../../../core/plan/plan';
import { everybody, nodesIn, type Scope, shared } from '../../scope';

/** Whether a node gets an intermediate key, and what that key may sign; not which key it is. */
export function delegationOf({ intermediate }: Plan['nodes'][number]): string {
  return intermediate.type === 'on' ? intermediate.restriction : intermediate.type;
}

/** The node and the answer that a path leads to; nothing for a path that is no node's. */
export function placeOf(path: Path | undefined): { index: number; answer: Path } | undefined {
  const [, index, answer] = /^nodes\.(\d+)\.(.+)$/.exec(path ?? '') ?? [];
  return index === undefined || answer === undefined ? undefined : { index: Number(index), answer };
}

/**
 * The scope that brings an answer into view: tables show all nodes, so only another node's page, or nodes that don't
 * agree about their intermediate keys, hide it. The synchronizer is asked for among all nodes.
 */
export function scopeFor(plan: Plan, scope: Scope, path: Path | undefined): Scope {
  if (path?.startsWith('synchronizer.')) return everybody;
  const place = placeOf(path);
  if (place === undefined || plan.nodes[place.index] === undefined) return scope;
  const { index, answer } = place;
  if (scope.type === 'node') return scope.index === index ? scope : { type: 'node', index };
  const isHidden = answer.startsWith('intermediate') && shared(nodesIn(plan, scope), delegationOf).type === 'differ';
  return isHidden ? { type: 'node', index } : scope;
}
