import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rotate } from '../plan/defaults';
import { Plan } from '../plan/plan';
import { aws, given, keyId, node, ownKeys } from './cases/case';
import { arnOf, print, rotation, seenKey, seenNode } from './cases/observed';
import type { Finding } from './finding';
import { findings } from './rules';

/** Rows that meet each other, and the keys that are there, in many ways: small pools make most things happen often. */
const one = <const T extends readonly unknown[]>(...values: T): fc.Arbitrary<T[number]> => fc.constantFrom(...values);
const name = one('bank1', 'bank2', 'bank3', 'nobody', '');
const id = one('', keyId(12), keyId(14), keyId(22), keyId(50), keyId(51), arnOf(keyId(14)), 'alias/bank', 'x', 'é');
const fingerprint = one('', 'x', print(11), print(12), print(13), print(14), print(22), print(99));
const called = one('', 'a', 'b', 'key-12', 'key-14');
const spec = one(null, 'ec-p-256', 'ec-p-384', 'rsa-2048', 'ml-dsa-65', 'ec-curve-25519');
const generated = fc.record({ type: one('generated'), spec });
const rows = fc.record({
  pause: fc.boolean(),
  restore: fc.boolean(),
  wrappers: fc.array(
    fc.record({
      node: name,
      from: id,
      to: fc.oneof(fc.record({ type: one('generated') }), fc.record({ type: one('given'), id })),
    }),
    { maxLength: 3 },
  ),
  keys: fc.array(
    fc.record({
      node: name,
      fingerprint,
      to: fc.oneof(generated, fc.record({ type: one('given'), kmsKeyId: id })),
      name: called,
    }),
    { maxLength: 4 },
  ),
  deletions: fc.array(fc.record({ node: name, fingerprint, retiredBefore: one('', 'x', '2026-11-01T00:00:00Z') }), {
    maxLength: 3,
  }),
});
const custody = one('external', 'envelope', 'none');
const extra = fc.record({
  usage: one([], ['namespace'], ['signing']),
  kmsKeyId: id,
  wrapperKeyId: id,
  mapped: fc.boolean(),
  name: called,
});

const rotations: fc.Arbitrary<Plan> = fc
  .tuple(
    fc.array(custody, { maxLength: 3 }),
    rows,
    fc.array(extra, { maxLength: 2 }),
    one('3.3', '3.5', '3.6'),
    fc.boolean(),
  )
  .map(([types, task, extras, release, planned]) => {
    const plan = rotation(types, task, {}, { release });
    const added = extras.map((key, at) => seenKey(60 + at, { ...key, usage: [...key.usage] }));
    if (plan.task.type !== 'rotate') throw new Error('A rotation is expected');
    const inventory = plan.task.inventory.map((seen, at) =>
      at === 0 ? { ...seen, keys: [...seen.keys, ...added] } : seen,
    );
    return Plan.parse({
      ...plan,
      nodes: planned ? plan.nodes : [node({ name: 'bank1', ...given(keyId(50)) }), ...plan.nodes.slice(1)],
      task: { ...plan.task, inventory },
    });
  });

const tally = (found: readonly Finding[]) => {
  const counts = new Map<string, number>();
  for (const { id: rule } of found) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
};
const errors = (found: readonly Finding[]) => found.filter(({ severity }) => severity === 'error');

test('nothing is said twice of the same answer of a rotation', () => {
  fc.assert(
    fc.property(rotations, (plan) => {
      const said = findings(plan).map(({ id: rule, path }) => `${rule} at ${path}`);
      expect(said).toEqual([...new Set(said)]);
    }),
  );
});

test('every fix of a rotation mends what it says', () => {
  let fixes = 0;
  fc.assert(
    fc.property(rotations, (plan) => {
      const before = findings(plan);
      for (const { id: rule, path, fix } of before) {
        if (fix === undefined) continue;
        fixes += 1;
        const fixed = fix.apply(plan);
        expect(Plan.safeParse(fixed).success).toBe(true);
        expect(tally(findings(fixed)).get(rule) ?? 0, `${rule} at ${path}`).toBeLessThan(tally(before).get(rule) ?? 0);
      }
    }),
  );
  expect(fixes).toBeGreaterThan(50);
});

test('what is said does not depend on what was asked before', () => {
  fc.assert(
    fc.property(rotations, (plan) => {
      const said = findings(plan).map(({ id: rule, path, message }) => [rule, path, message]);
      const again = findings(Plan.parse(structuredClone(plan))).map(({ id: rule, path, message }) => [
        rule,
        path,
        message,
      ]);
      expect(again).toEqual(said);
    }),
  );
});

test('a keystroke in one row of thousands looks at that row alone', () => {
  const count = 300;
  const inventory = Array.from({ length: count }, (_, at) =>
    seenNode(`bank${at}`, [
      seenKey(10 * at, { usage: ['namespace'], root: true, mapped: false, kmsKeyId: keyId(10 * at) }),
      seenKey(10 * at + 1, { kmsKeyId: keyId(10 * at + 1) }),
    ]),
  );
  let reads = 0;
  const row = (at: number) => ({
    node: `bank${at}`,
    get fingerprint() {
      reads += 1;
      return print(10 * at + 1);
    },
    to: { type: 'given' as const, kmsKeyId: keyId(10 * at + 5) },
    name: 'signing-2',
  });
  const before: Plan = aws(
    {},
    {
      nodes: inventory.map((seen) => node({ name: seen.name })),
      task: { ...rotate(), inventory, keys: inventory.map((_seen, at) => row(at)) },
    },
  );
  expect(errors(findings(before))).toEqual([]);
  const first = reads;
  reads = 0;
  if (before.task.type !== 'rotate') throw new Error('A rotation is expected');
  const typed = { ...row(0), name: 'signing-3' };
  findings({ ...before, task: { ...before.task, keys: [typed, ...before.task.keys.slice(1)] } });
  // What every row is asked whatever happens, and the one row anew.
  expect(reads).toBeLessThan(first);
  expect(reads).toBeLessThanOrEqual(3 * count + 10);
});

test('the keys of a node of which one stands in two places do not hide each other', () => {
  const plan = aws({}, { nodes: [node(ownKeys({ signing: keyId(1), encryption: keyId(1) }))] });
  expect(errors(findings(plan)).map(({ path }) => path)).toEqual([
    'nodes.0.custody.keys.encryption',
    'nodes.0.custody.keys.signing',
  ]);
});
