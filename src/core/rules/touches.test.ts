import { expect, test } from 'vitest';
import { envelope, external, givenKeys, newKms, newNode, newPlan, rotate } from '../plan/defaults';
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

test('an error in a row of a rotation touches the node it names, and no other', () => {
  const key = { fingerprint: '', to: { type: 'generated', spec: null }, name: '' } as const;
  const rotation: Plan = {
    ...plan,
    task: {
      ...rotate(),
      inventory: [{ kind: 'sequencer', name: 'b', uid: '', namespace: '', keys: [], lost: [] }],
      wrappers: [{ node: 'c', from: '', to: { type: 'generated' } }],
      keys: [
        { ...key, node: 'a' },
        { ...key, node: 'nobody' },
      ],
      deletions: [{ node: 'b', fingerprint: '', retiredBefore: '' }],
    },
  };
  expect(nodesTouchedBy(rotation, 'task.inventory.0')).toEqual([1]);
  expect(nodesTouchedBy(rotation, 'task.wrappers.0.to.id')).toEqual([2]);
  expect(nodesTouchedBy(rotation, 'task.keys.0.fingerprint')).toEqual([0]);
  expect(nodesTouchedBy(rotation, 'task.keys.1.node')).toEqual([]);
  expect(nodesTouchedBy(rotation, 'task.deletions.0.retiredBefore')).toEqual([1]);
  expect(nodesTouchedBy(rotation, 'task.pause')).toEqual([0, 1, 2]);
});

test('the address of the sequencer touches those who connect to it, where a synchronizer is brought up', () => {
  const given = { type: 'external', kms: 'kms2', keys: givenKeys() } as const;
  const up: Plan = { ...plan, nodes: [newNode('participant', 'a', given), ...plan.nodes.slice(1)] };
  expect(nodesTouchedBy(up, 'synchronizer.sequencerUrl')).toEqual([0]);
  expect(nodesTouchedBy(plan, 'synchronizer.sequencerUrl')).toEqual([]);
});
