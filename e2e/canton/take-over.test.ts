import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Release } from '../../src/core/canton/releases';
import { planScripts } from './console/plan-scripts';
import { type Answer, inConsole, type Run } from './console/run';
import { kmsKey, newNode, runningNode, world } from './console/scenarios';
import { exportPlan } from './console/script-plans';
import type { World, WorldNode } from './console/world';
import { missingJvmTools } from './jvm/read-with-jvm';

/** A new node takes over from an old one, on the stand-in: its identity with its keys, and the contracts of its parties. */

const missing = missingJvmTools();
if (missing.length > 0) console.error(`The takeover of a node is not run here: ${missing.join(', ')} missing`);

const uses = ['namespace', 'sequencer-auth', 'signing', 'encryption'] as const;
const old = runningNode({ name: 'old-1', kind: 'participant', custody: 'plain', remote: true });
const next = newNode({ name: 'bank-1', kind: 'participant', custody: 'external', remote: true });
const sequencer = runningNode({ name: 'seq-1', kind: 'sequencer', custody: 'plain', remote: true });
const party = { uid: `alice::1220${'a1'.repeat(32)}`, keys: [], hosted: true };

function network(nodes: readonly WorldNode[], more: Partial<World> = {}): World {
  return { ...world([sequencer, ...nodes]), parties: [party], features: ['preview', 'repair', 'testing'], ...more };
}

/** The KMS holds each key of the old node under the id that the plan gives it; `wrong` is another key. */
function imported(running: boolean, wrong?: (typeof uses)[number]): World {
  const start = network([{ ...old, running, connected: running }, next]);
  const keys = uses.map((use) => {
    const own = old.keys.find(({ usage, purpose }) => (use === 'encryption' ? purpose === use : usage.includes(use)));
    const made = kmsKey(`bank-1-${use}`, use === 'encryption' ? use : 'signing');
    return use === wrong
      ? { ...made, spec: 'EC-P256' }
      : { ...made, fingerprint: own?.fingerprint ?? expect.fail(use) };
  });
  return { ...start, kms: { ...start.kms, keys } };
}

type Turn = string | readonly [path: string, faultAfter: number];

type Start = readonly [on: World, scripts: readonly Turn[]];

/**
 * Runs scripts of the plan by the beginning of their paths, each list on a world of its own.
 * @param apart each without the files of the one before; the others leave none
 */
function run(release: Release, apart: readonly Start[], others: readonly Start[]): readonly Answer[] {
  const { name, plan } = exportPlan(release, 'aws');
  const scripts = planScripts(name, plan, ['remote']);
  const idOf = (path: string) => scripts.find((script) => script.path.startsWith(path))?.id ?? expect.fail(path);
  const runOf = ([world, turns]: Start): Run => ({
    world,
    scripts: turns.map((turn) =>
      typeof turn === 'string' ? { script: idOf(turn) } : { script: idOf(turn[0]), faultAfter: turn[1] },
    ),
  });
  return inConsole(release, scripts, (runAll, folder) => [
    ...apart.flatMap((start) => {
      for (const file of readdirSync(folder)) if (file.startsWith('contracts-')) rmSync(join(folder, file));
      return runAll([runOf(start)]);
    }),
    ...runAll(others.map(runOf)),
  ]);
}

const outcomes = (answer: Answer | undefined) => answer?.results.map(({ outcome }) => outcome);
const messages = (answer: Answer | undefined) => answer?.results.map(({ message }) => message).join(' ');

function nodeOf(answer: Answer | undefined, name: string): WorldNode {
  return answer?.world.nodes.find((node) => node.name === name) ?? expect.fail(`no node ${name}`);
}

const taken: WorldNode = { ...old, name: 'bank-1', custody: 'external', connected: false };
const both = network([taken, old]);

/** Cut after the first step, the second, and so on, past the last one; and run again each time. */
const most = 30;
const cutEverywhere = (on: World, path: string): readonly Start[] =>
  Array.from({ length: most }, (_, step) => [on, [[path, step + 1], path]] as const);

/** The two that differ most; the compiler holds the scripts to the spelling of all four. */
const lines = ['3.3', '3.5'] as const satisfies readonly Release[];

/** The line on which scripts are cut as well: the one that most run. */
const thorough: Release = '3.5';
const cuts = [...cutEverywhere(imported(false), '06-'), ...cutEverywhere(network([old, next]), '01-')];

describe.skipIf(missing.length > 0).each(lines)('on %s', (release) => {
  let answers: readonly Answer[] = [];
  beforeAll(() => {
    answers = run(
      release,
      [
        [{ ...both, parties: [] }, ['04-', '08-']],
        [{ ...both, features: [] }, ['04-', '08-']],
        [both, ['04-', '04-', '08-', '08-']],
        [both, ['04-', ['08-', 3], '08-']],
      ],
      [
        [imported(false), ['06-', '06-']],
        [imported(false, 'signing'), ['06-']],
        [imported(true), ['06-']],
        ...(release === thorough ? cuts : []),
      ],
    );
  });

  test('the new node is the old one, with its keys, however often it is asked', () => {
    const right = answers[4];
    expect(outcomes(right)).toEqual(['done', 'done']);
    expect(right?.results[1]?.changed).toBe(false);
    const node = nodeOf(right, 'bank-1');
    expect(node.identity).toEqual(old.identity);
    expect(node.keys.map(({ fingerprint }) => fingerprint).sort()).toEqual(
      old.keys.map(({ fingerprint }) => fingerprint).sort(),
    );
  });

  test('not with another key, and not while the old one runs', () => {
    const [wrong, early] = answers.slice(5);
    expect(messages(wrong)).toContain('is another key than the signing key of old-1');
    expect(nodeOf(wrong, 'bank-1').identity).toBeNull();
    expect(messages(early)).toContain('still runs: stop it for good first');
    expect(early?.results[0]?.changed).toBe(false);
  });

  test('the contracts of the hosted parties go over, once', () => {
    const answer = answers[2];
    expect(outcomes(answer)).toEqual(['done', 'stopped', 'done', 'done']);
    expect(messages(answer)).toContain('DONE BEFORE: the contracts are in');
    expect(answer?.results[2]?.steps).toContain(`bank-1: import the contracts of ${party.uid}`);
    expect(answer?.results[3]?.steps.some((step) => step.includes('import'))).toBe(false);
  });

  test('not without parties, not without the commands, and an import that was cut is not begun again by itself', () => {
    const [nobody, refused, , cut] = answers;
    expect(outcomes(nobody)).toEqual(['stopped', 'stopped']);
    expect(messages(nobody)).toContain('hosts no party');
    expect(messages(nobody)).toContain('there is no file');
    // Only 3.3 asks for a switch to tell the end of the ledger.
    expect(outcomes(refused)).toEqual(release === '3.3' ? ['refused', 'stopped'] : ['done', 'refused']);
    expect(outcomes(cut)).toEqual(['done', 'fault', 'stopped']);
    expect(messages(cut)).toContain('an earlier import was interrupted');
  });
  if (release !== thorough) return;

  test('wherever a script is cut, it gets to its end when it is run again', () => {
    const identities = answers.slice(7, 7 + most);
    const replacements = answers.slice(7 + most);
    for (const all of [identities, replacements]) {
      expect(all.map((answer) => outcomes(answer)?.[1])).toEqual(Array.from({ length: most }, () => 'done'));
      const first = all.map((answer) => outcomes(answer)?.[0]);
      expect(first[0]).toBe('fault');
      // Past its last step there is nothing to cut: so every one of them has been.
      expect(first.at(-1)).toBe('done');
    }
    for (const answer of identities) expect(nodeOf(answer, 'bank-1').identity).toEqual(old.identity);
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
