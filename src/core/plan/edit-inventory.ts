import { addNodes, type CustodyType, type NodeSketch, withCustody } from './edit';
import { addMoves, unmovedNodes } from './edit-moves';
import type { Node } from './node';
import { observedCustody } from './observed';
import { maxNodes, type Plan } from './plan';
import { inventoryOf, type ObservedNode } from './task';

/**
 * Takes over what was seen on running nodes: it replaces what the plan knew of the same nodes. The plan's nodes follow:
 * missing ones join; those it has keep their answers, except for what the inventory shows to be otherwise (their kind,
 * where their keys live). Nodes that were not seen stay as they are. Where new nodes take the place of old ones, each
 * participant that was seen gets a successor.
 */
export function withInventory(plan: Plan, observed: readonly ObservedNode[]): Plan {
  if (plan.task.type === 'new' || observed.length === 0) return plan;
  const seen = new Map(observed.map((node) => [node.name, node]));
  const before = new Set(plan.task.inventory.map((node) => node.name));
  const known = new Set(plan.nodes.map((node) => node.name));
  const inventory = [
    ...plan.task.inventory.map((node) => seen.get(node.name) ?? node),
    ...[...seen.values()].filter((node) => !before.has(node.name)),
  ].slice(0, maxNodes);
  const missing = [...seen.values()].filter((node) => !known.has(node.name)).map((node) => sketched(node, plan));
  const after = addNodes(followInventory({ ...plan, task: { ...plan.task, inventory } }), missing);
  return addMoves(
    after,
    unmovedNodes(after).filter(({ name }) => seen.has(name)),
  );
}

/** The plan with the nodes that were seen as the inventory shows them, and as the task needs them. */
export function followInventory(plan: Plan): Plan {
  const seen = new Map(inventoryOf(plan.task).map((node) => [node.name, node]));
  const nodes = plan.nodes.map((node) => {
    const found = seen.get(node.name);
    return found === undefined ? node : followed(node, found, plan);
  });
  return { ...plan, nodes };
}

/** Nodes of the plan that the inventory doesn't show. */
export function unseenNodes(plan: Plan): readonly Node[] {
  if (plan.task.type === 'new') return [];
  const seen = new Set(inventoryOf(plan.task).map((node) => node.name));
  return plan.nodes.filter((node) => !seen.has(node.name));
}

/**
 * Where the plan keeps a node's keys: where they are. A node that is to be encrypted and isn't yet is planned as it will
 * be; its own keys elsewhere are shown as they are, for the rules to say that this way isn't theirs.
 */
function plannedCustody(found: ObservedNode, { task }: Plan): CustodyType | undefined {
  const custody = observedCustody(found);
  return task.type === 'migrate' && task.way.type === 'encrypt' && custody !== 'external' ? 'envelope' : custody;
}

function followed(node: Node, found: ObservedNode, plan: Plan): Node {
  const custody = plannedCustody(found, plan);
  const right = custody === undefined ? node : withCustody(node, custody, plan);
  return right.kind === found.kind ? right : { ...right, kind: found.kind };
}

function sketched(found: ObservedNode, plan: Plan): NodeSketch {
  const custody = plannedCustody(found, plan);
  return { kind: found.kind, name: found.name, ...(custody !== undefined && { custody }) };
}
