import { expect, test } from 'vitest';
import { envelope, external, newKms, newNode, newPlan } from '../plan/defaults';
import type { Plan } from '../plan/plan';
import { nodesTouchedBy } from './touches';

const plan: Plan = {
  ...newPlan(),
  kms: [newKms('aws', 'kms1'), newKms('gcp', 'kms2')],
  nodes: [
    newNode('participant', 'a', external('kms2')),
    newNode('sequencer', 'b', { type: 'none' }),
    newNode('mediator', 'c', envelope('kms2')),
  ],
};

test.each([
  ['nodes.1.name', [1]],
  ['nodes.2.custody.wrapperKey.id', [2]],
  ['kms.1.region', [0, 2]],
  ['kms.1', [0, 2]],
  ['kms.0.region', []],
  ['nonStandardConfig', [0, 1, 2]],
  ['kmsLog.file', [0, 1, 2]],
  ['nodes', [0, 1, 2]],
])('%s touches %j', (path, expected) => {
  expect(nodesTouchedBy(plan, path)).toEqual(expected);
});

test('a plan with other nodes is looked at anew', () => {
  expect(nodesTouchedBy({ ...plan, nodes: plan.nodes.slice(0, 1) }, 'kms.1.region')).toEqual([0]);
});
