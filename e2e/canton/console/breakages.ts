import type { Plan } from '../../../src/core/plan/plan';
import { ofDelegation, ofIdentity, ofNetwork } from './break-new';
import { ofKeys, ofLists, ofNode } from './break-node';
import { ofInventory, ofReplacements, ofRetired } from './break-rotation';
import { kmsKey } from './scenarios';
import type { World } from './world';

/** A world in which something is not as a script relies on. */
export type Breakage = { readonly what: string; readonly world: World };

/** The KMS has whatever a breakage speaks of: what is wrong is with the node. */
function knowing(world: World): World {
  const wrappers = ['third', 'fourth', 'fifth'].map((id) => kmsKey(id, 'symmetric', 'symmetric'));
  return { ...world, kms: { ...world.kms, keys: [...world.kms.keys, kmsKey('elsewhere', 'signing'), ...wrappers] } };
}

/** Everything that can be wrong about a node before a script of the plan comes to it. */
export function breakages(plan: Plan, world: World, name: string): readonly Breakage[] {
  const node = world.nodes.find((each) => each.name === name);
  if (node === undefined) return [];
  return [
    ...ofNode(world, node),
    ...ofKeys(world, node),
    ...(plan.task.type !== 'new' ? ofLists(world, node) : []),
    ...(node.identity === null ? ofIdentity(plan, world, node) : []),
    ...(plan.task.type === 'new' ? ofNetwork(world, node) : []),
    ...ofReplacements(plan, world, node),
    ...ofDelegation(plan, world, node),
    ...ofRetired(plan, world, node),
    ...ofInventory(plan, world, node),
  ].map(([what, broken]) => ({ what: `${name}: ${what}`, world: knowing(broken) }));
}
