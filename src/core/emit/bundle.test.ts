import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPlanFile } from '../link/read-plan-file';
import { newPlan } from '../plan/defaults';
import { examples } from '../plan/examples';
import { textOf } from './artefact';
import { bundle } from './bundle';
import { emit } from './emit';

test.each(examples)('the bundle of $id holds its files, the plan, and sums that agree', ({ plan }) => {
  const files = bundle(plan());
  expect(files.map(({ path, text }) => [path, text])).toEqual([
    ...emit(plan()).map((artefact) => [artefact.path, textOf(artefact)]),
    ['plan.json', expect.any(String)],
    ['SHA256SUMS', expect.any(String)],
  ]);
  expect(files.filter(({ executable }) => executable).map(({ path }) => path)).toEqual(['start.sh']);
  const saved = files.find(({ path }) => path === 'plan.json')?.text ?? '';
  expect(readPlanFile(saved)).toEqual({ type: 'plan', plan: plan(), notices: [] });

  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  try {
    for (const { path, text } of files) writeFileSync(join(folder, path), text);
    const said = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' });
    expect(said.match(/: OK$/gm)).toHaveLength(files.length - 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what errors stop is left out, and the sums speak of the rest', () => {
  const [, example] = examples;
  const files = bundle(example?.plan() ?? expect.fail(), new Set([1]));
  expect(files.map(({ path }) => path)).not.toContain('sequencer1-kms.conf');
  expect(files.map(({ path }) => path)).toContain('bank1-kms.conf');
  expect(files.at(-1)?.text).not.toContain('sequencer1');
});

test('a bundle that errors made smaller says so, and lists only what is in it', () => {
  const [first] = newPlan().nodes;
  if (first === undefined) throw new Error('a new plan has a node');
  const plan = { ...newPlan(), nodes: [first, { ...first, name: 'second' }] };
  const files = bundle(plan, new Set([1]));
  const names = files.map(({ path }) => path);
  expect(names).toContain('participant1-kms.conf');
  expect(names).not.toContain('second-kms.conf');
  const page = files.find(({ path }) => path === 'README.md')?.text ?? '';
  expect(page).toContain('This bundle is not whole. Errors in the plan stopped `second-kms.conf`.');
  expect(page).not.toMatch(/\| `second-kms\.conf` \|/);
  expect(bundle(plan).find(({ path }) => path === 'README.md')?.text).not.toContain('not whole');
});
