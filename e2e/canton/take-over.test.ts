import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Release } from '../../src/core/canton/releases';
import { returningLines } from '../../src/core/emit/runbook/connecting-lines';
import { settingsOf } from '../../src/core/emit/settings';
import { type PlanScript, planScripts } from './console/plan-scripts';
import { unreached } from './console/preconditions';
import { type Answer, inConsole, type Result, type Run } from './console/run';
import { exportPlan } from './console/script-plans';
import {
  alice,
  beyondReach,
  both,
  carol,
  dora,
  imported,
  itself,
  namespace,
  network,
  next,
  off,
  old,
  unready,
  written,
} from './console/takeover-worlds';
import type { World, WorldNode } from './console/world';
import { missingJvmTools } from './jvm/read-with-jvm';

/** A new node takes the place of an old one, on the stand-in: with its keys, in its namespace, with its parties and contracts. */

const missing = missingJvmTools();
if (missing.length > 0) console.error(`The takeover of a node is not run here: ${missing.join(', ')} missing`);

type Turn = string | readonly [path: string, faultAfter: number] | { readonly restart: true };

/** `files`: what lies in the folder of the console already. */
type Start = readonly [on: World, scripts: readonly Turn[], files?: Readonly<Record<string, string>>];

/**
 * Runs scripts of the plan by the beginning of their paths, each list on a world of its own.
 * @param apart each without the files of the one before; the others leave none
 */
function run(release: Release, apart: readonly Start[], others: readonly Start[]): Runs {
  const { name, plan } = exportPlan(release, 'aws');
  const [first] = planScripts(name, plan, ['remote']);
  const move = { from: 'old-1', to: 'bank-1' };
  const entered = (id: string, text: string): PlanScript => ({
    ...{ id, path: id, about: [move.from], nodes: first?.nodes ?? [] },
    text,
  });
  const removed = Object.keys(written).map((file) => `java.nio.file.Files.delete(java.nio.file.Paths.get("${file}"))`);
  const scripts = [
    ...planScripts(name, plan, ['remote']),
    entered('back', returningLines(settingsOf(plan), move).join('\n')),
    entered('remove', removed.join('\n')),
  ];
  const idOf = (path: string) => scripts.find((script) => script.path.startsWith(path))?.id ?? expect.fail(path);
  const turnOf = (turn: Turn) => {
    if (typeof turn === 'string') return { script: idOf(turn) };
    return 'restart' in turn ? turn : { script: idOf(turn[0]), faultAfter: turn[1] };
  };
  const runOf = ([on, turns]: Start): Run => ({ world: on, scripts: turns.map(turnOf) });
  return inConsole(release, scripts, (runAll, folder) => {
    const answers = apart.flatMap((start) => {
      for (const file of readdirSync(folder)) if (/^(contracts|parties)-/.test(file)) rmSync(join(folder, file));
      for (const [file, text] of Object.entries(start[2] ?? {})) writeFileSync(join(folder, file), text);
      return runAll([runOf(start)]);
    });
    const more = runAll(others.map(runOf));
    const went = [...apart, ...others].flatMap(([, turns], at) =>
      turns.flatMap((turn, place): (readonly [PlanScript, Result])[] => {
        const path = typeof turn === 'string' ? turn : 'restart' in turn ? undefined : turn[0];
        const script = scripts.find((each) => path !== undefined && each.path.startsWith(path));
        const result = [...answers, ...more][at]?.results[place];
        return script === undefined || result === undefined ? [] : [[script, result]];
      }),
    );
    const own = went.filter(([{ path }]) => /^0[789]-/.test(path));
    return { apart: answers, others: more, unreached: unreached(own) };
  });
}

type Runs = {
  readonly apart: readonly Answer[];
  readonly others: readonly Answer[];
  readonly unreached: readonly string[];
};

const outcomes = (answer: Answer | undefined) => answer?.results.map(({ outcome }) => outcome);
const messages = (answer: Answer | undefined) => answer?.results.map(({ message }) => message).join(' ');

function nodeOf(answer: Answer | undefined, name: string): WorldNode {
  return answer?.world.nodes.find((node) => node.name === name) ?? expect.fail(`no node ${name}`);
}

function hostsOf(answer: Answer | undefined, uid: string): readonly string[] {
  const found = answer?.world.parties.find((each) => each.uid === uid) ?? expect.fail(uid);
  return (found.hosts ?? []).map(({ participant, permission }) => `${participant.split('::')[0]}, ${permission}`);
}

/** Cut after the first step, the second, and so on, past the last one; and run again each time. */
const most = 30;
const cutEverywhere = (on: World, path: string): readonly Start[] =>
  Array.from({ length: most }, (_, step) => [on, [[path, step + 1], path]] as const);

/** Scripts that leave files are cut in a folder of their own each; they have fewer steps. */
const fewer = 6;
const cutApart = (on: World, before: readonly Turn[], path: string, then: readonly Turn[]): readonly Start[] =>
  Array.from({ length: fewer }, (_, step) => [on, [...before, [path, step + 1], path, ...then]] as const);

/** The two that differ most; the compiler holds the scripts to the spelling of all four. */
const lines = ['3.3', '3.5'] as const satisfies readonly Release[];

/** The line on which scripts are cut as well: the one that most run. */
const thorough: Release = '3.5';
const restart = { restart: true } as const;
const courses: readonly Start[] = [
  [both, ['07-', '07-', '08-', '08-', '09-', '09-', '08-']],
  [both, ['07-', restart, '08-', restart, '09-', restart]],
  [both, ['08-', '09-', '07-', '09-']],
  [both, ['07-', '08-', ['09-', 1], '09-']],
  [{ ...both, features: [] }, ['07-', '08-', '09-', '09-']],
  [{ ...off, network: { ...off.network, delay: 1_000_000 } }, ['08-', '08-'], written],
  [both, ['07-', 'back', '08-', '07-', 'remove', '07-', '08-', '09-']],
  [both, ['07-', '08-', '09-', 'back']],
  [both, ['07-', '08-', 'back', '09-', '07-', '08-', '09-']],
  [both, ['07-', ['08-', 4], 'back', '07-']],
];
const cuts = [...cutEverywhere(imported(), '05-'), ...cutEverywhere(network([old, next]), '01-')];
const cutsApart = [...cutApart(both, [], '07-', ['08-', '09-']), ...cutApart(both, ['07-'], '08-', ['09-'])];

describe.skipIf(missing.length > 0).each(lines)('on %s', (release) => {
  let { apart, others, unreached: left }: Runs = { apart: [], others: [], unreached: [] };
  beforeAll(() => {
    ({
      apart,
      others,
      unreached: left,
    } = run(
      release,
      [
        ...courses,
        ...unready.map(([path, on, , there = {}]): Start => [on, [path], there]),
        ...(release === thorough ? cutsApart : []),
      ],
      [
        [imported(), ['05-', '05-']],
        [imported('signing'), ['05-']],
        [imported('namespace'), ['05-']],
        ...(release === thorough ? cuts : []),
      ],
    ));
  });

  test('the new node has the keys and the namespace of the old one, and an identifier of its own', () => {
    const [right] = others;
    expect(outcomes(right)).toEqual(['done', 'done']);
    expect(right?.results[1]?.changed).toBe(false);
    const node = nodeOf(right, 'bank-1');
    expect(node.identity).toEqual({ identifier: 'bank-1', namespace });
    expect(node.keys.map(({ fingerprint }) => fingerprint).sort()).toEqual(
      old.keys.map(({ fingerprint }) => fingerprint).sort(),
    );
    // The old one goes on as if nothing had happened.
    expect(nodeOf(right, 'old-1')).toEqual(nodeOf(others[1], 'old-1'));
  });

  test('not with another key', () => {
    for (const [answer, use] of [
      [others[1], 'signing'],
      [others[2], 'namespace'],
    ] as const) {
      expect(messages(answer)).toContain(`is another key than the ${use} key of old-1`);
      expect(nodeOf(answer, 'bank-1').identity).toBeNull();
    }
  });

  test('parties of the namespace and their contracts go over, once; those with keys of their own stay', () => {
    const [answer] = apart;
    expect(outcomes(answer)).toEqual(['done', 'done', 'done', 'done', 'done', 'done', 'stopped']);
    expect(answer?.results[1]?.output).toContain('DONE BEFORE: the contracts are in');
    expect(answer?.results[1]?.steps.some((step) => step.includes('export'))).toBe(false);
    expect(messages(answer)).toContain('DONE BEFORE: the contracts are imported');
    expect(answer?.results[0]?.output).toContain(`STAYS\t${carol.uid}`);
    expect(hostsOf(answer, alice.uid)).toEqual(['bank-1, Submission', 'old-1, Submission']);
    expect(hostsOf(answer, carol.uid)).toEqual(['old-1, Confirmation']);
    expect(hostsOf(answer, dora.uid)).toEqual(['old-12, Submission']);
    expect(hostsOf(answer, itself.uid)).toEqual(['old-1, Submission']);
    const imports = answer?.results.map(({ steps }) => steps.filter((step) => step.includes('import the contracts')));
    expect(imports?.map((steps) => steps.length)).toEqual([0, 0, 0, 0, 1, 0, 0]);
    expect(imports?.[4]).toEqual([`bank-1: import the contracts of ${alice.uid}`]);
    expect(nodeOf(answer, 'bank-1').connected).toBe(true);
    expect(nodeOf(answer, 'old-1').connected).toBe(false);
  });

  test('no restart brings a node back that was taken off its synchronizer', () => {
    const answer = apart[1];
    expect(outcomes(answer)).toEqual(['done', 'done', 'done', 'done', 'done', 'done']);
    expect(nodeOf(answer, 'bank-1').connected).toBe(true);
    expect(nodeOf(answer, 'old-1').connected).toBe(false);
  });

  test('not out of order, not twice, and not without the commands', () => {
    const [, , early, cut, refused] = apart;
    expect(outcomes(early)).toEqual(['stopped', 'stopped', 'done', 'stopped']);
    expect(messages(early)).toContain('old-1 is connected: run the script that exports its contracts');
    expect(messages(early)).toContain('there is no file');
    expect(messages(early)).toContain('does not host the parties yet');
    expect(outcomes(cut)).toEqual(['done', 'done', 'fault', 'stopped']);
    expect(messages(cut)).toContain('an earlier import was interrupted');
    // Only 3.3 asks for a switch to tell the end of the ledger.
    expect(outcomes(refused)).toEqual(
      release === '3.3' ? ['refused', 'stopped', 'stopped', 'stopped'] : ['done', 'done', 'refused', 'stopped'],
    );
    expect(nodeOf(refused, 'old-1').connected).toBe(release === '3.3');
  });

  test('a synchronizer that is slow to show the new host is waited for once more', () => {
    expect(outcomes(apart[5])).toEqual(['stopped', 'done']);
    expect(messages(apart[5])).toContain('does not show bank-1 as a host of all parties');
    expect(hostsOf(apart[5], alice.uid)).toEqual(['bank-1, Submission', 'old-1, Submission']);
  });

  test('the old node can come back at every step, and it goes on from there', () => {
    const [, , , , , , before, after, between, amid] = apart;
    expect(outcomes(before)).toEqual(['done', 'done', 'stopped', 'stopped', 'done', 'done', 'done', 'done']);
    expect(outcomes(between)).toEqual(['done', 'done', 'done', 'stopped', 'done', 'done', 'done']);
    expect(messages(between)).toContain('old-1 is connected: run the script that exports its contracts');
    for (const answer of [before, between]) {
      expect(nodeOf(answer, 'bank-1').connected).toBe(true);
      expect(nodeOf(answer, 'old-1').connected).toBe(false);
    }
    // With some of the parties on it the new node has missed what was done for them.
    expect(outcomes(amid)).toEqual(['done', 'fault', 'done', 'stopped']);
    expect(messages(amid)).toContain('bank-1 may host some of their parties');
    expect(messages(before)).toContain('old-1 is connected: run the script that exports its contracts');
    expect(messages(before)).toContain('old-1 has been at work since its contracts were written');
    expect(outcomes(after)).toEqual(['done', 'done', 'done', 'done']);
    for (const name of ['old-1', 'bank-1']) expect(nodeOf(after, name).connected).toBe(true);
  });

  test('no script begins before everything is as it has to be', () => {
    unready.forEach(([, , says], at) => {
      const answer = apart[courses.length + at];
      expect(outcomes(answer), `${says}: ${messages(answer)}`).toEqual(['stopped']);
      expect(messages(answer)).toContain(says);
      expect(answer?.results[0]?.changed, says).toBe(false);
    });
  });
  if (release !== thorough) return;

  test('every place where one of them stops by itself has been reached, but those that nothing leads to', () => {
    expect([...left].sort()).toEqual([...beyondReach].sort());
  });

  test('wherever a script is cut, it gets to its end when it is run again', () => {
    const identities = others.slice(3, 3 + most);
    const replacements = others.slice(3 + most);
    const exports = apart.slice(courses.length + unready.length, courses.length + unready.length + fewer);
    const hostings = apart.slice(courses.length + unready.length + fewer);
    for (const [all, at] of [
      [identities, 0],
      [replacements, 0],
      [exports, 0],
      [hostings, 1],
    ] as const) {
      const went = all.map((answer) => outcomes(answer)?.slice(at) ?? []);
      expect(went[0]?.[0]).toBe('fault');
      // Past its last step there is nothing to cut: so every one of them has been.
      expect(went.at(-1)?.[0]).toBe('done');
      const cut = went.filter(([first]) => first === 'fault');
      expect(cut.flatMap(([, ...after]) => after).filter((outcome) => outcome !== 'done')).toEqual([]);
    }
    for (const answer of identities) expect(nodeOf(answer, 'bank-1').identity?.namespace).toBe(namespace);
    for (const answer of [...exports, ...hostings])
      expect(hostsOf(answer, alice.uid)).toEqual(['bank-1, Submission', 'old-1, Submission']);
    for (const answer of replacements) {
      const { keys, mappings } = nodeOf(answer, 'old-1');
      const announced = new Set(mappings.at(-1)?.keys.map(({ fingerprint }) => fingerprint));
      const decrypts = keys.filter(
        ({ purpose, fingerprint }) => purpose === 'encryption' && announced.has(fingerprint),
      );
      expect(decrypts.map(({ spec }) => spec)).toEqual(['RSA-2048']);
    }
  });
});
