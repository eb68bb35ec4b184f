import { describe, expect, test } from 'vitest';
import { envelope, givenKeys, newNode, newPlan, rotate } from '../../plan/defaults';
import { examples } from '../../plan/examples';
import type { Plan } from '../../plan/plan';
import { bundle } from '../bundle';
import { aws, configurations } from '../golden-cases/configurations';
import { migrations } from '../golden-cases/migrations';
import { scripted } from '../golden-cases/scripted';

/** Names on a page that look like files of a bundle; a whole path is of the operator's own machine. */
const file =
  /(?:^|[\s`]|\.\/)((?:\d{2}-[a-z-]+\/)?[\w.-]+\.(?:conf|sc|sh|json|md|example)|SHA256SUMS)(?=$|[\s`,.:;)])/g;
/** What an operator brings. */
const own = new Set(['own.conf']);

const cases: Readonly<Record<string, Plan>> = {
  ...scripted,
  ...configurations,
  ...migrations,
  ...Object.fromEntries(examples.map(({ id, plan }) => [id, plan()])),
};

function pageOf(plan: Plan): { readonly page: string; readonly paths: readonly string[] } {
  const files = bundle(plan);
  const page = files.find(({ path }) => path === 'README.md')?.text ?? expect.fail();
  return { page, paths: files.map(({ path }) => path).filter((path) => path !== 'README.md') };
}

function named(page: string): ReadonlySet<string> {
  // Addresses of Canton's files are no files of the bundle.
  const text = page.replaceAll(/\]\(<[^>]*>\)/g, ']');
  return new Set([...text.matchAll(file)].flatMap(([, name]) => (name === undefined ? [] : [name])));
}

describe.each(Object.entries(cases))('the README of %s', (_, plan) => {
  const { page, paths } = pageOf(plan);

  test('names every file of the bundle', () => {
    expect(paths.filter((path) => !named(page).has(path))).toEqual([]);
  });

  test('names no file that is not there', () => {
    const there = (name: string) => paths.some((path) => path === name || path.endsWith(`/${name}`));
    expect([...named(page)].filter((name) => name !== 'README.md' && !own.has(name) && !there(name))).toEqual([]);
  });
});

describe.each(Object.entries(migrations))('the pages of %s', (_, plan) => {
  const files = bundle(plan);
  const [page, runbook] = ['README.md', 'RUNBOOK.md'].map(
    (name) => files.find(({ path }) => path === name)?.text ?? expect.fail(),
  );
  const paths = files.map(({ path }) => path);
  const there = (name: string) => paths.some((path) => path === name || path.endsWith(`/${name}`));

  test('name every file of the bundle between them', () => {
    const all = named(`${page}\n${runbook}`);
    expect(paths.filter((path) => !all.has(path))).toEqual([]);
  });

  test('name no file in the runbook that is not there', () => {
    const names = [...named(runbook ?? '')].filter((name) => !own.has(name));
    expect(names.filter((name) => !there(name))).toEqual([]);
  });

  test('lead in the runbook to every script that is run in turn', () => {
    const scripts = paths.filter((path) => /^\d{2}-.*\.(?:sc|sh)$/.test(path) && !path.includes('/'));
    expect(scripts.filter((path) => !named(runbook ?? '').has(path))).toEqual([]);
  });
});

test('the files of many nodes are named by the first and the last', () => {
  const names = Array.from({ length: 50 }, (_, index) => `bank-${index + 1}`);
  const keys = { ...givenKeys(), namespace: 'a', sequencerAuth: 'b', signing: 'c', encryption: 'd' };
  const nodes = names.map((name) => newNode('participant', name, { type: 'external', kms: 'kms1', keys }));
  const { page } = pageOf({ ...newPlan(), kms: [aws], nodes });
  expect(page).toContain('| `NODE-kms.conf` | 50 files, one a node: what the plan sets on it. |');
  expect(page).toContain(
    '| `01-identity-bank-1.sc` to `50-identity-bank-50.sc` | 50 files, one a node. The first: Gives bank-1 its identity, from keys that exist in the KMS. |',
  );
  expect(page).toContain('# and 10 more, in the order of their numbers, up to 50-identity-bank-50.sc');
});

test('after a restore of many nodes one command line stands for all', () => {
  const names = Array.from({ length: 50 }, (_, index) => `bank-${index + 1}`);
  const nodes = names.map((name) => newNode('participant', name, envelope('kms1')));
  const { page } = pageOf({ ...newPlan(), kms: [aws], nodes, task: { ...rotate(), restore: true } });
  expect(page).toContain('`canton run --no-tty restore-2-align-bank-1.sc -c ./remote.conf` and likewise');
  expect(page).toContain('up to `restore-2-align-bank-50.sc`');
});

test('a page is named only where it is', () => {
  expect(named('`a.conf`, [x](<https://example.com/b.md>), ./c.sh `/etc/e.json` and `02-x/d.conf`.')).toEqual(
    new Set(['a.conf', 'c.sh', '02-x/d.conf']),
  );
});
