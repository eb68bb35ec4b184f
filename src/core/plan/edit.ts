import { envelope, external, givenKeys, newNode } from './defaults';
import { freshName } from './fresh-name';
import type { Custody, Node, NodeKind } from './node';
import { maxNodes, type Plan } from './plan';

/**
 * The changes an operator makes to the nodes of a plan, each a pure step from plan to plan. Nodes that stay as they are
 * stay the same objects, which is what makes a keystroke cheap with a thousand of them.
 */

/** Where a node's keys live, without the details. */
export type CustodyType = Custody['type'];
export const custodyTypes = ['external', 'envelope', 'none'] as const satisfies readonly CustodyType[];

/** What a list names of a node; what it leaves out comes from the plan. */
export type NodeSketch = Pick<Node, 'kind' | 'name'> &
  Partial<Pick<Node, 'storage' | 'replicas'>> & { readonly custody?: CustodyType };

/**
 * Adds a node at the end, answering its questions as the last node of its kind does (else the last node), since fleets
 * are mostly alike. Keys are never taken over: each node has its own.
 * @param name the name to give; without one, a free one such as `sequencer2`
 */
export function addNode(plan: Plan, kind: NodeKind, name: string = freshName(namesIn(plan), `${kind}1`)): Plan {
  return addNodes(plan, [{ kind, name }]);
}

/** Adds many at the end, each as {@link addNode} does. Past the highest number a plan holds, the rest is left out. */
export function addNodes(plan: Plan, sketches: readonly NodeSketch[]): Plan {
  const room = Math.max(0, maxNodes - plan.nodes.length);
  const added = sketches.slice(0, room).map((sketch) => drawn(plan, sketch));
  return added.length === 0 ? plan : { ...plan, nodes: [...plan.nodes, ...added] };
}

/** Puts a copy behind each of the nodes, with a free name and without its keys. */
export function duplicateNodes(plan: Plan, indices: Iterable<number>): Plan {
  const chosen = new Set(indices);
  const names = namesIn(plan);
  let room = maxNodes - plan.nodes.length;
  const nodes = plan.nodes.flatMap((node, index) => {
    if (!chosen.has(index) || room <= 0) return [node];
    room -= 1;
    const name = freshName(names, node.name);
    names.push(name);
    return [node, { ...another(node), name }];
  });
  return { ...plan, nodes };
}

export function removeNodes(plan: Plan, indices: Iterable<number>): Plan {
  const gone = new Set(indices);
  return { ...plan, nodes: plan.nodes.filter((_node, index) => !gone.has(index)) };
}

/**
 * Moves nodes one place up or down, keeping their order among each other. Those that stand at the edge already stay, and
 * so do those that would have to pass them.
 * @returns the plan, and where the moved nodes stand now
 */
export function moveNodes(plan: Plan, indices: Iterable<number>, by: -1 | 1): { plan: Plan; indices: number[] } {
  const nodes = [...plan.nodes];
  const taken = new Set<number>();
  const inOrder = [...new Set(indices)].sort((a, b) => (a - b) * -by);
  for (const index of inOrder) {
    const to = index + by;
    const node = nodes[index];
    const other = nodes[to];
    if (node === undefined || other === undefined || taken.has(to)) {
      taken.add(index);
      continue;
    }
    nodes[to] = node;
    nodes[index] = other;
    taken.add(to);
  }
  return { plan: { ...plan, nodes }, indices: [...taken].sort((a, b) => a - b) };
}

/** Gives many nodes the same answers; a change that returns the node it got leaves that node alone. */
export function editNodes(plan: Plan, indices: Iterable<number>, change: (node: Node, index: number) => Node): Plan {
  const chosen = new Set(indices);
  let changed = false;
  const nodes = plan.nodes.map((node, index) => {
    const next = chosen.has(index) ? change(node, index) : node;
    changed ||= next !== node;
    return next;
  });
  return changed ? { ...plan, nodes } : plan;
}

/**
 * Says where a node's keys live. The KMS it has stays; a node without one gets the plan's first. A wrapper key that was
 * named is kept while the node stays with envelope encryption.
 */
export function withCustody(node: Node, type: CustodyType, { kms: [first] }: Pick<Plan, 'kms'>): Node {
  if (node.custody.type === type) return node;
  if (type === 'none') return { ...node, custody: { type } };
  const id = node.custody.type === 'none' ? first?.id : node.custody.kms;
  return id === undefined ? node : { ...node, custody: type === 'envelope' ? envelope(id) : external(id) };
}

/** Gives a node with a KMS another one; a node without stays without. A named wrapper key lies in the old one: it goes. */
export function withKms(node: Node, kms: string): Node {
  const custody = ownCustody(node.custody);
  return custody.type === 'none' || custody.kms === kms ? node : { ...node, custody: { ...custody, kms } };
}

/** The nodes whose keys a KMS holds or wraps: those that the questions of the mode are about. */
export function nodesWithKms(plan: Plan): number[] {
  return plan.nodes.flatMap((node, index) => (node.custody.type === 'none' ? [] : [index]));
}

/** Says whether a node's wrapper key is made by Canton or given, and which one; a node without envelope stays as it is. */
export function withWrapperKey(node: Node, wrapperKey: { type: 'generated' } | { type: 'given'; id: string }): Node {
  return node.custody.type === 'envelope' ? { ...node, custody: { ...node.custody, wrapperKey } } : node;
}

/** The same answers for another node: whether its keys are given stays, which ones they are does not. */
function another(node: Node): Node {
  const intermediate = node.intermediate.type === 'on' ? { ...node.intermediate, keyId: '' } : node.intermediate;
  const adminApi = { ...node.adminApi, port: '' };
  return { ...node, custody: ownCustody(node.custody), identifier: '', intermediate, adminApi, apiPort: '' };
}

/** The same custody with other keys. */
function ownCustody(custody: Custody): Custody {
  if (custody.type === 'envelope' && custody.wrapperKey.type === 'given') {
    return { ...custody, wrapperKey: { type: 'given', id: '' } };
  }
  return custody.type === 'external' && custody.keys.type === 'given' ? { ...custody, keys: givenKeys() } : custody;
}

function drawn(plan: Plan, { custody, ...answers }: NodeSketch): Node {
  const node = { ...modelFor(plan, answers.kind), ...answers };
  return custody === undefined ? node : withCustody(node, custody, plan);
}

function modelFor(plan: Plan, kind: NodeKind): Node {
  const last = plan.nodes.findLast((node) => node.kind === kind) ?? plan.nodes.at(-1);
  const kms = plan.kms[0]?.id;
  if (last !== undefined) return another(last);
  if (kms === undefined) return newNode(kind, '', { type: 'none' });
  // A node that runs is planned as it can become in place.
  return newNode(kind, '', plan.task.type === 'migrate' ? envelope(kms) : external(kms));
}

function namesIn(plan: Plan): string[] {
  return plan.nodes.map((node) => node.name);
}
