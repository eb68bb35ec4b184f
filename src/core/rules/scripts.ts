import type { Node } from '../plan/node';
import type { Plan } from '../plan/plan';

/** Which scripts a plan comes to, as far as its answers depend on it. */

/** Whether a node is built on keys that were made beforehand, by a script. */
export function isGivenKeys({ custody }: Node): boolean {
  return custody.type === 'external' && custody.keys.type === 'given';
}

/**
 * Whether a console is needed: then it must know where the nodes are. The keys of every node with a KMS can be listed, and
 * a node without one can delegate as well.
 */
export function hasScripts({ task, nodes }: Plan): boolean {
  return (
    task.type === 'rotate' ||
    nodes.some(({ custody, intermediate }) => custody.type !== 'none' || intermediate.type === 'on')
  );
}

/** Whether a script brings a whole synchronizer up: some node's keys are given, and there is one of each kind. */
export function bringsUp({ task, nodes }: Plan): boolean {
  if (task.type !== 'new' || !nodes.some(isGivenKeys)) return false;
  const kinds = new Set(nodes.map(({ kind }) => kind));
  return kinds.size === 3;
}
