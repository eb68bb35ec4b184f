import { type KeyPurpose, keyPurposes } from '../../../core/canton/key-purposes';
import { type KeyAt, keyAt } from '../../../core/plan/edit-rotation';
import { isRotatable, purposeOf } from '../../../core/plan/observed';
import type { KeyRotation, ObservedKey, ObservedNode, Rotate } from '../../../core/plan/task';
import { hasWords } from '../../search-words';

/** A rotation with its place in the task. */
export type Chosen<T> = { readonly place: number; readonly rotation: T };

export type KeyLine = { readonly key: ObservedKey; readonly chosen: Chosen<KeyRotation> | undefined };

/** A node with the keys that can be replaced, in the order in which a node is set up with them. */
export type NodeLines = {
  readonly node: ObservedNode;
  readonly lines: readonly KeyLine[];
  readonly root: ObservedKey | undefined;
};

/** What the inventory shows and what is chosen of it; `strays` are rotations of keys that it doesn't show as announced. */
export function rotationLines({ inventory, keys }: Rotate): {
  nodes: readonly NodeLines[];
  strays: readonly Chosen<KeyRotation>[];
} {
  const byKey = new Map<string, Chosen<KeyRotation>>();
  keys.forEach((rotation, place) => {
    if (!byKey.has(keyAt(rotation))) byKey.set(keyAt(rotation), { place, rotation });
  });
  const shown = new Set<number>();
  const nodes = inventory.map((node) => {
    const lines = node.keys
      .filter(isRotatable)
      .sort((a, b) => keyPurposes.indexOf(purposeOf(a)) - keyPurposes.indexOf(purposeOf(b)))
      .map((key): KeyLine => {
        const chosen = byKey.get(keyAt({ node: node.name, fingerprint: key.fingerprint }));
        if (chosen !== undefined) shown.add(chosen.place);
        return { key, chosen };
      });
    return { node, lines, root: node.keys.find((key) => key.root) };
  });
  const strays = keys.flatMap((rotation, place) => (shown.has(place) ? [] : [{ place, rotation }]));
  return { nodes, strays };
}

/** The keys of some nodes, all of them or those for one purpose. */
export function keysIn(nodes: readonly NodeLines[], purpose?: KeyPurpose): { at: KeyAt; isChosen: boolean }[] {
  return nodes.flatMap(({ node, lines }) =>
    lines
      .filter(({ key }) => purpose === undefined || purposeOf(key) === purpose)
      .map(({ key, chosen }) => ({
        at: { node: node.name, fingerprint: key.fingerprint },
        isChosen: chosen !== undefined,
      })),
  );
}

/** Whether a node has each of these words in its name, or a key of its in name, fingerprint or what it is for. */
export function isFound({ node, lines }: NodeLines, text: string): boolean {
  return hasWords(text, () => [
    node.name,
    node.kind,
    ...lines.flatMap(({ key }) => [key.fingerprint, key.name, purposeOf(key)]),
  ]);
}
