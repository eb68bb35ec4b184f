import { type KeyPurpose, keyPurposes } from '../../../core/canton/key-purposes';
import { nodeKinds } from '../../../core/plan/node';
import { purposeOf, wrappersInUse } from '../../../core/plan/observed';
import type { ObservedNode } from '../../../core/plan/task';
import { counted } from '../../counted';
import { modeOf } from '../../observed-words';
import { hasWords } from '../../search-words';

/** What an inventory shows of a node, as a row of a table says it. */

const short = {
  namespace: 'namespace',
  'sequencer-auth': 'authentication',
  signing: 'signing',
  encryption: 'encryption',
} as const satisfies Record<KeyPurpose, string>;

/** The announced keys by what they are for: "1 authentication, 2 signing". */
export function announcedKeys({ keys }: ObservedNode): string {
  const counts = keyPurposes.flatMap((purpose) => {
    const count = keys.filter((key) => key.mapped && purposeOf(key) === purpose).length;
    return count === 0 ? [] : [`${count} ${short[purpose]}`];
  });
  return counts.length === 0 ? 'none announced' : counts.join(', ');
}

/** Keys that are held without being announced, the root key aside. */
export function keysAside({ keys }: ObservedNode): number {
  return keys.filter((key) => !key.mapped && !key.root).length;
}

/** "3 nodes: 2 participants, 1 mediator. 11 keys." */
export function inSum(nodes: readonly ObservedNode[]): string {
  const kinds = nodeKinds.flatMap((kind) => {
    const count = nodes.filter((node) => node.kind === kind).length;
    return count === 0 ? [] : [counted(count, kind)];
  });
  const keys = nodes.reduce((sum, node) => sum + node.keys.length, 0);
  return `${counted(nodes.length, 'node')}: ${kinds.join(', ')}. ${counted(keys, 'key')}.`;
}

/** Whether a node has each of these words in its name or in what is said of it. */
export function isFound(node: ObservedNode, text: string): boolean {
  return hasWords(text, () => [
    node.name,
    node.kind,
    modeOf(node),
    node.uid,
    node.lost.length > 0 ? 'lost' : '',
    ...wrappersInUse(node).map(({ id }) => id),
  ]);
}
