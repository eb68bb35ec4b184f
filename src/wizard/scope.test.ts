import { describe, expect, it } from 'vitest';
import { envelope, external, newNode, newPlan } from '../core/plan/defaults';
import type { Node } from '../core/plan/node';
import { everybody, nodesIn, shared, someNames, tally } from './scope';

const bank1 = newNode('participant', 'bank1', external('kms1'));
const bank2 = newNode('participant', 'bank2', envelope('kms1'));
const med1 = newNode('mediator', 'med1', { type: 'none' });
const planOf = (...nodes: Node[]) => ({ ...newPlan(), nodes });
const indices = (placed: { index: number }[]) => placed.map(({ index }) => index);

describe('whom the answers are for', () => {
  it('is every node with a KMS, or one node', () => {
    const plan = planOf(med1, bank1, bank2);
    expect(indices(nodesIn(plan, everybody))).toEqual([1, 2]);
    expect(indices(nodesIn(plan, { type: 'node', index: 0 }))).toEqual([0]);
    expect(nodesIn(plan, { type: 'node', index: 9 })).toEqual([]);
  });

  it('is every node while none has a KMS', () => {
    expect(indices(nodesIn(planOf(med1, { ...med1, name: 'med2' }), everybody))).toEqual([0, 1]);
  });
});

describe('an answer of several nodes', () => {
  it('is the same when it says the same, in whichever object', () => {
    const nodes = nodesIn(planOf(bank1, { ...newNode('participant', 'bank3', external('kms1')) }), everybody);
    expect(shared(nodes, (node) => node.schemes)).toEqual({ type: 'same', value: bank1.schemes });
    expect(shared(nodes, (node) => node.name)).toEqual({ type: 'differ' });
    expect(shared([], (node) => node.name)).toEqual({ type: 'differ' });
  });

  it('can be counted', () => {
    const nodes = nodesIn(planOf(bank1, bank2, { ...bank2, name: 'bank3' }), everybody);
    expect(tally(nodes, (node) => node.custody.type)).toBe('1 external, 2 envelope');
  });
});

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
])('the names %j read "%s"', (names, expected) => {
  expect(someNames(names)).toBe(expected);
});
