import { assetTransferSource, encryptedMigrationSource } from '../canton/migration';
import { newWay } from '../plan/defaults';
import { withWay } from '../plan/edit-migration';
import type { Plan } from '../plan/plan';
import type { Migrate, MigrationWay } from '../plan/task';
import type { Finding } from './finding';
import { betterWay, isOpen, waysOf } from './ways';

/** The chosen way has to lead from where the keys are to where they should be, with nothing that speaks against it. */
export function leadsThere(plan: Plan, task: Migrate): readonly Finding[] {
  const { facts, way } = task;
  if (facts.today === 'plain' && facts.wanted === 'plain') return [stays()];
  const chosen = waysOf(plan, task).find(({ runbook }) => runbook === way.type);
  if (chosen !== undefined && isOpen(chosen)) return [];
  const better = betterWay(plan, task);
  if (better === undefined) return [withoutRunbook()];
  const [reason] = chosen?.against ?? [];
  return [
    {
      id: 'migration-way-is-out',
      severity: 'error',
      path: 'task.way',
      message: 'This way is out, as the answers above stand.',
      why: `${reason?.text ?? 'It leads elsewhere.'} What comes out would stop at one of its checks, or lead where nobody wants to go.`,
      source: reason?.source ?? encryptedMigrationSource,
      fix: { label: takes[better], apply: (before) => withWay(before, newWay(better)) },
    },
  ];
}

const takes: Record<MigrationWay['type'], string> = {
  encrypt: 'Encrypt the keys where they are',
  revert: 'Take the encryption back',
  export: 'Take the keys along',
  transfer: 'Move the external parties',
};

function stays(): Finding {
  return {
    id: 'migration-stays',
    severity: 'error',
    path: 'task.facts.wanted',
    message: 'The keys are there already: choose another place.',
    why: 'A migration changes where keys live. Other keys in the same place are a rotation, which is a task of its own on the start page.',
    source: encryptedMigrationSource,
  };
}

function withoutRunbook(): Finding {
  return {
    id: 'migration-without-runbook',
    severity: 'error',
    path: 'task.way',
    message: 'No runbook here leads there, as the answers above stand.',
    why: 'The ways below say what does, and why the others are out. Change the answers, or go the way that is described.',
    source: assetTransferSource,
  };
}
