import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Release, releases } from '../../src/core/canton/releases';
import { planScripts } from './console/plan-scripts';
import { type Answer, inConsole } from './console/run';
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

/** Runs scripts of the plan by the beginning of their paths, each list on a world of its own and without the others' files. */
function run(release: Release, runs: readonly (readonly [on: World, scripts: readonly Turn[]])[]): readonly Answer[] {
  const { name, plan } = exportPlan(release, 'aws');
  const scripts = planScripts(name, plan, ['remote']);
  const idOf = (path: string) => scripts.find((script) => script.path.startsWith(path))?.id ?? expect.fail(path);
  return inConsole(release, scripts, (runAll, folder) =>
    runs.flatMap(([on, turns]) => {
      for (const file of readdirSync(folder)) if (file.startsWith('contracts-')) rmSync(join(folder, file));
      return runAll([
        {
          world: on,
          scripts: turns.map((turn) =>
            typeof turn === 'string' ? { script: idOf(turn) } : { script: idOf(turn[0]), faultAfter: turn[1] },
          ),
        },
      ]);
    }),
  );
}

const outcomes = (answer: Answer | undefined) => answer?.results.map(({ outcome }) => outcome);
const messages = (answer: Answer | undefined) => answer?.results.map(({ message }) => message).join(' ');

function nodeOf(answer: Answer | undefined, name: string): WorldNode {
  return answer?.world.nodes.find((node) => node.name === name) ?? expect.fail(`no node ${name}`);
}

const taken: WorldNode = { ...old, name: 'bank-1', custody: 'external', connected: false };
const both = network([taken, old]);

describe.skipIf(missing.length > 0).each(releases)('on %s', (release) => {
  let answers: readonly Answer[] = [];
  beforeAll(() => {
    answers = run(release, [
      [imported(false), ['06-', '06-']],
      [imported(false), [['06-', 2], '06-']],
      [imported(false, 'signing'), ['06-']],
      [imported(true), ['06-']],
      [{ ...both, parties: [] }, ['04-', '08-']],
      [{ ...both, features: [] }, ['04-', '08-']],
      [both, ['04-', '04-', '08-', '08-']],
      [both, ['04-', ['08-', 3], '08-']],
    ]);
  });

  test('the new node is the old one, with its keys, however often it is asked', () => {
    const [right, cut] = answers;
    for (const answer of [right, cut]) {
      const node = nodeOf(answer, 'bank-1');
      expect(node.identity).toEqual(old.identity);
      expect(node.keys.map(({ fingerprint }) => fingerprint).sort()).toEqual(
        old.keys.map(({ fingerprint }) => fingerprint).sort(),
      );
      expect(answer?.results.at(-1)?.outcome).toBe('done');
    }
    expect(right?.results[1]?.changed).toBe(false);
  });

  test('not with another key, and not while the old one runs', () => {
    const [, , wrong, early] = answers;
    expect(messages(wrong)).toContain('is another key than the signing key of old-1');
    expect(nodeOf(wrong, 'bank-1').identity).toBeNull();
    expect(messages(early)).toContain('still runs: stop it for good first');
    expect(early?.results[0]?.changed).toBe(false);
  });

  test('the contracts of the hosted parties go over, once', () => {
    const answer = answers[6];
    expect(outcomes(answer)).toEqual(['done', 'stopped', 'done', 'done']);
    expect(messages(answer)).toContain('DONE BEFORE: the contracts are in');
    expect(answer?.results[2]?.steps).toContain(`bank-1: import the contracts of ${party.uid}`);
    expect(answer?.results[3]?.steps.some((step) => step.includes('import'))).toBe(false);
  });

  test('not without parties, not without the commands, and an import that was cut is not begun again by itself', () => {
    const [, , , , nobody, refused, , cut] = answers;
    expect(outcomes(nobody)).toEqual(['stopped', 'stopped']);
    expect(messages(nobody)).toContain('hosts no party');
    expect(messages(nobody)).toContain('there is no file');
    // Only 3.3 asks for a switch to tell the end of the ledger.
    expect(outcomes(refused)).toEqual(release === '3.3' ? ['refused', 'stopped'] : ['done', 'refused']);
    expect(outcomes(cut)).toEqual(['done', 'fault', 'stopped']);
    expect(messages(cut)).toContain('an earlier import was interrupted');
  });
});
