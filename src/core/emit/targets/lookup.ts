import { type CantonKey, defaultOf, find, knows } from '../../canton/keys';
import type { Default, Key } from '../../canton/keys-model';
import type { Release } from '../../canton/releases';

/** A key as one release line has it. */
export type KeyInLine = { readonly key: Key; readonly fallback: Default | undefined };

const remembered: { readonly [R in Release]: Map<string, KeyInLine | undefined> } = {
  '3.3': new Map(),
  '3.4': new Map(),
  '3.5': new Map(),
  '3.6': new Map(),
};

/**
 * The key at a path, in a line that reads it; `undefined` where the line would refuse it. Remembered, since a thousand
 * nodes ask the same few questions.
 */
export function lookUp(path: string, release: Release): KeyInLine | undefined {
  const known = remembered[release];
  const before = known.get(path);
  if (before !== undefined || known.has(path)) return before;
  const found = ask(path, release);
  known.set(path, found);
  return found;
}

function ask(path: string, release: Release): KeyInLine | undefined {
  const key = find(path);
  if (key === undefined || !isKey(path) || !knows(path, release)) return undefined;
  return { key, fallback: defaultOf(path, release) };
}

function isKey(path: string): path is CantonKey {
  return find(path) !== undefined;
}
