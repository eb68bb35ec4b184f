import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportFolder } from '../../src/core/emit/scripts/export-keys';
import { settingsOf } from '../../src/core/emit/settings';
import { visible } from '../../src/core/emit/visible';
import type { Plan } from '../../src/core/plan/plan';
import { hostileAws, hostileGcp, hostilePlan } from './import/hostile-plans';
import { scriptOf } from './import/script-of';

/**
 * Whatever a person types, the script that imports keys hands it on as one value. Its beginning, which holds every
 * answer, is run by bash with the cloud's command line replaced by one that only says what it was called with.
 */

const seed = Number(process.env.IMPORT_SEED ?? Date.now() % 1_000_000_000);

/** No answer holds these: what can't be seen is spelled out. */
const [between, end] = ['\u0000', '\u0001'];

/** What each call got: of the script's own files, then of the cloud's command line in the functions that are asked for. */
function calls(script: string, tool: 'aws' | 'gcloud', asks: readonly string[]): string[][] {
  const [beginning = '', ...rest] = script.split('\n# 1. What is needed');
  expect(rest).toHaveLength(1);
  const told = [
    `said() { printf '%s\\0' "$@" $'\\x01' >&9; }`,
    'said "$folder" "$made" "$imported"',
    // A key is not there yet; everything else is as it is waited for.
    `${tool}() { said "$@"; [ "$1 $2 $3" != 'kms keys describe' ] || return 1; echo ENABLED; }`,
    ...asks,
  ];
  const { status, stdout, stderr } = spawnSync(
    '/bin/bash',
    ['--norc', '-c', `exec 9>&1\n${[beginning, ...told].join('\n')}`],
    {
      encoding: 'utf8',
      // A word that got out would do no harm, and be missed.
      env: { PATH: '/nowhere' },
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const said = stdout.split(`${end}${between}`);
  expect(said.pop()).toBe('');
  return said.map((call) => call.split(between).slice(0, -1));
}

/** What the files are called: after the node, where its name can be a name of a file. */
function filesOf(plan: Plan) {
  const [old = '', next = ''] = settingsOf(plan).stems;
  const records = ['made', 'imported'].map((record) => `./${record}-keys-${next}.tsv`);
  return { stem: next, files: [`./${exportFolder(old)}`, ...records] };
}

const key = '1220abcd';

test('what is typed for AWS arrives as one value each', () => {
  fc.assert(
    fc.property(hostilePlan(hostileAws), (plan) => {
      const [kms] = plan.kms;
      if (kms?.type !== 'aws') return expect.fail('no AWS');
      const { stem, files } = filesOf(plan);
      const [own, made] = calls(scriptOf(plan), 'aws', [`make ${key} signing EC-P256 > /dev/null`]);
      expect(own).toEqual(files);
      const tags = made?.indexOf('--tags') ?? -1;
      const { [tags + 1]: tagged = '', ...others } = made ?? [];
      expect(Object.values(others)).toEqual([
        ...['kms', 'create-key', '--origin', 'EXTERNAL', '--key-spec', 'ECC_NIST_P256', '--key-usage', 'SIGN_VERIFY'],
        ...(kms.multiRegionKey ? ['--multi-region'] : []),
        ...['--description', `Canton ${stem} signing ${key}`, '--tags', '--query', 'KeyMetadata.KeyId'],
        ...['--region', visible(kms.region)],
        ...(kms.endpointOverride === '' ? [] : ['--endpoint-url', visible(kms.endpointOverride)]),
        ...['--output', 'text'],
      ]);
      // As JSON, which spells what can't be seen as a script does.
      expect(JSON.parse(tagged)).toEqual([
        { TagKey: 'CreatedBy', TagValue: 'Canton' },
        ...kms.customTags
          .filter(({ name }) => name !== 'CreatedBy')
          .map(({ name, value }) => ({ TagKey: name, TagValue: value })),
      ]);
    }),
    { numRuns: 200 },
  );
});

test('what is typed for Google Cloud arrives as one value each', () => {
  fc.assert(
    fc.property(hostilePlan(hostileGcp), (plan) => {
      const [kms] = plan.kms;
      const way = plan.task.type === 'migrate' ? plan.task.way : undefined;
      if (kms?.type !== 'gcp' || way?.type !== 'export') return expect.fail('no Google Cloud');
      const { stem, files } = filesOf(plan);
      const asks = [`make ${key} signing EC-P256 > /dev/null`, `work=w; fill id signing EC-P256`];
      const ring = [
        ...['--project', visible(kms.projectId), '--location', visible(kms.locationId)],
        ...['--keyring', visible(kms.keyRingId), '--quiet'],
      ];
      const id = `${stem}-signing-abcd`;
      const job = way.importJob === '' ? 'canton-import' : visible(way.importJob);
      expect(calls(scriptOf(plan), 'gcloud', asks)).toEqual([
        files,
        ['kms', 'keys', 'describe', id, ...ring],
        [
          ...['kms', 'keys', 'create', id, '--purpose', 'asymmetric-signing'],
          ...['--default-algorithm', 'ec-sign-p256-sha256', '--protection-level', way.protectionLevel],
          ...['--skip-initial-version-creation', '--import-only', ...ring],
        ],
        [
          ...['kms', 'keys', 'versions', 'import', '--key', 'id', '--algorithm', 'ec-sign-p256-sha256'],
          ...['--import-job', job, '--wrapped-key-file', 'w/wrapped', ...ring],
        ],
        [...['kms', 'keys', 'versions', 'describe', '1', '--key', 'id', '--format', 'value(state)'], ...ring],
      ]);
    }),
    { numRuns: 200 },
  );
});

test(`shellcheck has nothing to say about the scripts of random plans (IMPORT_SEED=${seed})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'shellcheck-'));
  try {
    const plans = fc.sample(hostilePlan(fc.oneof(hostileAws, hostileGcp)), { seed, numRuns: 30 });
    const files = plans.map((plan, at) => {
      const file = join(folder, `${at}.sh`);
      writeFileSync(file, scriptOf(plan));
      return file;
    });
    // A dollar, or a backslash at the end, stands within single quotes because it was typed.
    const { stdout, error } = spawnSync('shellcheck', ['--exclude=SC2016,SC1003', ...files], { encoding: 'utf8' });
    if (error !== undefined) throw new Error('shellcheck is missing', { cause: error });
    expect(stdout).toBe('');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
