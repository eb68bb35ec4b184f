import { envelope, migrate, newNode, newPlan } from '../../plan/defaults';
import type { GivenKeys } from '../../plan/node';
import type { Plan } from '../../plan/plan';
import type { ObservedKey } from '../../plan/task';
import { aws, driver, gcp } from './configurations';

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

/** A participant takes its keys along into a KMS; its encryption key has to be replaced first. */
function exported(change: Partial<Plan>, given: Partial<GivenKeys> = {}): Plan {
  const key = (place: number, change: Partial<ObservedKey>): ObservedKey => ({
    ...{ fingerprint: `1220${String(place).repeat(64)}`, purpose: 'signing', usage: ['signing'] },
    ...{ name: `bank-1-${place}`, kmsKeyId: '', wrapperKeyId: '', mapped: true, root: false, spec: 'EC-P256' },
    ...change,
  });
  const keys = { type: 'given', namespace: '', sequencerAuth: '', signing: '', encryption: '', ...given } as const;
  return {
    ...newPlan(),
    kms: [aws],
    synchronizer: { alias: 'da', sequencerUrl: 'https://sequencer1.example.com:5001' },
    task: {
      ...migrate(),
      facts: { ...migrate().facts, wanted: 'external', parties: 'local' },
      way: {
        ...{ type: 'export', importJob: 'canton-import', protectionLevel: 'hsm' },
        moves: [{ from: 'bank-1', to: 'bank-1-kms' }],
      },
      inventory: [
        {
          ...{ kind: 'participant', name: 'bank-1', uid: `bank-1::1220${'1'.repeat(64)}`, lost: [] },
          namespace: `1220${'1'.repeat(64)}`,
          keys: [
            key(1, { usage: ['namespace'], mapped: false, root: true }),
            key(2, { usage: ['sequencer-auth'] }),
            key(3, {}),
            key(4, { purpose: 'encryption', usage: [], spec: 'EC-P256' }),
          ],
        },
      ],
    },
    nodes: [
      newNode('participant', 'bank-1', { type: 'none' }),
      newNode('participant', 'bank-1-kms', { type: 'external', kms: 'kms1', keys }),
    ],
    ...change,
  };
}

const ids = { namespace: 'ns', sequencerAuth: 'auth', signing: 'sign', encryption: 'enc' };

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
  'migration-export': exported({}, ids),
  'migration-export-gcp-3.3': exported({ release: '3.3', kms: [gcp] }, ids),
} as const satisfies Record<string, Plan>;
