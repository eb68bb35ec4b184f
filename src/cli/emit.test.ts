import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { bundle } from '../core/emit/bundle';
import { envelope, external, migrate, newKms, newNode, newPlan } from '../core/plan/defaults';
import { examples } from '../core/plan/examples';
import type { Plan } from '../core/plan/plan';
import { writePlanFile } from '../core/plan/plan-file';

// Each test starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'emit-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input = '') {
  const command = ['--import', 'tsx', new URL('emit.ts', import.meta.url).pathname, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', input });
  return { status, stdout, stderr };
}

const written = (path: string) =>
  Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')]));
const expected = (plan: Plan, touched: number[] = []) =>
  Object.fromEntries(bundle(plan, new Set(touched)).map(({ path, text }) => [path, text]));

const plan: Plan = {
  ...newPlan(),
  kms: [{ ...newKms('aws', 'kms1'), region: 'eu-central-1', credentials: { type: 'instance-role' } }],
  nodes: [newNode('participant', 'bank1', external('kms1')), newNode('participant', 'bank2', external('kms1'))],
};
const wrong: Plan = { ...plan, nodes: [...plan.nodes, newNode('mediator', 'no such name', external('kms1'))] };

test('writes exactly the files of the bundle', () => {
  const [example] = examples;
  const of = example?.plan() ?? expect.fail();
  const out = join(folder, 'exact', 'deeper');
  writeFileSync(join(folder, 'plan.json'), writePlanFile(of));
  expect(run([join(folder, 'plan.json'), out])).toMatchObject({ status: 0, stdout: '' });
  expect(written(out)).toEqual(expected(of));
  expect(statSync(join(out, 'start.sh')).mode & 0o111).toBe(0o111);
});

test('an error goes to standard error, and stops what it touches', () => {
  const out = join(folder, 'wrong');
  const { status, stdout, stderr } = run(['-', out], writePlanFile(wrong));
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^error: nodes\.2\.name: /m);
  expect(written(out)).toEqual(expected(wrong, [2]));
  expect(
    readdirSync(out)
      .filter((name) => name.endsWith('.conf'))
      .sort(),
  ).toEqual(['bank1-kms.conf', 'bank2-kms.conf', 'remote.conf', 'shared.conf']);
});

test('a second run replaces the first and keeps what was filled in', () => {
  const out = join(folder, 'again');
  run(['-', out], writePlanFile(plan));
  writeFileSync(join(out, '.env'), 'SECRET=1\n');
  const smaller = { ...plan, nodes: plan.nodes.slice(0, 1) };
  expect(run(['-', out], writePlanFile(smaller))).toMatchObject({ status: 0 });
  expect(written(out)).toEqual({ ...expected(smaller), '.env': 'SECRET=1\n' });
});

test('a bundle with folders is written, and written again', () => {
  const out = join(folder, 'folders');
  const moving: Plan = { ...plan, task: migrate(), nodes: [newNode('participant', 'bank1', envelope('kms1'))] };
  run(['-', out], writePlanFile(moving));
  writeFileSync(join(out, '02-encrypted', '.env'), 'SECRET=1\n');
  expect(readFileSync(join(out, '02-encrypted', 'bank1-kms.conf'), 'utf8')).toContain('private-key-store.encryption');
  expect(run(['-', out], writePlanFile({ ...moving, name: 'again' })).stderr).not.toContain('Put it aside');
  expect(readFileSync(join(out, 'README.md'), 'utf8')).toContain('again');
  expect(readFileSync(join(out, '02-encrypted', '.env'), 'utf8')).toBe('SECRET=1\n');
  writeFileSync(join(out, '02-encrypted', 'own.conf'), 'x');
  expect(run(['-', out], writePlanFile(moving)).stderr).toContain(join(out, '02-encrypted', 'own.conf'));
});

test.each([
  ['a file of somebody else', 'own.conf', 'x'],
  ['a file that was changed by hand', 'start.sh', 'x'],
])('%s is never written over', (_, name, text) => {
  const out = join(folder, name);
  run(['-', out], writePlanFile(plan));
  writeFileSync(join(out, name), text);
  const before = written(out);
  const { status, stderr } = run(['-', out], writePlanFile({ ...plan, name: 'other' }));
  expect(status).toBe(1);
  expect(stderr).toContain(join(out, name));
  expect(written(out)).toEqual(before);
});

test('says why a file is no plan, and writes nothing', () => {
  const out = join(folder, 'none');
  const { status, stderr } = run(['-', out], '{}');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^-: .+\n$/);
  expect(existsSync(out)).toBe(false);
});

test.each([[[]], [['plan.json']], [['a', 'b', 'c']], [['--what']], [['/no/such/file.json', 'out']]])(
  'called with %j it says how it is called',
  (args) => {
    const { status, stderr } = run(args);
    expect(status).toBe(2);
    expect(stderr).toContain('Usage: npm run -s emit -- PLAN.json OUT_DIR');
  },
);
