import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { newKms } from '../../src/core/plan/defaults';
import type { Kms } from '../../src/core/plan/kms';
import { fileOf, planOf, scriptOf } from './import/script-of';

test('shellcheck has nothing to say about either script, whatever the answers are', () => {
  const hostile = '$(x)\'\n`"';
  const plans: readonly Kms[] = [
    { ...newKms('aws', 'kms1'), region: 'eu-central-1' },
    { ...newKms('gcp', 'kms1'), locationId: 'global', projectId: 'acme', keyRingId: 'canton' },
    {
      ...{ ...newKms('aws', 'kms1'), region: hostile, endpointOverride: hostile, multiRegionKey: true },
      customTags: [{ name: hostile, value: hostile }],
    },
    { ...newKms('gcp', 'kms1'), locationId: hostile, projectId: hostile, keyRingId: hostile },
  ];
  for (const kms of plans) {
    const { stdout, error } = spawnSync('shellcheck', ['--exclude=SC2016', '-'], {
      input: scriptOf(planOf(kms)),
      encoding: 'utf8',
    });
    if (error !== undefined) throw new Error('shellcheck is missing', { cause: error });
    expect(stdout, kms.type).toBe('');
  }
});

test('a driver has no such script: its maker says how material gets in', () => {
  expect(fileOf(planOf({ ...newKms('driver', 'kms1'), driverName: 'acme' }))).toBeUndefined();
});
