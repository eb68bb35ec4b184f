import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { bundle } from '../../src/core/emit/bundle';
import { external, newKms, newNode, newPlan } from '../../src/core/plan/defaults';
import { examples } from '../../src/core/plan/examples';
import type { Plan } from '../../src/core/plan/plan';

/** What shellcheck says about a plan's start script; nothing is what it should say. */
function shellcheck(plan: Plan, ...options: string[]): string {
  const script = bundle(plan).find(({ path }) => path === 'start.sh')?.text;
  if (script === undefined) throw new Error('The bundle holds no start script');
  const { stdout, error } = spawnSync('shellcheck', [...options, '-'], { input: script, encoding: 'utf8' });
  if (error !== undefined) throw new Error('shellcheck is missing', { cause: error });
  return stdout;
}

test.each(examples)('shellcheck has nothing to say about $id', ({ plan }) => {
  expect(shellcheck(plan())).toBe('');
});

test('shellcheck finds nothing that a hostile answer does', () => {
  const hostile = '$(x)\'\n`"';
  const plan: Plan = {
    ...newPlan(),
    name: hostile,
    kmsLog: { file: hostile, immediateFlush: 'off', rollingPattern: hostile, rollingHistory: hostile },
    kms: [{ ...newKms('aws', 'kms1'), region: 'r', credentials: { type: 'instance-role' } }],
    nodes: [newNode('participant', "'", external('kms1')), newNode('participant', 'b', external('kms1'))],
  };
  // That a dollar stands within single quotes is what we want, and all it would say.
  expect(shellcheck(plan, '--exclude=SC2016')).toBe('');
});

test('shellcheck has nothing to say about two drivers whose jars are not known', () => {
  const driver = { ...newKms('driver', 'kms1'), jar: '' };
  const plan: Plan = {
    ...newPlan(),
    kms: [
      { ...driver, driverName: 'acme-hsm' },
      { ...driver, id: 'kms2', driverName: '$(x)\'\n`"' },
    ],
    nodes: [newNode('participant', 'a', external('kms1')), newNode('participant', 'b', external('kms2'))],
  };
  expect(shellcheck(plan)).toBe('');
});
