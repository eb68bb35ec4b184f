import { type Case, nodes } from './case';

export const nodeNameCases: readonly Case[] = [
  { id: 'node-name-format', at: 'nodes.0.name', raised: nodes({ name: 'bank 1' }), silent: nodes({ name: 'bank-1' }) },
  {
    id: 'node-name-format',
    at: 'nodes.0.name',
    raised: nodes({ name: 'x'.repeat(31) }),
    silent: nodes({ name: 'x'.repeat(30) }),
  },
  { id: 'node-name-format', at: 'nodes.0.name', raised: nodes({ name: '' }), silent: nodes({ name: '1' }) },
  {
    id: 'node-name-twice',
    at: 'nodes.1.name',
    raised: nodes({}, { kind: 'mediator' }),
    silent: nodes({}, { kind: 'mediator', name: 'bank2' }),
  },
  {
    id: 'node-name-reserved',
    at: 'nodes.0.name',
    raised: nodes({ name: 'participants' }),
    silent: nodes({ name: 'participant' }),
  },
  {
    id: 'node-name-taken',
    at: 'nodes.0.name',
    raised: nodes({ name: 'toString' }),
    silent: nodes({ name: 'tostring' }),
  },
  {
    id: 'node-name-taken',
    at: 'nodes.0.name',
    raised: nodes({ name: 'println' }),
    // Without a KMS there is no script that would use it.
    silent: nodes({ name: 'println', custody: { type: 'none' } }),
  },
  {
    id: 'node-name-hides-command',
    at: 'nodes.0.name',
    raised: nodes({ name: 'health' }),
    silent: nodes({ name: 'healthy' }),
  },
  {
    id: 'node-names-differ-in-case',
    at: 'nodes.1.name',
    raised: nodes({ name: 'bank' }, { name: 'Bank' }),
    silent: nodes({ name: 'bank' }, { name: 'bank1' }),
  },
];
