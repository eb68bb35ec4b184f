import { envelope } from '../../plan/defaults';
import { type Case, nodes, plan } from './case';

const wrapped = { custody: envelope('kms1') };

export const storageCases: readonly Case[] = [
  {
    id: 'envelope-without-database',
    at: 'nodes.0.storage',
    raised: nodes({ ...wrapped, storage: 'memory' }),
    silent: nodes(wrapped),
  },
  {
    id: 'envelope-without-database',
    at: 'nodes.0.storage',
    raised: { ...nodes({ ...wrapped, storage: 'memory' }), release: '3.4' },
    silent: { ...nodes(wrapped), release: '3.4' },
  },
  { id: 'external-keys-in-memory', at: 'nodes.0.storage', raised: nodes({ storage: 'memory' }), silent: nodes({}) },
  {
    id: 'replicas-without-postgres',
    at: 'nodes.0.storage',
    raised: nodes({ storage: 'h2', replicas: true }),
    silent: nodes({ replicas: true }),
  },
  {
    id: 'h2-storage',
    at: 'nodes.1.storage',
    raised: nodes({}, { name: 'bank2', storage: 'h2' }),
    silent: nodes({}, { name: 'bank2' }),
  },
  { id: 'no-nodes', at: 'nodes', raised: plan({ nodes: [] }), silent: nodes({}) },
  { id: 'no-kms-in-use', at: 'nodes', raised: nodes({ custody: { type: 'none' } }), silent: nodes({}) },
];
