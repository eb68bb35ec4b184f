import { expect, test } from 'vitest';
import { newNode, newPlan } from '../../core/plan/defaults';
import { contentsOf, seenNow } from './use-changed-files';

const plan = {
  ...newPlan(),
  nodes: [newNode('participant', 'one', { type: 'none' }), newNode('mediator', 'two', { type: 'none' })],
};

test('a change of one node changes its own file, not that of its neighbour', () => {
  const [first, second] = plan.nodes;
  if (first === undefined || second === undefined) throw new Error('two nodes');
  const changed = { ...plan, nodes: [first, { ...second, name: 'three' }] };
  const before = contentsOf(plan);
  const after = contentsOf(changed);
  expect(after.get('node-0')).toBe(before.get('node-0'));
  expect(after.get('node-1')).not.toBe(before.get('node-1'));
});

test('a plan with many nodes is not written for it', () => {
  const [node] = plan.nodes;
  if (node === undefined) throw new Error('a node');
  expect(contentsOf({ ...plan, nodes: Array.from({ length: 21 }, () => node) }).size).toBe(0);
});

test('what is in view is seen, what is not stays as it was seen, what is new was seen at its start', () => {
  const seen = new Map([
    ['a', '1'],
    ['b', '1'],
    ['gone', '1'],
  ]);
  const now = new Map([
    ['a', '2'],
    ['b', '2'],
    ['new', '2'],
  ]);
  expect([...seenNow(seen, now, 'a')]).toEqual([
    ['a', '2'],
    ['b', '1'],
    ['new', '2'],
  ]);
});
