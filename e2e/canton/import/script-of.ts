import { expect } from 'vitest';
import { type Artefact, textOf } from '../../../src/core/emit/artefact';
import type { File } from '../../../src/core/emit/file';
import { importScript } from '../../../src/core/emit/import/script';
import { settingsOf } from '../../../src/core/emit/settings';
import { migrate, newNode, newPlan, newWay } from '../../../src/core/plan/defaults';
import { withWay } from '../../../src/core/plan/edit-migration';
import type { Kms } from '../../../src/core/plan/kms';
import type { Plan } from '../../../src/core/plan/plan';

/** A plan that takes the keys of one node along into this KMS. */
export function planOf(kms: Kms): Plan {
  const start: Plan = {
    ...newPlan(),
    kms: [kms],
    nodes: [newNode('participant', 'bank-1', { type: 'none' })],
    task: migrate(),
  };
  return withWay(start, newWay('export'));
}

/** The script of a plan's first move; nothing where the KMS has none. */
export function fileOf(plan: Plan): File | undefined {
  const way = plan.task.type === 'migrate' ? plan.task.way : undefined;
  if (way?.type !== 'export') throw new Error('no export');
  const [move = { from: '', to: '' }] = way.moves;
  return importScript(settingsOf(plan), way, move, 'import.sh');
}

export function scriptOf(plan: Plan): string {
  const lines: Artefact['lines'] = (fileOf(plan) ?? expect.fail('no script')).write();
  return textOf({ lines });
}
