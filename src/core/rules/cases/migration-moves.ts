import { migrate } from '../../plan/defaults';
import type { Node } from '../../plan/node';
import type { Plan } from '../../plan/plan';
import type { Migrate, MigrationWay, Move } from '../../plan/task';
import { aws, type Case, node } from './case';

const external = { type: 'external', kms: 'kms1', keys: { type: 'generated' } } as const;

/** bank1, without a KMS, gives way to bank1-kms. */
function moving(change: { moves?: Move[]; old?: Partial<Node>; next?: Partial<Node>; facts?: object } = {}): Plan {
  const { moves = [{ from: 'bank1', to: 'bank1-kms' }], old = {}, next = {}, facts = {} } = change;
  const task: Migrate = {
    ...migrate(),
    facts: { ...migrate().facts, wanted: 'external', parties: 'external', ...facts },
    way: { type: 'transfer', moves },
  };
  return aws(
    {},
    {
      nodes: [
        node({ name: 'bank1', custody: { type: 'none' }, ...old }),
        node({ name: 'bank1-kms', custody: external, ...next }),
      ],
      task,
    },
  );
}

/** The same with the keys taken along. */
function exporting(importJob: string): Plan {
  const plan = moving();
  const { task } = plan;
  const way: MigrationWay = { type: 'export', moves: [move], importJob, protectionLevel: 'hsm' };
  return task.type === 'migrate' ? { ...plan, task: { ...task, way } } : plan;
}

const move = { from: 'bank1', to: 'bank1-kms' };

export const moveCases: readonly Case[] = [
  { id: 'migration-move-none', at: 'task.way.moves', raised: moving({ moves: [] }), silent: moving() },
  {
    id: 'migration-move-unknown',
    at: 'task.way.moves.0.from',
    raised: moving({ moves: [{ ...move, from: 'bank2' }] }),
    silent: moving(),
  },
  {
    id: 'migration-move-unknown',
    at: 'task.way.moves.0.to',
    raised: moving({ next: { kind: 'mediator' } }),
    silent: moving(),
  },
  {
    id: 'migration-move-old-in-kms',
    at: 'task.way.moves.0.from',
    raised: moving({ old: { custody: external } }),
    silent: moving(),
  },
  {
    id: 'migration-move-new-outside',
    at: 'task.way.moves.0.to',
    raised: moving({ next: { custody: { type: 'none' } } }),
    silent: moving(),
  },
  {
    id: 'migration-move-same',
    at: 'task.way.moves.0.to',
    raised: moving({ moves: [{ ...move, to: 'bank1' }] }),
    silent: moving(),
  },
  {
    id: 'migration-move-twice',
    at: 'task.way.moves.1',
    raised: moving({ moves: [move, move] }),
    silent: moving(),
  },
  {
    id: 'migration-import-job',
    at: 'task.way.importJob',
    raised: exporting('projects/x'),
    silent: exporting('canton-import'),
  },
  {
    id: 'migration-local-parties',
    at: 'task.facts.parties',
    raised: moving({ facts: { parties: 'both' } }),
    silent: moving(),
  },
];
