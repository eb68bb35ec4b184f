import { expect, test } from 'vitest';
import { envelope, migrate, newNode, newPlan } from '../../plan/defaults';
import type { Plan } from '../../plan/plan';
import { boxesOfPlan } from './boxes';

const moving: Plan = {
  ...newPlan(),
  task: migrate(),
  nodes: ['bank-1', 'bank-2'].map((name) => newNode('participant', name, envelope('kms1'))),
};

test('a box for each node of a step, or one for all of them, with the title of the step', () => {
  const boxes = boxesOfPlan(moving);
  expect(boxes?.[0]).toEqual({ tick: 'prepare', title: 'Give the nodes access to the KMS' });
  expect(boxes?.filter(({ title }) => title === 'Back up the databases').map(({ tick }) => tick)).toEqual([
    'backup/bank-1',
    'backup/bank-2',
  ]);
});

test('none where no runbook is shown', () => {
  expect(boxesOfPlan(newPlan())).toBeUndefined();
  expect(boxesOfPlan({ ...moving, nodes: [] })).toBeUndefined();
});
