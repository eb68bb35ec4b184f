import type { KeyPurpose } from '../../../core/canton/key-purposes';
import { defaultNeed, type KeyNeed } from '../../../core/canton/key-specs';
import type { KmsType } from '../../../core/canton/schemes';
import type { Node } from '../../../core/plan/node';
import { kmsOf, type Plan } from '../../../core/plan/plan';
import type { Placed } from '../../scope';
import { nodeWords } from '../../words';

/** What a key of a node must be in its KMS, by the default that holds on the node; nothing where no such key exists. */
export function needOf(plan: Plan, node: Node, purpose: KeyPurpose): KeyNeed | undefined {
  const type = kmsOf(plan, node)?.type;
  if (type === undefined) return undefined;
  const { signingKeys, encryptionKeys } = node.schemes;
  return defaultNeed(type, purpose, { signing: signingKeys.default, encryption: encryptionKeys.default }, plan.release);
}

/** What the keys of some nodes must be; the same for all of them. */
export type NeedGroup = {
  readonly type: KmsType;
  readonly signing: KeyNeed | undefined;
  /** Of those nodes that have an encryption key; nothing where none has, or the KMS has no such key. */
  readonly encryption: KeyNeed | undefined;
  readonly decrypts: boolean;
  readonly names: readonly string[];
};

/** Gathers nodes whose keys must be alike. */
export function needGroups(plan: Plan, nodes: readonly Placed[]): NeedGroup[] {
  const groups = new Map<
    string,
    { group: Omit<NeedGroup, 'names' | 'decrypts'>; names: string[]; decrypts: boolean }
  >();
  for (const { node, index } of nodes) {
    const type = kmsOf(plan, node)?.type;
    if (type === undefined) continue;
    const group = { type, signing: needOf(plan, node, 'signing'), encryption: needOf(plan, node, 'encryption') };
    const key = JSON.stringify(group);
    const known = groups.get(key) ?? { group, names: [], decrypts: false };
    known.names.push(nodeWords(node, index));
    known.decrypts ||= node.kind === 'participant';
    groups.set(key, known);
  }
  return [...groups.values()].map(({ group, names, decrypts }) => ({ ...group, names, decrypts }));
}
