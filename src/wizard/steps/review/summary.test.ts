import { expect, it } from 'vitest';
import { envelope, external, newKms, newNode, newPlan, rotate } from '../../../core/plan/defaults';
import type { Plan } from '../../../core/plan/plan';
import type { Rotate } from '../../../core/plan/task';
import { afterwards } from './summary';

it('says where the keys of each group of nodes will be, and what that means', () => {
  const plan: Plan = {
    ...newPlan(),
    kms: [newKms('driver', 'kms1')],
    nodes: [
      newNode('participant', 'p1', external('kms1')),
      newNode('participant', 'p2', external('kms1')),
      newNode('sequencer', 's', envelope('kms1')),
      newNode('mediator', 'm', { type: 'none' }),
    ],
  };
  expect(afterwards(plan)).toEqual([
    'p1 and p2 keep their private keys only in the KMS behind the driver not named yet: they never leave it, and each signature asks it. There is no way back to keys in the database.',
    's keeps its private keys in the database, encrypted with a wrapper key in the KMS behind the driver not named yet. Without that key nobody can read them again.',
    'm keeps its private keys in the database, in the clear, and can talk to the others.',
  ]);
});

it('says of a rotation what it replaces, and what stays until when', () => {
  const key = { node: 'bank', fingerprint: '1220', to: { type: 'generated', spec: null } as const, name: 'a' };
  const nodes = [newNode('participant', 'bank', external('kms1')), newNode('participant', 'env', envelope('kms1'))];
  const plan = (task: Partial<Rotate>): Plan => ({ ...newPlan(), nodes, task: { ...rotate(), ...task } });
  expect(afterwards(plan({}))).toEqual(['Nothing is replaced yet: choose keys in the step Rotation.']);
  const task = {
    wrappers: [{ node: 'env', from: 'w1', to: { type: 'generated' } as const }],
    keys: [key, { ...key, name: 'b' }],
    deletions: [{ node: 'bank', fingerprint: '1220', retiredBefore: '' }],
    restore: true,
  };
  expect(afterwards(plan(task))).toEqual([
    'All stored keys of env are encrypted with another wrapper key. The old one stays in the KMS: backups from before need it.',
    '2 keys of bank are replaced. The old ones stay in use until the second scripts run, after a backup.',
    '1 retired key of bank is gone for good, in the KMS too.',
    'Scripts for the day after a restore lie beside the others, to be kept with the backup.',
  ]);
});
