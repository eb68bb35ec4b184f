import type { KeyPurpose } from '../canton/key-purposes';
import type { CustodyType } from './edit';
import type { ObservedKey, ObservedNode } from './task';

/** What an inventory says about nodes and keys, in the words that questions and scripts use. */

/** Where a node's private keys live, told by the keys themselves; nothing when it holds none. */
export function observedCustody({ keys }: ObservedNode): CustodyType | undefined {
  if (keys.some((key) => key.kmsKeyId !== '')) return 'external';
  if (keys.some((key) => key.wrapperKeyId !== '')) return 'envelope';
  return keys.length > 0 ? 'none' : undefined;
}

export type WrapperInUse = { readonly id: string; readonly keys: number };

/** The wrapper keys that a node's keys are encrypted with, the one with most keys first. More than one is a mixed store. */
export function wrappersInUse({ keys }: ObservedNode): readonly WrapperInUse[] {
  const counts = new Map<string, number>();
  for (const { wrapperKeyId: id } of keys) if (id !== '') counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, keys]) => ({ id, keys })).sort((a, b) => b.keys - a.keys);
}

/** What a key is for: its first use, since a key of Canton's own making has one. */
export function purposeOf(key: ObservedKey): KeyPurpose {
  return key.purpose === 'encryption' ? 'encryption' : (key.usage[0] ?? 'signing');
}

/** Whether a key can be replaced by another: the node has announced it, and it isn't the root of its namespace. */
export function isRotatable(key: ObservedKey): boolean {
  return key.mapped && !key.root;
}
