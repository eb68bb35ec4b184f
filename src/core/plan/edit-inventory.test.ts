import { describe, expect, it } from 'vitest';
import { envelope, external, newNode, newPlan, rotate } from './defaults';
import { unseenNodes, withInventory } from './edit-inventory';
import type { Node } from './node';
import { type Plan, Plan as PlanShape } from './plan';
import type { ObservedKey, ObservedNode } from './task';

const key = (ids: Partial<ObservedKey>): ObservedKey => ({
  fingerprint: `1220${'a'.repeat(64)}`,
  purpose: 'signing',
  usage: ['signing'],
  name: '',
  kmsKeyId: '',
  wrapperKeyId: '',
  mapped: true,
  root: false,
  spec: '',
  ...ids,
});
const seen = (name: string, ids?: Partial<ObservedKey>, kind: Node['kind'] = 'participant'): ObservedNode => ({
  kind,
  name,
  uid: '',
  namespace: '',
  keys: ids === undefined ? [] : [key(ids)],
  lost: [],
});
const rotation = (nodes: Node[] = []): Plan => ({ ...newPlan(), nodes, task: rotate() });
const inventoryOf = ({ task }: Plan) => (task.type === 'rotate' ? task.inventory : []);

describe('an inventory taken over', () => {
  it('gives the plan the nodes it shows, each with its kind and where its keys live', () => {
    const plan = withInventory(rotation(), [
      seen('bank1', { kmsKeyId: 'k' }),
      seen('env1', { wrapperKeyId: 'w' }),
      seen('med1', {}, 'mediator'),
    ]);
    expect(plan.nodes.map((node) => [node.kind, node.name, node.custody])).toEqual([
      ['participant', 'bank1', external('kms1')],
      ['participant', 'env1', envelope('kms1')],
      ['mediator', 'med1', { type: 'none' }],
    ]);
    expect(PlanShape.safeParse(plan).success).toBe(true);
  });

  it('keeps the answers of a node it knows, except for what is seen to be otherwise', () => {
    const given = { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'given', id: 'w' } } as const;
    const known = { ...newNode('participant', 'env1', given), replicas: true };
    const wrong = { ...newNode('participant', 'bank1', envelope('kms1')), storage: 'h2' as const };
    const plan = withInventory(rotation([known, wrong]), [
      seen('env1', { wrapperKeyId: 'w' }),
      seen('bank1', { kmsKeyId: 'k' }, 'sequencer'),
    ]);
    expect(plan.nodes[0]).toBe(known);
    expect(plan.nodes[1]).toEqual({ ...wrong, kind: 'sequencer', custody: external('kms1') });
  });

  it('replaces what it knew of the same nodes, and keeps what it knew of others', () => {
    const first = withInventory(rotation(), [seen('a', { kmsKeyId: 'old' }), seen('b', { kmsKeyId: 'k' })]);
    const second = withInventory(first, [seen('c', {}), seen('a', { kmsKeyId: 'new' })]);
    expect(inventoryOf(second).map((node) => [node.name, node.keys[0]?.kmsKeyId])).toEqual([
      ['a', 'new'],
      ['b', 'k'],
      ['c', ''],
    ]);
    expect(second.nodes.map((node) => node.name)).toEqual(['a', 'b', 'c']);
  });

  it('leaves nodes that were not seen as they are, and tells which', () => {
    const own = newNode('participant', 'participant1', external('kms1'));
    const plan = withInventory(rotation([own]), [seen('bank1')]);
    expect(plan.nodes[0]).toBe(own);
    expect(unseenNodes(plan)).toEqual([own]);
  });

  it('changes nothing in a plan for new nodes', () => {
    const plan = newPlan();
    expect(withInventory(plan, [seen('a')])).toBe(plan);
  });
});
