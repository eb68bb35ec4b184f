import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Plan } from './plan';
import type { Task } from './task';

/** Nothing in a plan is changed in place, so a digest holds as long as its object lives: a keystroke hashes one item. */
const known = new WeakMap<object, string>();

function remembered(of: object, textOf: () => string): string {
  const before = known.get(of);
  if (before !== undefined) return before;
  const digest = hash(textOf());
  known.set(of, digest);
  return digest;
}

/**
 * Twelve hexadecimal digits that stand for the whole plan: two people who see the same digest look at the same answers.
 * It doesn't depend on the order in which an object's keys were written.
 */
export function planDigest(plan: Plan): string {
  const { nodes, task, ...rest } = plan;
  const digest = remembered(plan, () =>
    [canonical({ ...rest, task: withDigests(task) }), ...nodes.map(itemDigest)].join('\n'),
  );
  return digest.slice(0, 12);
}

/** A rotation holds thousands of rows: each list is hashed by its items. */
function withDigests(task: Task): object {
  if (task.type === 'new') return task;
  if (task.type === 'migrate') return { ...task, inventory: listDigest(task.inventory) };
  const { inventory, wrappers, keys, deletions, ...rest } = task;
  const lists = { inventory, wrappers, keys, deletions };
  return { ...rest, ...Object.fromEntries(Object.entries(lists).map(([name, items]) => [name, listDigest(items)])) };
}

function listDigest(items: readonly object[]): string {
  return remembered(items, () => items.map(itemDigest).join('\n'));
}

function itemDigest(item: object): string {
  return remembered(item, () => canonical(item));
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
