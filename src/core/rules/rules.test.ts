import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { awsKeyIdSource } from '../canton/key-ids';
import { gcpImport } from '../canton/key-import';
import { releaseFacts, releases } from '../canton/releases';
import { examples } from '../plan/examples';
import { Plan } from '../plan/plan';
import { type Case, quiet } from './cases/case';
import { driverCases } from './cases/driver';
import { keyIdCases } from './cases/key-ids';
import { migrationCases } from './cases/migration';
import { nodeNameCases } from './cases/node-names';
import { ownKeyCases } from './cases/own-keys';
import { providerCases } from './cases/provider';
import { rotationCases } from './cases/rotation';
import { keyRotationCases } from './cases/rotation-keys';
import { schemeCases } from './cases/schemes';
import { sessionKeyCases } from './cases/session-keys';
import { storageCases } from './cases/storage';
import { type Finding, severities } from './finding';
import { findings } from './rules';

const cases: readonly Case[] = [
  ...storageCases,
  ...nodeNameCases,
  ...keyIdCases,
  ...ownKeyCases,
  ...rotationCases,
  ...keyRotationCases,
  ...migrationCases,
  ...providerCases,
  ...driverCases,
  ...schemeCases,
  ...sessionKeyCases,
];
const named = cases.map((each, index) => ({ name: `${index + 1}. ${each.id}`, ...each }));

/** Canton's repository as it was read; only what AWS says of itself has no file there. */
const readAt = releases.map(
  (release) => `https://github.com/digital-asset/canton/blob/${releaseFacts[release].commit}/`,
);

const at = (plan: Plan, id: string, path: string) =>
  findings(plan).filter((finding) => finding.id === id && finding.path === path);
const errorsOf = (found: readonly Finding[]) =>
  found.filter(({ severity }) => severity === 'error').map(({ id, path }) => `${id} at ${path.replace(/\d+/g, 'N')}`);

test('nothing is said of a plan in which nothing is wrong', () => {
  expect(findings(quiet)).toEqual([]);
});

test('the examples have no errors, in any line', () => {
  for (const release of releases) {
    for (const { plan } of examples) {
      const without = { ...plan(), release, nonStandardConfig: release === '3.4' };
      expect(errorsOf(findings(without))).toEqual([]);
    }
  }
});

describe.each(named)('$name', ({ id, at: path, raised, silent }) => {
  test('is raised once, by a plan that can be written down', () => {
    expect(Plan.safeParse(raised).success).toBe(true);
    expect(at(raised, id, path)).toHaveLength(1);
  });

  test('is not raised by the plan beside it', () => {
    expect(findings(silent).map((finding) => finding.id)).not.toContain(id);
  });

  test('says what, why and where it is written', () => {
    for (const { message, why, source, log, fix, severity } of at(raised, id, path)) {
      expect(log?.trim()).not.toBe('');
      for (const text of [message, why, source.label, fix?.label ?? '-']) {
        expect(text).not.toBe('');
        expect(text.trim()).toBe(text);
        expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      }
      expect(message.split('\n')).toHaveLength(1);
      expect(cloudPages.has(source.url) || readAt.some((commit) => source.url.startsWith(commit))).toBe(true);
      expect(severities).toContain(severity);
    }
  });

  test('its fix removes it and brings no new error', () => {
    const before = findings(raised);
    for (const { fix } of at(raised, id, path)) {
      if (fix === undefined) continue;
      const fixed = fix.apply(raised);
      expect(Plan.safeParse(fixed).success).toBe(true);
      expect(at(fixed, id, path)).toEqual([]);
      const known = errorsOf(before);
      expect(errorsOf(findings(fixed)).filter((error) => !known.includes(error))).toEqual([]);
    }
  });
});

test('every finding has a case, and every case a finding', () => {
  const folder = new URL('.', import.meta.url);
  const source = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  // As the rules write them: `id: 'x'`, or the first argument of the two that build many alike.
  const written = [...source.matchAll(/(?:\bid: |\bkind\(\s*|\bmissing\(\s*|: )'([a-z0-9]+(?:-[a-z0-9]+)+)'(?=,)/g)];
  const ids = new Set(written.flatMap(([, id]) => (id === undefined ? [] : [id])));
  const raised = new Set(cases.map(({ id }) => id));
  expect([...raised].filter((id) => !ids.has(id))).toEqual([]);
  expect([...ids].filter((id) => !raised.has(id) && !notFindings.has(id))).toEqual([]);
});

/** What the clouds say themselves: pages that change as their sites do. */
const cloudPages: ReadonlySet<string> = new Set([awsKeyIdSource.url, gcpImport.source.url]);

/** Written like an id, and none. */
const notFindings = new Set(['ed-25519', 'node-key', 'new-wrapper', 'rotate-wrapper', 'new-node', 'kept-material']);

test('the worst comes first, then the place', () => {
  const found = findings({
    ...quiet,
    name: ' ',
    nodes: [],
    kmsLog: { ...quiet.kmsLog, file: ' ' },
    nonStandardConfig: true,
  });
  const order = found.map(({ severity }) => severities.indexOf(severity));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(found.slice(0, 3).map(({ path }) => path)).toEqual(['kmsLog.file', 'name', 'nodes']);
});
