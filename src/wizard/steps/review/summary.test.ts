import { expect, it } from 'vitest';
import { envelope, external, newKms, newNode, newPlan } from '../../../core/plan/defaults';
import type { Plan } from '../../../core/plan/plan';
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
