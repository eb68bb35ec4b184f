import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Node } from './node';
import type { Plan } from './plan';

/** Nodes are never changed in place, so a node's digest holds as long as the object lives: a keystroke hashes one node. */
const known = new WeakMap<Node, string>();
const knownPlans = new WeakMap<Plan, string>();

function nodeDigest(node: Node): string {
  const before = known.get(node);
  if (before !== undefined) return before;
  const digest = hash(canonical(node));
  known.set(node, digest);
  return digest;
}

/**
 * Twelve hexadecimal digits that stand for the whole plan: two people who see the same digest look at the same answers.
 * It doesn't depend on the order in which an object's keys were written.
 */
export function planDigest(plan: Plan): string {
  const before = knownPlans.get(plan);
  if (before !== undefined) return before;
  const { nodes, ...rest } = plan;
  const digest = hash([canonical(rest), ...nodes.map(nodeDigest)].join('\n')).slice(0, 12);
  knownPlans.set(plan, digest);
  return digest;
}

function hash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
