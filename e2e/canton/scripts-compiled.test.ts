import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scriptNames } from '../../src/core/canton/node-names';
import { releases } from '../../src/core/canton/releases';
import type { Plan } from '../../src/core/plan/plan';
import { checkScripts } from './console/compile';
import { bareWords, named, refusesName } from './console/named-as-words';
import { planScripts } from './console/plan-scripts';
import { runbookLines } from './console/runbook-lines';
import { combinations } from './console/script-plans';
import { missingJvmTools } from './jvm/read-with-jvm';
import { scriptPlan } from './plans/script-plan';

/** Every script we emit is compiled by the Scala compiler itself, for a console that has what Canton's has and no more. */

const count = Number(process.env.SCRIPTS_COUNT ?? 500);
const seed = Number(process.env.SCRIPTS_SEED ?? Date.now() % 1_000_000_000);
const missing = missingJvmTools();
if (missing.length > 0) console.error(`Scripts are not compiled here: ${missing.join(', ')} missing`);

const all = combinations();
const random: readonly Plan[] = fc.sample(scriptPlan, { seed, numRuns: count });

describe.skipIf(missing.length > 0).each(releases)('on %s', (release) => {
  test(`every combination compiles, and ${count} random plans do (SCRIPTS_SEED=${seed} SCRIPTS_COUNT=${count})`, () => {
    const planned = all.filter(({ plan }) => plan.release === release);
    // Which console a script runs in does not depend on the provider: one of them stands for all.
    const scripts = [
      ...planned.flatMap(({ name, plan }) =>
        planScripts(name, plan, plan.kms[0]?.type === 'aws' ? ['remote', 'local'] : ['remote']),
      ),
      ...random
        .filter((plan) => plan.release === release)
        .flatMap((plan, index) => planScripts(`random plan ${index} of SCRIPTS_SEED=${seed}`, plan, ['remote'])),
    ];
    const errors = checkScripts(release, scripts);
    const texts = new Map(scripts.map(({ id, text }) => [id, text]));
    expect(
      errors.map(
        ({ script, line, message }) =>
          `${script}, line ${line}: ${message}\n${texts.get(script)?.split('\n')[line - 1]}`,
      ),
    ).toEqual([]);
    console.error(`${release}: the compiler took ${scripts.length} scripts (SCRIPTS_SEED=${seed})`);
  });
});

test.skipIf(missing.length > 0)(
  'a node may be called like any word of the scripts, or the page refuses the name',
  () => {
    const plans = all.filter(({ name }) =>
      /^3\.5, aws, (external, given, (new, delegation to a given key|rotation to (given keys, with a pause|another specification)|deletions and restore)|envelope, given, another wrapper key, given)$/.test(
        name,
      ),
    );
    const words = bareWords(plans);
    expect(words.filter((word) => plans.some(({ plan }) => refusesName(named(plan, word))))).toContain('println');
    const scripts = plans.flatMap(({ name, plan }) =>
      words.flatMap((word) => {
        const renamed = named(plan, word);
        // Its own scripts alone: those of the other nodes know it no more than any other.
        return refusesName(renamed)
          ? []
          : planScripts(`${word}: ${name}`, renamed, ['local']).filter(({ about }) => about.includes(word));
      }),
    );
    const errors = checkScripts('3.5', scripts);
    expect(errors.map(({ script, line, message }) => `${script}, line ${line}: ${message}`)).toEqual([]);
  },
);

test('whatever scripts take from Scala, Java or the console is no name for a node', () => {
  const taken = bareWords(all).filter((word) => /^[A-Z]|^(java|com|scala)$/.test(word));
  expect(taken).toContain('Files');
  expect(taken.filter((word) => !scriptNames.has(word))).toEqual([]);
});

/** Slips that a printer or a table of commands could make, each in a script that is right without it. */
const slips: readonly (readonly [slip: string, path: string, right: string, wrong: string])[] = [
  ['the name of a command', '01-rotate', 'owner_to_key_mappings.rotate_key(', 'owner_to_key_mappings.rotate_keys('],
  ['the name of a parameter', '01-rotate', 'filterKeyOwnerUid = ', 'filterOwnerUid = '],
  ['the type of an argument', '01-rotate', 'rotate_key(node.id.member, ', 'rotate_key(node.name, '],
  ['the order of arguments', '01-rotate', '(id, k.usage, name = name)', '(k.usage, id, name = name)'],
  ['an import that the console has not', 'restore-2', 'TimeQuery.Range(', 'CantonTimestamp.Range('],
];

describe.skipIf(missing.length > 0).each(releases)('the lines of a runbook on %s', (release) => {
  test('compile as one after the other is entered', () => {
    const nodes = ['bank-1', 'bank-1-kms'].map((name) => ({ name, kind: 'participant' as const, remote: true }));
    const scripts = (['transfer', 'export'] as const).map((way) => ({
      ...{ id: way, nodes },
      lines: runbookLines(release, way),
    }));
    // 3.3 lacks the commands that move a party.
    expect(scripts.map(({ lines }) => lines.length > 0)).toEqual([release !== '3.3', true]);
    const errors = checkScripts(
      release,
      scripts.map(({ lines, ...script }) => ({ ...script, text: lines.join('\n') })),
    );
    expect(errors.map(({ script, line, message }) => `${script}, line ${line}: ${message}`)).toEqual([]);
  });
});

test.skipIf(missing.length > 0)('five slips in scripts that are right are five refusals', () => {
  const scripts = all
    .filter(({ name }) => /^3\.5, aws, external, given, (rotation to given keys|deletions and restore)$/.test(name))
    .flatMap(({ name, plan }) => planScripts(name, plan, ['remote']));
  const broken = slips.map(([slip, path, right, wrong]) => {
    const script = scripts.find((each) => each.path.startsWith(path)) ?? expect.fail(`no script ${path}`);
    expect(script.text).toContain(right);
    return { ...script, id: slip, text: script.text.replace(right, wrong) };
  });
  const errors = checkScripts('3.5', [...scripts, ...broken]);
  expect([...new Set(errors.map(({ script }) => script))].sort()).toEqual(slips.map(([slip]) => slip).sort());
});
