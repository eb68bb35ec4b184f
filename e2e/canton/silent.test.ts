import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf } from '../../src/core/emit/artefact';
import { emit } from '../../src/core/emit/emit';
import type { Plan } from '../../src/core/plan/plan';
import { readHocon } from '../../src/core/read/hocon';
import { judge } from '../../src/core/read/judge/judge';
import type { Finding } from '../../src/core/rules/finding';
import { findings } from '../../src/core/rules/rules';
import { spoiledPlan } from './plans/spoiled';

/** No error may go unsaid: what has none is accepted, whatever was answered; and a fix mends what it says. */

const count = Number(process.env.SILENT_COUNT ?? 1_500);
const seed = Number(process.env.SILENT_SEED ?? Date.now() % 1_000_000_000);
const runs = { seed, numRuns: count };

const errorsIn = (found: readonly Finding[]) => found.filter(({ severity }) => severity === 'error');

/** What Canton would say to all files of a plan in one process. */
async function refusals(plan: Plan): Promise<readonly string[]> {
  const artefacts = emit(plan).filter(({ mediaType }) => mediaType === 'application/hocon');
  const files = new Map(artefacts.map((artefact) => [`./${artefact.path}`, textOf(artefact)]));
  const names = artefacts.filter(({ id }) => !id.startsWith('shared')).map(({ path }) => `./${path}`);
  // Secrets of drivers, and ports that a remote console asks for: all of them hold a number, which is a text as well.
  const variables = [...files.values()].flatMap((text) =>
    [...text.matchAll(/\$\{"?(\w+)"?\}/g)].map(([, name]) => name),
  );
  const env = Object.fromEntries(variables.flatMap((name) => (name === undefined ? [] : [[name, '5000']])));
  const result = await readHocon({ names, files, env, unresolved: 'fail' });
  if (!result.ok) return [result.error.message];
  return judge(result.root, plan.release).problems.map(({ path, message }) => `${path}: ${message}`);
}

test(`of ${count} plans with answers changed at random, those without an error are accepted (SILENT_SEED=${seed})`, async () => {
  let [silent, refused] = [0, 0];
  await fc.assert(
    fc.asyncProperty(spoiledPlan, async (plan) => {
      const said = await refusals(plan);
      if (said.length > 0) refused += 1;
      if (errorsIn(findings(plan)).length > 0) return;
      silent += 1;
      expect(said).toEqual([]);
    }),
    runs,
  );
  // Both must come up often, or nothing was shown.
  expect(silent).toBeGreaterThan(count / 20);
  expect(refused).toBeGreaterThan(count / 20);
});

test(`every fix mends what it says and brings no new error (SILENT_SEED=${seed})`, () => {
  // Places shift when something is removed, and one finding gives way to the next of its kind: so they are counted.
  const tally = (found: readonly Finding[]) => {
    const counts = new Map<string, number>();
    for (const { id } of found) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  };
  fc.assert(
    fc.property(spoiledPlan, (plan) => {
      const before = findings(plan);
      for (const finding of before) {
        if (finding.fix === undefined) continue;
        const after = findings(finding.fix.apply(plan));
        const [was, is] = [tally(before), tally(after)];
        expect(is.get(finding.id) ?? 0, `${finding.id} at ${finding.path}`).toBeLessThan(was.get(finding.id) ?? 0);
        for (const [id, number] of tally(errorsIn(after))) {
          expect(number, `${id} after ${finding.id} at ${finding.path}`).toBeLessThanOrEqual(was.get(id) ?? 0);
        }
      }
    }),
    runs,
  );
});

test(`nothing is said twice of the same answer (SILENT_SEED=${seed})`, () => {
  fc.assert(
    fc.property(spoiledPlan, (plan) => {
      const said = findings(plan).map(({ id, path }) => `${id} at ${path}`);
      expect(said).toEqual([...new Set(said)]);
    }),
    runs,
  );
});
