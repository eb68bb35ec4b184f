import { describe, expect, it } from 'vitest';
import { envelope, external, newKms, newNode, newPlan } from './defaults';
import {
  addNode,
  addNodes,
  duplicateNodes,
  editNodes,
  moveNodes,
  nodesWithKms,
  removeNodes,
  withCustody,
  withKms,
  withWrapperKey,
} from './edit';
import type { Node } from './node';
import { maxNodes, Plan } from './plan';

function planOf(...nodes: Node[]): Plan {
  return { ...newPlan(), nodes };
}
const names = (plan: Plan) => plan.nodes.map((node) => node.name);
const participant = (name: string) => newNode('participant', name, external('kms1'));
const wrapped = (name: string, id: string): Node => ({
  ...newNode('participant', name, envelope('kms1')),
  custody: { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'given', id } },
});

describe('adding nodes', () => {
  it('gives a free name when none is typed', () => {
    expect(names(addNode(planOf(participant('participant1')), 'participant'))).toEqual([
      'participant1',
      'participant2',
    ]);
    expect(names(addNode(planOf(participant('a')), 'mediator'))).toEqual(['a', 'mediator1']);
  });

  it('answers as the last node of its kind does', () => {
    const jceMediator: Node = { ...newNode('mediator', 'med1', { type: 'none' }), storage: 'memory' };
    const plan = planOf(jceMediator, { ...participant('bank1'), replicas: true });
    expect(addNode(plan, 'mediator', 'med2').nodes.at(-1)).toEqual({ ...jceMediator, name: 'med2' });
    expect(addNode(plan, 'sequencer', 'seq1').nodes.at(-1)).toMatchObject({ kind: 'sequencer', replicas: true });
  });

  it('never takes over a wrapper key, but knows that one is to be given', () => {
    const added = addNode(planOf(wrapped('bank1', 'alias/one')), 'participant', 'bank2').nodes.at(-1);
    expect(added?.custody).toEqual({ type: 'envelope', kms: 'kms1', wrapperKey: { type: 'given', id: '' } });
  });

  it('takes what a list says over what the others say', () => {
    const plan = addNodes(planOf(participant('bank1')), [
      { kind: 'sequencer', name: 'seq1', custody: 'none', storage: 'h2', replicas: true },
    ]);
    expect(plan.nodes.at(-1)).toMatchObject({ custody: { type: 'none' }, storage: 'h2', replicas: true });
  });

  it('gives the first node of an empty plan external keys in the first KMS', () => {
    expect(addNode(planOf(), 'participant').nodes[0]?.custody).toEqual(external('kms1'));
  });

  it('stops at the highest number a plan holds', () => {
    const full = addNodes(
      planOf(),
      Array.from({ length: maxNodes + 5 }, (_, at) => ({ kind: 'participant', name: `p${at}` })),
    );
    expect(full.nodes).toHaveLength(maxNodes);
    expect(addNode(full, 'participant', 'one-more')).toBe(full);
    expect(duplicateNodes(full, [0]).nodes).toHaveLength(maxNodes);
  });
});

describe('duplicating nodes', () => {
  it('puts each copy behind its model, with a free name', () => {
    const plan = planOf(participant('bank1'), participant('bank2'));
    expect(names(duplicateNodes(plan, [0, 1]))).toEqual(['bank1', 'bank3', 'bank2', 'bank4']);
  });

  it('leaves the wrapper key behind', () => {
    const [, copy] = duplicateNodes(planOf(wrapped('a', 'key')), [0]).nodes;
    expect(copy?.custody).toMatchObject({ wrapperKey: { type: 'given', id: '' } });
  });
});

describe('moving nodes', () => {
  const plan = planOf(...['a', 'b', 'c', 'd'].map(participant));

  it('moves one, and says where it stands now', () => {
    const moved = moveNodes(plan, [1], -1);
    expect(names(moved.plan)).toEqual(['b', 'a', 'c', 'd']);
    expect(moved.indices).toEqual([0]);
  });

  it('keeps the order of several', () => {
    expect(names(moveNodes(plan, [1, 2], 1).plan)).toEqual(['a', 'd', 'b', 'c']);
    expect(moveNodes(plan, [1, 3], -1)).toMatchObject({ indices: [0, 2] });
  });

  it('leaves those at the edge where they are', () => {
    expect(names(moveNodes(plan, [0, 1, 3], -1).plan)).toEqual(['a', 'b', 'd', 'c']);
    expect(names(moveNodes(plan, [2, 3], 1).plan)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('changing nodes', () => {
  it('removes those named and no other', () => {
    expect(names(removeNodes(planOf(...['a', 'b', 'c'].map(participant)), [0, 2]))).toEqual(['b']);
  });

  it('leaves nodes and plan the same objects where nothing changes', () => {
    const plan = planOf(participant('a'), participant('b'));
    expect(editNodes(plan, [0, 1], (node) => node)).toBe(plan);
    const edited = editNodes(plan, [1], (node) => ({ ...node, replicas: true }));
    expect(edited.nodes[0]).toBe(plan.nodes[0]);
    expect(edited.nodes[1]?.replicas).toBe(true);
  });

  it('keeps the KMS of a node that changes its mode, and gives one to a node without', () => {
    const second: Node = { ...participant('a'), custody: external('kms2') };
    expect(withCustody(second, 'envelope', newPlan()).custody).toEqual(envelope('kms2'));
    expect(withCustody(newNode('mediator', 'm', { type: 'none' }), 'external', newPlan()).custody).toEqual(
      external('kms1'),
    );
    expect(withCustody(second, 'external', newPlan())).toBe(second);
    expect(withCustody(second, 'none', newPlan()).custody).toEqual({ type: 'none' });
  });

  it('drops a wrapper key that lies in the KMS left behind', () => {
    expect(withKms(wrapped('a', 'key'), 'kms2').custody).toMatchObject({
      kms: 'kms2',
      wrapperKey: { type: 'given', id: '' },
    });
    const none = newNode('mediator', 'm', { type: 'none' });
    expect(withKms(none, 'kms2')).toBe(none);
  });

  it('gives wrapper keys to nodes with envelope encryption only', () => {
    expect(withWrapperKey(wrapped('a', ''), { type: 'given', id: 'x' }).custody).toMatchObject({
      wrapperKey: { type: 'given', id: 'x' },
    });
    const other = participant('b');
    expect(withWrapperKey(other, { type: 'given', id: 'x' })).toBe(other);
  });

  it('knows the nodes that have a KMS', () => {
    expect(
      nodesWithKms(planOf(participant('a'), newNode('mediator', 'm', { type: 'none' }), participant('b'))),
    ).toEqual([0, 2]);
  });

  it('leaves a plan that the schema takes', () => {
    const plan: Plan = { ...planOf(participant('a')), kms: [newKms('aws', 'kms1'), newKms('gcp', 'kms2')] };
    const edited = editNodes(duplicateNodes(plan, [0]), [1], (node) => withKms(node, 'kms2'));
    expect(Plan.parse(edited)).toEqual(edited);
  });
});
