import { type KeyPurpose, purposesOf } from '../canton/key-purposes';
import { givenKeys, intermediateOn } from './defaults';
import { editNodes } from './edit';
import { keyFromPattern } from './key-pattern';
import type { GivenKeys, Intermediate, Node } from './node';
import type { Plan } from './plan';

/**
 * The changes an operator makes to the keys that nodes are given, each a pure step. A node whose keys don't live in the
 * KMS has none to give and stays as it is.
 */

/** Where the id of a key stands among the given ones. */
export const keyFields = {
  namespace: 'namespace',
  'sequencer-auth': 'sequencerAuth',
  signing: 'signing',
  encryption: 'encryption',
} as const satisfies Record<KeyPurpose, Exclude<keyof GivenKeys, 'type'>>;

/** Who makes the keys of a node: Canton, or somebody before it; nothing for a node whose keys aren't in the KMS. */
export type KeysBy = 'generated' | 'given';

export function keysBy({ custody }: Node): KeysBy | undefined {
  return custody.type === 'external' ? custody.keys.type : undefined;
}

/** The id of a given key; empty where there is none. */
export function keyOf({ custody }: Node, purpose: KeyPurpose): string {
  return custody.type === 'external' && custody.keys.type === 'given' ? custody.keys[keyFields[purpose]] : '';
}

/** Says who makes a node's keys. Ids that stand there stay as long as they are given. */
export function withKeysBy(node: Node, by: KeysBy): Node {
  if (node.custody.type !== 'external' || node.custody.keys.type === by) return node;
  const keys = by === 'given' ? givenKeys() : ({ type: 'generated' } as const);
  return { ...node, custody: { ...node.custody, keys } };
}

/** Ids for some of a node's keys; the others stay. */
export type KeyIds = Partial<Record<KeyPurpose, string>>;

/** Gives a node keys by their ids. One whose keys Canton would make is given them from now on. */
export function withKeyIds(node: Node, ids: KeyIds): Node {
  const { custody } = node;
  if (custody.type !== 'external') return node;
  const before = custody.keys.type === 'given' ? custody.keys : givenKeys();
  const keys: GivenKeys = {
    type: 'given',
    namespace: ids.namespace ?? before.namespace,
    sequencerAuth: ids['sequencer-auth'] ?? before.sequencerAuth,
    signing: ids.signing ?? before.signing,
    encryption: ids.encryption ?? before.encryption,
  };
  return { ...node, custody: { ...custody, keys } };
}

/** Gives nodes the keys of a table, by the nodes' places. */
export function giveKeys(plan: Plan, rows: Iterable<{ readonly index: number; readonly ids: KeyIds }>): Plan {
  const ids = new Map([...rows].map((row) => [row.index, row.ids]));
  return editNodes(plan, ids.keys(), (node, index) => withKeyIds(node, ids.get(index) ?? {}));
}

/** Gives each of the nodes the ids that a pattern makes of its name, in the place of what stands there. */
export function fillByPattern(plan: Plan, indices: Iterable<number>, pattern: string): Plan {
  return editNodes(plan, indices, (node) =>
    node.name === ''
      ? node
      : withKeyIds(
          node,
          Object.fromEntries(
            purposesOf(node.kind).map((purpose) => [purpose, keyFromPattern(pattern, node.name, purpose)]),
          ),
        ),
  );
}

/** Whether a node gets an intermediate key; what was answered about it stays as long as it does. */
export function withIntermediate(node: Node, type: Intermediate['type']): Node {
  if (node.intermediate.type === type) return node;
  return { ...node, intermediate: type === 'on' ? intermediateOn() : { type } };
}

/** Changes a node's answers about its intermediate key; a node without one stays as it is. */
export function editIntermediate(
  node: Node,
  change: Partial<Omit<Extract<Intermediate, { type: 'on' }>, 'type'>>,
): Node {
  return node.intermediate.type === 'on' ? { ...node, intermediate: { ...node.intermediate, ...change } } : node;
}
