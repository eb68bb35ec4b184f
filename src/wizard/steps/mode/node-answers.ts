import type { Path, Plan } from '../../../core/plan/plan';
import { nodesIn, type Placed, type Scope, shared } from '../../scope';

/** Of the nodes in view, those that are asked for session signing keys: only a KMS that signs can be spared calls. */
export function askedForSessionKeys(nodes: readonly Placed[]): Placed[] {
  return nodes.filter(({ node }) => node.custody.type === 'external' || node.sessionSigningKeys.type === 'on');
}

/** What this step asks of each node. */
export const nodeAnswers = ['custody', 'schemes', 'sessionSigningKeys', 'parallelism'] as const;
export type NodeAnswer = (typeof nodeAnswers)[number];

/**
 * Whether a node's answer has a field on the page: the first node speaks for all in view as long as they agree. Where
 * they don't, no node's fields are shown, the first one's neither; only the mode can be chosen all the same.
 */
export function hasField(plan: Plan, scope: Scope, index: number, answer: NodeAnswer): boolean {
  const inView = nodesIn(plan, scope);
  const nodes = answer === 'sessionSigningKeys' ? askedForSessionKeys(inView) : inView;
  if (nodes[0]?.index !== index) return false;
  return answer === 'custody' || shared(nodes, (node) => node[answer]).type === 'same';
}

/** The scope that brings an answer into view: an answer that has no field on the page wants its node's own page. */
export function scopeFor(plan: Plan, scope: Scope, path: Path | undefined): Scope {
  const [, place, name] = /^nodes\.(\d+)\.(\w+)/.exec(path ?? '') ?? [];
  const answer = nodeAnswers.find((one) => one === name);
  const index = Number(place);
  if (answer === undefined || plan.nodes[index] === undefined || hasField(plan, scope, index, answer)) return scope;
  return { type: 'node', index };
}
