import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { examples } from '../plan/examples';
import type { Plan } from '../plan/plan';
import { judgeFiles } from '../read/judge/judge-files';
import { bundle } from './bundle';
import { configurations } from './golden-cases/configurations';
import { migrations } from './golden-cases/migrations';
import { scripted } from './golden-cases/scripted';

/**
 * Whole bundles as a person gets them. After a change that is meant: `UPDATE_GOLDEN=1 npx vitest run
 * src/core/emit/golden.test.ts`, then read the difference.
 */
const folder = fileURLToPath(new URL('../../../e2e/golden', import.meta.url));

const cases: Readonly<Record<string, Plan>> = {
  ...scripted,
  ...configurations,
  ...migrations,
  ...Object.fromEntries(examples.map(({ id, plan }) => [`example-${id}`, plan()])),
};

function written(name: string): Record<string, string> {
  const path = join(folder, name);
  if (!existsSync(path)) return {};
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(path, file)).isFile(),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(path, file), 'utf8')]));
}

if (process.env.UPDATE_GOLDEN === '1') {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, plan] of Object.entries(cases)) {
    for (const { path, text } of bundle(plan)) {
      const file = join(folder, name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

test.each(Object.entries(cases))('%s', (name, plan) => {
  expect(Object.fromEntries(bundle(plan).map(({ path, text }) => [path, text]))).toEqual(written(name));
});

test.each(Object.entries(cases))('Canton takes the files of %s', async (name, { release }) => {
  const files = new Map(Object.entries(written(name)).map(([file, text]) => [`./${file}`, text]));
  const nodes = [...files.keys()].filter((file) => file.endsWith('-kms.conf'));
  expect(nodes.length).toBeGreaterThan(0);
  for (const node of nodes) {
    const { problems } = await judgeFiles({ names: [node], files, env: { HSM_PIN: '1' }, unresolved: 'fail', release });
    expect(problems).toEqual([]);
  }
});

test('no bundle is left over from a case that is gone', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(cases).sort());
});
