import { generateKeyPairSync, sign } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Release } from '../../src/core/canton/releases';
import { everythingWrong, type Wrong } from './console/break-transfer';
import { planScripts } from './console/plan-scripts';
import { inConsole } from './console/run';
import { transferPlan } from './console/script-plans';
import { stopsIn } from './console/stops';
import { type Ended, runner, type Turn } from './console/transfer-run';
import {
  alice,
  bob,
  type Files,
  fileOf,
  listName,
  listOf,
  local,
  network,
  next,
  old,
  pairs,
  pruning,
  type Stage,
  signatures,
  uidOf,
} from './console/transfer-world';
import type { World } from './console/world';
import { missingJvmTools } from './jvm/read-with-jvm';

/** External parties move to a new node, on the stand-in: listed, offered, signed with real keys, exported and taken. */

const missing = missingJvmTools();
if (missing.length > 0) console.error(`No parties are moved here: ${missing.join(', ')} missing`);

const outcomes = ({ answer }: Ended) => answer.results.map(({ outcome }) => outcome);
const messages = ({ answer }: Ended) => answer.results.map(({ message }) => message).join('');
const changes = ({ answer }: Ended) => answer.results.map(({ changed }) => changed);
const nodeOf = ({ answer }: Ended, name: string) => answer.world.nodes.find((node) => node.name === name);
const hostsOf = ({ answer }: Ended, uid: string) =>
  answer.world.parties
    .find((party) => party.uid === uid)
    ?.hosts?.map(({ participant, permission, onboarding }) => `${participant} ${permission} ${onboarding}`)
    .sort();
const onlyOld = `${uidOf(old)} Confirmation false`;
const both = [`${uidOf(next)} Confirmation false`, onlyOld];

/** The two that differ; the compiler holds the scripts to the spelling of the third. */
const lines = ['3.4', '3.5'] as const satisfies readonly Release[];

/** The line on which scripts are cut and everything is wrong once: the one that most run. */
const thorough: Release = '3.5';

describe.skipIf(missing.length > 0).each(lines)('on %s', (release) => {
  const { name, plan } = transferPlan(release, 'aws');
  const scripts = planScripts(name, plan, ['remote']);
  let moved: { readonly offered: Ended; readonly taken: Ended } | undefined;
  let cut: Readonly<Record<'05' | '06' | '07', readonly Ended[]>> = { '05': [], '06': [], '07': [] };
  let wrong: readonly (readonly [Wrong, Ended])[] = [];
  let foreign: readonly Ended[] = [];
  let lacking: Ended | undefined;
  let partly: Ended | undefined;
  let next07: Stage | undefined;

  beforeAll(() => {
    inConsole(release, scripts, (runAll, folder) => {
      const runAt = runner(scripts, runAll, folder);
      const run = (on: World, files: Files, ...turns: readonly Turn[]): Ended =>
        runAt([on], files, () => turns)[0] ?? expect.fail('no answer');
      const offered = run(network(), {}, '04', '04', '05', '05', 'restart');
      const hosting = { world: offered.answer.world, files: { ...offered.files, ...signatures(offered.files) } };
      moved = { offered, taken: run(hosting.world, hosting.files, '06', '06', 'restart', '07', '07', '05', '06') };
      if (release !== thorough) return;

      const offering = { world: network(), files: listOf(alice, bob) };
      const exported = run(hosting.world, hosting.files, '06');
      const taking = { world: exported.answer.world, files: exported.files };
      next07 = taking;
      const cutAt = ({ world, files }: Stage, stage: string, steps: readonly number[], ...then: readonly Turn[]) =>
        steps.map((step) => run(world, files, [stage, step], ...then, stage));
      cut = {
        '05': cutAt(offering, '05', [1, 2, 3, 4, 5], 'restart'),
        '06': cutAt(hosting, '06', [1, 2, 3, 4, 5], 'restart'),
        '07': cutAt(taking, '07', [1, 2, 3, 4, 5, 6, 7]),
      };
      // A script that stops writes nothing: those that begin with the same files run side by side.
      const everything = everythingWrong(offering, hosting, taking);
      wrong = [...new Set(everything.map(([, , files]) => files))].flatMap((files) => {
        const all = everything.filter((one) => one[2] === files);
        const ended = runAt(
          all.map(([, on]) => on),
          files,
          (at) => [all[at]?.[0] ?? ''],
        );
        return all.flatMap((one, at) => (ended[at] === undefined ? [] : [[one, ended[at]] as const]));
      });
      const hash = Buffer.from(hosting.files[`hosting-${fileOf(alice)}.hash`] ?? '');
      const others = [
        sign(null, hash, generateKeyPairSync('ed25519').privateKey),
        sign(null, Buffer.from('another hash'), pairs[0].privateKey),
      ];
      foreign = others.map((bytes) =>
        run(hosting.world, { ...hosting.files, [`hosting-${fileOf(alice)}.sig-ed25519`]: bytes }, '06'),
      );
      lacking = run(
        network([
          { ...old, pruning },
          { ...next, packages: ['p1'] },
        ]),
        {},
        '04',
      );
      partly = run(network(), listOf(bob), '04', '05');
    });
  });

  test('parties move, step by step, and each step once', () => {
    const { offered, taken } = moved ?? expect.fail('nothing ran');
    expect(outcomes(offered)).toEqual(Array.from({ length: 5 }, () => 'done'));
    expect(String(offered.files[listName])).toBe(`${alice}\n${bob}\n`);
    expect(offered.answer.results[0]?.output).toContain(`LOCAL\t${local}`);
    expect(changes(offered)).toEqual([false, false, true, false, false]);
    expect(nodeOf(offered, 'bank-1')?.connected).toBe(false);
    expect(hostsOf(offered, alice)).toEqual([onlyOld]);

    expect(messages(taken)).toBe('');
    expect(changes(taken)).toEqual([true, false, false, true, false, false, false]);
    expect([alice, bob].map((uid) => hostsOf(taken, uid))).toEqual([both, both]);
    const node = nodeOf(taken, 'bank-1');
    expect(node?.contractsOf?.toSorted()).toEqual([alice, bob]);
    expect([node?.connected, node?.manualConnect]).toEqual([true, undefined]);
    expect(taken.answer.results[3]?.output).toContain(`STATE\thosts\t${alice}\tConfirmation\tfalse`);
    expect(taken.answer.results[3]?.output).toContain('STATE\tping');
    expect(taken.answer.results[5]?.output).toContain('DONE BEFORE: bank-1 hosts every party');
  });
  if (release !== thorough) return;

  test('wherever a script is cut, it gets to its end when it is run again', () => {
    const whole = { '05': moved?.offered.files ?? {}, '06': next07?.files ?? {} };
    for (const stage of ['05', '06'] as const) {
      // Past its last step there is nothing to cut: so every one of them has been.
      expect(cut[stage].map((ended) => outcomes(ended)[0])).toEqual(['fault', 'fault', 'fault', 'fault', 'done']);
      for (const ended of cut[stage]) {
        expect(outcomes(ended)[2], messages(ended)).toBe('done');
        expect(Object.keys(ended.files)).toEqual(Object.keys(whole[stage]));
      }
    }
    // The first two steps are the imports: which of them got how far only the backup knows.
    const goesOn = Array.from({ length: 4 }, () => ['fault', 'done']);
    expect(cut['07'].map(outcomes)).toEqual([['fault', 'stopped'], ['fault', 'stopped'], ...goesOn, ['done', 'done']]);
  });

  test('what does not hold is said, and nothing is changed', () => {
    for (const [[stage, , files, says], ended] of wrong) {
      expect([stage, outcomes(ended), messages(ended)]).toEqual([stage, ['stopped'], expect.stringContaining(says)]);
      expect([says, changes(ended)]).toEqual([says, [false]]);
      expect(Object.keys(ended.files).sort()).toEqual(Object.keys(files).sort());
    }
    const never = scripts.flatMap(({ path, text }) =>
      stopsIn(text)
        .filter(() => /^0[4-7]/.test(path))
        .filter(({ says }) => !wrong.some(([[stage], end]) => path.startsWith(stage) && says.test(messages(end))))
        .map(({ text: stop }) => `${path}: ${stop}`),
    );
    // A wait that runs out is reached by nothing here: a node of the stand-in does what it is asked.
    expect(never.filter((stop) => !stop.includes('run this script again'))).toEqual([]);
  });

  test('a signature of another key is refused by the node, one for another offer as well', () => {
    expect(foreign.map(outcomes)).toEqual([['refused'], ['refused']]);
    expect(foreign.map(changes)).toEqual([[false], [false]]);
    for (const { answer } of foreign) expect(answer.results[0]?.output).toContain('InvalidSignature');
  });

  test('what the new node lacks is shown before, and what is left for a later round stays where it is', () => {
    expect(lacking?.answer.results[0]?.output).toContain('MISSING\tp2-dar\t1.0.0\tp2');
    expect(lacking?.answer.results[0]?.output).toContain('PRUNING SCHEDULE');
    expect(String(partly?.files[listName])).toBe(`${bob}\n`);
    expect(Object.keys(partly?.files ?? {}).some((file) => file.includes('alice'))).toBe(false);
    expect(partly && hostsOf(partly, alice)).toEqual([onlyOld]);
  });
});
