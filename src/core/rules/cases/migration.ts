import { migrate, newWay } from '../../plan/defaults';
import type { Node } from '../../plan/node';
import type { Plan } from '../../plan/plan';
import type { Migrate, ObservedKey, ObservedNode } from '../../plan/task';
import { aws, type Case, node } from './case';
import { exportCases } from './migration-export';
import { moveCases } from './migration-moves';
import { keysFrom, seenNode } from './observed';

const envelope = { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'generated' } } as const;
const given = (id: string) => ({ ...envelope, wrapperKey: { type: 'given', id } }) as const;
const external = { type: 'external', kms: 'kms1', keys: { type: 'generated' } } as const;
const into = 'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** Nodes bank1, bank2, ... on the move. */
function moving(nodes: readonly Partial<Node>[], change: Partial<Migrate> = {}): Plan {
  return aws(
    {},
    {
      nodes: nodes.map((more, at) => node({ name: `bank${at + 1}`, custody: envelope, ...more })),
      task: { ...migrate(), ...change },
    },
  );
}

const way = (today: Migrate['facts']['today'], wanted: Migrate['facts']['wanted'], type: Migrate['way']['type']) => ({
  facts: { ...migrate().facts, today, wanted },
  way: newWay(type),
});
const back = way('envelope', 'plain', 'revert');

const seen = (
  at: number,
  ids: (number: number) => Partial<ObservedKey> = () => ({}),
  more: Partial<ObservedNode> = {},
) => seenNode(`bank${at}`, keysFrom(10 * at + 1, ids), more);
const wrapped = (id: string) => () => ({ wrapperKeyId: id });
const byTwo = (number: number) => ({ wrapperKeyId: `wrapper-${number % 2}` });

export const migrationCases: readonly Case[] = [
  {
    id: 'migration-stays',
    at: 'task.facts.wanted',
    raised: moving([{}], way('plain', 'plain', 'encrypt')),
    silent: moving([{}]),
  },
  {
    id: 'migration-without-runbook',
    at: 'task.way',
    raised: moving([{}], way('external', 'plain', 'revert')),
    silent: moving([{}], back),
  },
  {
    id: 'migration-without-runbook',
    at: 'task.way',
    raised: moving([{}], way('envelope', 'envelope', 'encrypt')),
    silent: moving([{}]),
  },
  {
    id: 'migration-way-is-out',
    at: 'task.way',
    raised: moving([{}], way('plain', 'envelope', 'revert')),
    silent: moving([{}], back),
  },
  {
    id: 'migration-nobody-moves',
    at: 'task',
    raised: moving([{ custody: { type: 'none' } }]),
    silent: moving([{ custody: { type: 'none' } }, {}]),
  },
  {
    id: 'migration-node-external',
    at: 'nodes.1.custody',
    raised: moving([{}, { custody: external }]),
    silent: moving([{}, { custody: { type: 'none' } }]),
  },
  {
    id: 'migration-replicas',
    at: 'nodes.0.replicas',
    raised: moving([{ replicas: true }]),
    // It stays as it is, and no replica of it is stopped.
    silent: moving([{ replicas: true, custody: { type: 'none' } }, {}]),
  },
  {
    id: 'migration-clear-from-then-on',
    at: 'task.way',
    raised: moving([{}], back),
    silent: moving([{}]),
  },
  {
    id: 'migration-today-differs',
    at: 'task.facts.today',
    raised: moving([{}], { ...back, inventory: [seen(1, () => ({ kmsKeyId: into }))] }),
    silent: moving([{}], { ...back, inventory: [seen(1, wrapped('wrapper'))] }),
  },
  {
    id: 'migration-today-differs',
    at: 'task.facts.today',
    raised: moving([{ custody: { type: 'none' } }], {
      ...way('envelope', 'external', 'transfer'),
      inventory: [seen(1)],
    }),
    silent: moving([{ custody: { type: 'none' } }], {
      ...way('plain', 'external', 'transfer'),
      inventory: [seen(1)],
    }),
  },
  {
    id: 'migration-one-identity',
    at: 'task.inventory.1',
    raised: moving([{}, {}], { inventory: [seen(1, undefined, { uid: 'a::1' }), seen(2, undefined, { uid: 'a::1' })] }),
    silent: moving([{}, {}], { inventory: [seen(1), seen(2)] }),
  },
  {
    id: 'migration-kind-differs',
    at: 'nodes.0.kind',
    raised: moving([{}], { inventory: [seen(1, undefined, { kind: 'mediator' })] }),
    silent: moving([{}], { inventory: [seen(1)] }),
  },
  {
    id: 'migration-keys-in-kms',
    at: 'task.inventory.0',
    raised: moving([{}], { inventory: [seen(1, () => ({ kmsKeyId: into }))] }),
    silent: moving([{}], { inventory: [seen(1)] }),
  },
  {
    id: 'migration-several-wrappers',
    at: 'task.inventory.0',
    raised: moving([{}], { ...back, inventory: [seen(1, byTwo)] }),
    silent: moving([{}], { ...back, inventory: [seen(1, wrapped('wrapper'))] }),
  },
  {
    id: 'migration-partly-encrypted',
    at: 'task.inventory.0',
    raised: moving([{}], {
      ...back,
      inventory: [seen(1, (number) => (number % 2 === 0 ? { wrapperKeyId: 'w' } : {}))],
    }),
    silent: moving([{}], { ...back, inventory: [seen(1, wrapped('w'))] }),
  },
  {
    id: 'migration-other-wrapper',
    at: 'nodes.0.custody.wrapperKey.id',
    raised: moving([{ custody: given(into) }], { ...back, inventory: [seen(1, wrapped('alias/another'))] }),
    silent: moving([{ custody: given(into) }], { ...back, inventory: [seen(1, wrapped(into))] }),
  },
  {
    id: 'migration-done-already',
    at: 'task.inventory.0',
    raised: moving([{}], { inventory: [seen(1, wrapped('wrapper'))] }),
    silent: moving([{}], { inventory: [seen(1)] }),
  },
  {
    id: 'migration-done-already',
    at: 'task.inventory.0',
    raised: moving([{}], { ...back, inventory: [seen(1)] }),
    silent: moving([{}], { ...back, inventory: [seen(1, wrapped('wrapper'))] }),
  },
  {
    id: 'migration-keys-lost',
    at: 'task.inventory.0',
    raised: moving([{}], { inventory: [seen(1, undefined, { lost: ['1220aa'] })] }),
    silent: moving([{}], { inventory: [seen(1)] }),
  },
  ...moveCases,
  ...exportCases,
];
