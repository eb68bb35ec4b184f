import { describe, expect, test } from 'vitest';
import { external, migrate, newNode, newPlan, newWay } from './defaults';
import { withInventory } from './edit-inventory';
import { withKeyIds } from './edit-keys';
import { withWay } from './edit-migration';
import { addMoves, changeMove, removeMove, unmovedNodes } from './edit-moves';
import { movesOf } from './migration';
import type { Node } from './node';
import type { Plan } from './plan';
import type { ObservedNode } from './task';

const old = (name: string, change: Partial<Node> = {}): Node => ({
  ...newNode('participant', name, { type: 'none' }),
  ...change,
});

function moving(nodes: Node[], type: 'transfer' | 'export' = 'transfer'): Plan {
  return withWay({ ...newPlan(), nodes, task: migrate() }, newWay(type));
}

const names = ({ nodes }: Plan) => nodes.map(({ name }) => name);
const seen = (name: string, uid = `${name}::1220aa`): ObservedNode => ({
  kind: 'participant',
  name,
  uid,
  namespace: '',
  keys: [
    {
      fingerprint: '1220bb',
      purpose: 'signing',
      usage: ['namespace'],
      name: '',
      kmsKeyId: '',
      wrapperKeyId: '',
      mapped: false,
      root: true,
      spec: 'EC-P256',
    },
  ],
  lost: [],
});

describe('a way on which new nodes take the place of old ones', () => {
  test('gives each participant a successor, and leaves other nodes alone', () => {
    const plan = moving([old('bank1'), newNode('sequencer', 'seq1', { type: 'none' }), old('bank2')]);
    expect(movesOf(plan)).toEqual([
      { from: 'bank1', to: 'bank1-kms' },
      { from: 'bank2', to: 'bank2-kms' },
    ]);
    expect(names(plan)).toEqual(['bank1', 'seq1', 'bank2', 'bank1-kms', 'bank2-kms']);
    expect(unmovedNodes(plan)).toEqual([]);
  });

  test('plans the successor in the KMS, with the same storage', () => {
    const plan = moving([old('bank1', { storage: 'memory', replicas: true })]);
    expect(plan.nodes[1]).toEqual({
      ...newNode('participant', 'bank1-kms', external('kms1')),
      storage: 'memory',
      replicas: true,
    });
  });

  test('where the keys are taken along, its keys are given, and its identifier is its own', () => {
    const before = { ...newPlan(), nodes: [old('bank1'), old('bank2')], task: migrate() };
    const task = { ...migrate(), inventory: [seen('bank1', 'First Bank::1220aa')] };
    const plan = withWay({ ...before, task }, newWay('export'));
    expect(plan.nodes.slice(2).map(({ identifier, custody }) => [identifier, custody])).toEqual([
      ['', { type: 'external', kms: 'kms1', keys: expect.objectContaining({ type: 'given', namespace: '' }) }],
      ['', expect.anything()],
    ]);
  });

  test('finds free names that Canton accepts', () => {
    const plan = moving([old('b'.repeat(30)), old('bank1-kms'), old('bank1')]);
    expect(movesOf(plan).map(({ to }) => to)).toEqual([`${'b'.repeat(26)}-kms`, 'bank1-kms-kms', 'bank1-kms2']);
  });

  test('moves nodes that an inventory adds later, once', () => {
    const plan = withInventory(moving([]), [seen('bank1')]);
    const again = withInventory(plan, [seen('bank1'), seen('bank2')]);
    expect(movesOf(again)).toEqual([
      { from: 'bank1', to: 'bank1-kms' },
      { from: 'bank2', to: 'bank2-kms' },
    ]);
  });
});

test('a plan without such a way gets no moves', () => {
  const plan = { ...newPlan(), nodes: [old('bank1')], task: migrate() };
  expect(addMoves(plan, plan.nodes)).toBe(plan);
});

describe('a move', () => {
  test('is changed in place', () => {
    const plan = changeMove(moving([old('bank1'), old('bank2')]), 1, { to: 'other' });
    expect(movesOf(plan).map(({ to }) => to)).toEqual(['bank1-kms', 'other']);
  });

  test('is taken back with its new node, unless that was given keys', () => {
    const plan = moving([old('bank1')], 'export');
    expect(names(removeMove(plan, 0))).toEqual(['bank1']);
    const nodes = plan.nodes.map((node): Node => {
      if (node.custody.type !== 'external' || node.custody.keys.type !== 'given') return node;
      return { ...node, custody: { ...node.custody, keys: { ...node.custody.keys, namespace: 'k' } } };
    });
    expect(names(removeMove({ ...plan, nodes }, 0))).toEqual(['bank1', 'bank1-kms']);
    expect(removeMove(plan, 7)).toBe(plan);
  });
});

describe('another way', () => {
  const keysOf = ({ nodes }: Plan) => nodes.map(({ custody }) => custody.type === 'external' && custody.keys.type);

  test('takes the moves along, and gives the new nodes the keys that it needs', () => {
    const exporting = removeMove(moving([old('bank1'), old('bank2')], 'export'), 1);
    const transferring = withWay(exporting, newWay('transfer'));
    expect(movesOf(transferring)).toEqual([{ from: 'bank1', to: 'bank1-kms' }]);
    expect(names(transferring)).toEqual(['bank1', 'bank2', 'bank1-kms']);
    expect(keysOf(transferring)).toEqual([false, false, 'generated']);
    expect(keysOf(withWay(transferring, newWay('export')))).toEqual([false, false, 'given']);
  });

  test('leaves keys alone that a new node was given', () => {
    const plan = moving([old('bank1')], 'export');
    const nodes = plan.nodes.map((node) => withKeyIds(node, { namespace: 'k' }));
    expect(withWay({ ...plan, nodes }, newWay('transfer')).nodes).toEqual(nodes);
  });

  test('within the database has no new nodes', () => {
    expect(names(withWay(moving([old('bank1')], 'export'), newWay('encrypt')))).toEqual(['bank1']);
  });
});
