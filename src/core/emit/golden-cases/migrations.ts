import { envelope, migrate, newNode, newPlan } from '../../plan/defaults';
import type { Plan } from '../../plan/plan';
import type { MigrationWay } from '../../plan/task';
import { aws, driver } from './configurations';

/** Nodes that run and are to store their keys in another way, and one that stays as it is. */
function inPlace(way: MigrationWay, change: Partial<Plan>): Plan {
  const given = { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'given', id: 'alias/seq1-wrapper' } } as const;
  return {
    ...newPlan(),
    kms: [aws],
    task: { ...migrate(), way },
    nodes: [
      { ...newNode('participant', 'bank-1', envelope('kms1')), replicas: true },
      newNode('sequencer', 'seq1', given),
      newNode('mediator', 'med1', { type: 'none' }),
    ],
    ...change,
  };
}

export const migrations = {
  'migration-encrypt': inPlace({ type: 'encrypt' }, {}),
  'migration-encrypt-one-file-3.4': inPlace(
    { type: 'encrypt' },
    { release: '3.4', output: { ...newPlan().output, layout: 'one-file' } },
  ),
  'migration-revert': inPlace({ type: 'revert' }, {}),
  'migration-revert-driver-3.6': inPlace(
    { type: 'revert' },
    { release: '3.6', kms: [driver], nodes: [newNode('participant', 'bank-1', envelope('kms1'))] },
  ),
} as const satisfies Record<string, Plan>;
