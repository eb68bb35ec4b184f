import { type WrapperInUse, wrappersInUse } from '../../../core/plan/observed';
import type { ObservedNode, Rotate, WrapperRotation } from '../../../core/plan/task';
import type { Chosen } from './rows';

/** A node with envelope encryption, and what is chosen for its wrapper key. */
export type WrapperLine = {
  readonly node: ObservedNode;
  /** The one with most keys first; more than one is a store half rotated. */
  readonly inUse: readonly WrapperInUse[];
  readonly chosen: Chosen<WrapperRotation> | undefined;
};

/** The nodes whose keys are under a wrapper key; `strays` are rotations for nodes that show none. */
export function wrapperLines({ inventory, wrappers }: Rotate): {
  lines: readonly WrapperLine[];
  strays: readonly Chosen<WrapperRotation>[];
} {
  const byNode = new Map<string, Chosen<WrapperRotation>>();
  wrappers.forEach((rotation, place) => {
    if (!byNode.has(rotation.node)) byNode.set(rotation.node, { place, rotation });
  });
  const lines = inventory.flatMap((node) => {
    const inUse = wrappersInUse(node);
    return inUse.length === 0 ? [] : [{ node, inUse, chosen: byNode.get(node.name) }];
  });
  const shown = new Set(lines.map(({ chosen }) => chosen?.place));
  const strays = wrappers.flatMap((rotation, place) => (shown.has(place) ? [] : [{ place, rotation }]));
  return { lines, strays };
}
