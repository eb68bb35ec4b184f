import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

// Each test starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'judge-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function run(args: readonly string[], input = '') {
  const command = ['--import', 'tsx', new URL('judge.ts', import.meta.url).pathname, ...args];
  const env = { ...process.env, BANK_REGION: 'eu-central-1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', input, env });
  return { status, stdout: stdout.replaceAll(`${folder}/`, ''), stderr };
}

const good = 'canton.participants.a.crypto { provider = kms, kms { type = aws, region = ${BANK_REGION} } }\n';

test('says nothing of files that Canton loads', () => {
  expect(run(['--line', '3.3', file('good.conf', good)])).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('prints a line a problem, of includes and later files too', () => {
  file('shared.conf', 'canton.participants.a.crypto.kms.regio = x');
  const including = file('including.conf', `include required("shared.conf")\n${good}`);
  const later = file('later.conf', '\n\ncanton.participants.a.crypto.provider = KMS');
  expect(run([including, later])).toEqual({
    status: 1,
    stdout: [
      `later.conf:3: canton.participants.a.crypto.provider: No valid coproduct option found for '"KMS"'. Known here: jce, kms.`,
      'shared.conf:1: canton.participants.a.crypto.kms.regio: Unknown key.',
      '',
    ].join('\n'),
    stderr: '',
  });
});

test('names a variable that is not set', () => {
  const { status, stdout } = run([file('unset.conf', 'canton.participants.a.crypto.provider = ${NO_SUCH_VARIABLE}')]);
  expect(status).toBe(1);
  expect(stdout).toContain('unset.conf:1: Could not resolve substitution to a value: ${NO_SUCH_VARIABLE}');
});

test('reads standard input', () => {
  expect(run(['-'], 'canton {}')).toMatchObject({
    status: 1,
    stdout: '-:1: canton: At least one node must be defined in the configuration\n',
  });
});

test('answers cases a line', () => {
  const cases = [
    { id: 'a', line: '3.5', hocon: good },
    { id: 'b', line: '3.5', hocon: 'canton.participants.a.crypto.x = 1' },
    { id: 'c', line: '3.6', hocon: 'canton.participants.a.crypto.provider = kms' },
    { id: 'd', line: '3.4', hocon: 'a = [' },
  ];
  const { status, stdout } = run([
    '--jsonl',
    file('cases.jsonl', `${cases.map((one) => JSON.stringify(one)).join('\n')}\n\n`),
  ]);
  expect(status).toBe(0);
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { id: 'a', ok: true, errors: [] },
    { id: 'b', ok: false, errors: ["at 'canton.participants.a.crypto.x': Unknown key."] },
    { id: 'c', ok: true, errors: [], start: ['Missing KMS configuration for KMS crypto provider'] },
    { id: 'd', ok: false, errors: [expect.stringMatching(/^PARSE /)] },
  ]);
});

test.each<[string, readonly string[]]>([
  ['no file', []],
  ['a file that is not there', ['/no/such/file.conf']],
  ['a line that does not exist', ['--line', '2.9', 'x.conf']],
  ['an unknown option', ['--lines', '3.5', 'x.conf']],
  ['cases that are no cases', ['--jsonl', file('broken.jsonl', '{"id": 1}\n')]],
])('explains wrong usage: %s', (_, args) => {
  const { status, stdout, stderr } = run(args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('Usage: npm run -s judge');
});
