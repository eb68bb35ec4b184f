import { envelope, migrate, newNode, newPlan } from '../../plan/defaults';
import type { Plan } from '../../plan/plan';
import { aws, driver } from './configurations';

const ends = {
  encrypt: { today: 'plain', wanted: 'envelope' },
  revert: { today: 'envelope', wanted: 'plain' },
} as const;

/** Nodes that run and are to store their keys in another way, and one that stays as it is. */
function inPlace(way: 'encrypt' | 'revert', change: Partial<Plan>): Plan {
  const given = { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'given', id: 'alias/seq1-wrapper' } } as const;
  return {
    ...newPlan(),
    kms: [aws],
    task: { ...migrate(), facts: { ...migrate().facts, ...ends[way] }, way: { type: way } },
    nodes: [
      { ...newNode('participant', 'bank-1', envelope('kms1')), replicas: true },
      newNode('sequencer', 'seq1', given),
      newNode('mediator', 'med1', { type: 'none' }),
    ],
    ...change,
  };
}

/** A participant with its keys in the clear gives way to one in a KMS, beside another that stays. */
function transferred(change: Partial<Plan>): Plan {
  const facts = { ...migrate().facts, wanted: 'external', parties: 'external' } as const;
  const external = { type: 'external', kms: 'kms1' } as const;
  const keys = { namespace: 'ns', sequencerAuth: 'auth', signing: 'sign', encryption: 'enc' };
  return {
    ...newPlan(),
    kms: [aws],
    synchronizer: { alias: 'da', sequencerUrl: '' },
    task: {
      ...migrate(),
      facts,
      way: {
        type: 'transfer',
        moves: [
          { from: 'bank-1', to: 'bank-1-kms' },
          { from: 'type', to: 'type-kms' },
        ],
      },
    },
    nodes: [
      newNode('participant', 'bank-1', { type: 'none' }),
      newNode('participant', 'type', envelope('kms1')),
      newNode('mediator', 'med1', { type: 'none' }),
      newNode('participant', 'bank-1-kms', { ...external, keys: { type: 'generated' } }),
      {
        ...newNode('participant', 'type-kms', { ...external, keys: { type: 'given', ...keys } }),
        intermediate: { type: 'on', keyId: '', restriction: 'all-but-namespace-delegations' },
      },
    ],
    ...change,
  };
}

export const migrations = {
  'migration-encrypt': inPlace('encrypt', {}),
  'migration-encrypt-one-file-3.4': inPlace('encrypt', {
    release: '3.4',
    output: { ...newPlan().output, layout: 'one-file' },
  }),
  'migration-revert': inPlace('revert', {}),
  'migration-revert-driver-3.6': inPlace('revert', {
    release: '3.6',
    kms: [driver],
    nodes: [newNode('participant', 'bank-1', envelope('kms1'))],
  }),
  'migration-transfer': transferred({}),
  'migration-transfer-one-file-3.4': transferred({
    release: '3.4',
    output: { ...newPlan().output, layout: 'one-file' },
  }),
} as const satisfies Record<string, Plan>;
