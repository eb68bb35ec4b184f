import { beforeAll, describe, expect, test } from 'vitest';
import { type Release, releases } from '../../src/core/canton/releases';
import { withoutKmsKey } from './console/change-world';
import { hopeless, type Journey, journeys } from './console/journeys';
import { leaving, leftNames, saying, stillThere } from './console/leave';
import type { PlanScript } from './console/plan-scripts';
import { complaintsOfTrial, trials, unreached } from './console/preconditions';
import { inConsole, type Result } from './console/run';
import { fingerprint } from './console/scenarios';
import {
  complaintsInterrupted,
  complaintsLate,
  complaintsTwice,
  interrupted,
  late,
  twice,
  waitedInVain,
} from './console/walk';
import { missingJvmTools } from './jvm/read-with-jvm';

/** Every script we emit runs, on a network in memory that behaves as nodes were seen to, before anyone else runs it. */

const missing = missingJvmTools();
if (missing.length > 0) console.error(`Scripts are not run here: ${missing.join(', ')} missing`);

/**
 * Lines on which scripts are broken and cut as well: the one that most run. The others differ in the spelling of
 * commands, which the compiler and the runs without a fault hold on all; SCRIPTS_EVERY_LINE=1 does it on all four, and
 * takes three times as long.
 */
const everyLine = process.env.SCRIPTS_EVERY_LINE === '1';
const thoroughly: readonly Release[] = everyLine ? releases : ['3.5'];

describe.skipIf(missing.length > 0).each(releases)('on %s', (release) => {
  const all = journeys(release);
  const isThorough = thoroughly.includes(release);
  let found: ReturnType<typeof walk> | undefined;
  beforeAll(() => {
    found = walk(release, all, isThorough);
  }, 900_000);

  test('every script makes what was planned, and a second run changes nothing', () => {
    expect(found?.twice).toEqual([]);
  });
  if (!isThorough) return;

  test('a script whose wait runs out gets to its end when it is run again', () => {
    expect(found?.late).toEqual([]);
    expect(found?.waitedInVain).toBeGreaterThan(10);
  });

  test('whatever is wrong beforehand, a script that does not get to its end has changed nothing', () => {
    expect(found?.trials).toBeGreaterThan(5_000);
    expect(found?.stopped).toBeGreaterThan(2_000);
    expect(found?.tried).toEqual([]);
    expect(found?.hopeless).toContain('stopped');
    expect(found?.hopeless).not.toContain('done');
  });

  test('every stop of every script has been reached, but those that nothing leads to', () => {
    expect([...(found?.unreached ?? [])].sort()).toEqual(Object.keys(beyondReach).sort());
  });

  test('a script cut after any of its steps gets to the end when it is run again', () => {
    expect(found?.cuts).toBeGreaterThan(500);
    expect(found?.interrupted).toEqual([]);
  });
});

/** Slips that compile, each in a journey that goes well without it, and what is said of it then. */
const slips: readonly {
  readonly slip: string;
  readonly journey: string;
  readonly right: string;
  readonly wrong: string;
  readonly said: RegExp;
}[] = [
  {
    slip: 'a second run rotates again',
    journey: 'envelope, generated, another wrapper key, generated',
    right: 'if (!before.keySet.exists(id => oldWrappers.contains(id))) {',
    wrong: 'if (false) {',
    said: /again: /,
  },
  {
    slip: 'a key is not announced',
    journey: 'external, given, new, no delegation',
    right: '(protocolPublic.fingerprint, protocolPublic.purpose),',
    wrong: '',
    said: /has announced other keys/,
  },
  {
    slip: 'a use is not compared',
    journey: 'external, given, rotation to given keys',
    right: 'oldKey.foreach(k => if (usageOf(k) != usage) sys.error(',
    wrong: 'oldKey.foreach(k => if (false) sys.error(',
    said: /replaces a key of another use: .* after .*(register|announce)/,
  },
];

test.skipIf(missing.length > 0)('three slips are caught, in journeys that go well without them', () => {
  const all = journeys('3.5');
  const right = slips.map(
    ({ journey }) => all.find(({ name }) => name === `3.5, aws, ${journey}`) ?? expect.fail(journey),
  );
  const broken = slips.map((slip, at) => withSlip(right[at] ?? expect.fail(slip.slip), slip));
  const complaints = inConsole(
    '3.5',
    [...right, ...broken].flatMap(({ scripts }) => scripts),
    (runAll) =>
      [...right, ...broken].map((journey) => {
        const [clean] = runAll([twice(journey)]);
        const tried = clean === undefined ? [] : trials(journey, clean);
        const answers = runAll(tried.map(({ run }) => run));
        return [
          ...complaintsOf(clean, (answer) => complaintsTwice(journey, answer)),
          ...tried.flatMap((trial, at) => complaintsOf(answers[at], (answer) => complaintsOfTrial(trial, answer))),
        ].join('\n');
      }),
  );
  expect(complaints).toEqual([...right.map(() => ''), ...slips.map(({ said }) => expect.stringMatching(said))]);
});

test.skipIf(missing.length > 0).each(thoroughly)(
  'on %s, a participant that has left a synchronizer stops its scripts until a person says that it has',
  (release) => {
    const all = leaving(journeys(release));
    const names = inConsole(release, scriptsIn(all), (runAll) => leftNames(all, runAll));
    expect(names.map((name) => name.includes('old::'))).toEqual(
      ['rotate', 'announce', 'delete', 'align'].map(() => true),
    );
    const said = all.map((journey, at) => saying(journey, names[at] ?? ''));
    const wrong = all.map((journey, at) => saying(journey, names[at] ?? '', stillThere(journey, names[at] ?? '')));
    inConsole(release, scriptsIn([...said, ...wrong]), (runAll) => {
      const answers = runAll(said.map(twice));
      expect(
        said.flatMap((journey, at) => complaintsOf(answers[at], (answer) => complaintsTwice(journey, answer))),
      ).toEqual([]);
      for (const { results } of runAll(wrong.map(twice))) {
        expect(results.map(({ message }) => message)).toContainEqual(expect.stringMatching(/^STOP: left names .*da::/));
      }
    });
  },
);

test.skipIf(missing.length > 0).each(thoroughly)(
  'on %s, a key that the KMS has destroyed does not keep the others from coming back, and is named',
  (release) => {
    const all = journeys(release).filter(({ name }) => /external, given, deletions and restore: restore$/.test(name));
    const [journey = expect.fail('no journey')] = all;
    const [script = expect.fail('no script')] = journey.scripts.filter(({ path }) => path.startsWith('restore-1'));
    const [node = ''] = script.about;
    const world = withoutKmsKey(journey.world, `${node}-signing-2`);
    const [answer] = inConsole(release, [script], (runAll) => runAll([{ world, scripts: [{ script: script.id }] }]));
    const [result] = answer?.results ?? [];
    expect(result?.outcome).toBe('stopped');
    expect(result?.message).toContain(`STOP: not registered: ${fingerprint(`${node}-signing-2`)}; `);
    expect(answer?.world.nodes).toContainEqual(
      expect.objectContaining({
        name: node,
        keys: expect.arrayContaining([expect.objectContaining({ name: `${node}-signing-3` })]),
      }),
    );
  },
);

function scriptsIn(all: readonly Journey[]): readonly PlanScript[] {
  return all.flatMap(({ scripts }) => scripts);
}

function withSlip(journey: Journey, { slip, right, wrong }: (typeof slips)[number]): Journey {
  expect(journey.scripts.map(({ text }) => text).join('\n')).toContain(right);
  const scripts = journey.scripts.map((script) => ({
    ...script,
    id: `${script.id}, ${slip}`,
    text: script.text.replace(right, wrong),
  }));
  return { ...journey, scripts };
}

const bySaying = 'left is empty until a person writes into it; see above';
const atOnce = 'a node of the stand-in is ready, or connected, at once';

/** Stops that no network of the stand-in leads to, and why. */
const beyondReach: Readonly<Record<string, string>> = {
  'rotate: STOP: neither a signing nor an encryption key': 'every key is one of them',
  'announce: STOP: neither a signing nor an encryption key': 'every key is one of them',
  'rotate: STOP: .. is for .., not for ..': 'it is made for the right use, or was asked before',
  'announce: STOP: .. is for .., not for ..': 'it is made for the right use, or was asked before',
  'withdraw: STOP: a synchronizer does not show .. yet': 'the lists are known to agree by then',
  'delete: STOP: .. is still there': 'the node deletes what it is told to',
  'rotate-wrapper: STOP: not all keys are under one new wrapper key': 'the node encrypts all keys or none',
  'restore-2-align: STOP: the node has announced no key': 'it would not be initialised',
  'restore-2-align: STOP: the synchronizers differ among themselves': 'there is one',
  'identity: STOP: .. is not ready for its keys after ..; what was done stays, run this script again': atOnce,
  'identity: STOP: .. is not ready for the bootstrap after ..; what was done stays, run this script again': atOnce,
  'identity: STOP: .. has not come up after ..; what was done stays, run this script again': atOnce,
  'bring-up: STOP: .. is not connected after ..; what was done stays, run this script again': atOnce,
  'rotate: STOP: left names .., to which .. is connected': bySaying,
  'announce: STOP: left names .., to which .. is connected': bySaying,
  'withdraw: STOP: left names .., to which .. is connected': bySaying,
  'delete: STOP: left names .., to which .. is connected': bySaying,
  'restore-2-align: STOP: left names .., to which .. is connected': bySaying,
  'bring-up: STOP: only some of the sequencers belong to a synchronizer': 'there is one',
  'restore-1-register-again: STOP: .. does not answer': 'the script has started it',
};

/** Takes all journeys in one compilation, and says what went wrong. */
function walk(release: Release, all: readonly Journey[], isThorough: boolean) {
  const lost = isThorough ? hopeless(release) : [];
  const disturbed = isThorough ? all : [];
  const scripts = [...all, ...lost].flatMap((journey) => journey.scripts);
  return inConsole(release, scripts, (runAll) => {
    const clean = runAll(all.map(twice));
    const cuts = disturbed.flatMap((journey, at) => {
      const answer = clean[at];
      return answer === undefined ? [] : interrupted(journey, answer).map((cut) => ({ journey, cut }));
    });
    const tried = disturbed.flatMap((journey, at) => {
      const answer = clean[at];
      return answer === undefined ? [] : trials(journey, answer);
    });
    const hopelessly = lost.flatMap(({ world, scripts: [first] }) =>
      first === undefined ? [] : [{ script: first, what: 'hopeless', run: { world, scripts: [{ script: first.id }] } }],
    );
    const trialAnswers = runAll([...tried, ...hopelessly].map(({ run }) => run));
    const went = [...tried, ...hopelessly].flatMap(({ script }, at): (readonly [PlanScript, Result])[] => {
      const result = trialAnswers[at]?.results[0];
      return result === undefined ? [] : [[script, result]];
    });
    const afterLate = runAll(disturbed.map(late));
    const afterCuts = runAll(cuts.map(({ cut }) => cut.run));
    return {
      twice: clean.flatMap((answer, at) => complaintsOf(all[at], (journey) => complaintsTwice(journey, answer))),
      trials: tried.length,
      stopped: went.filter(([, { outcome }]) => outcome === 'stopped').length,
      unreached: unreached(went),
      tried: [...tried, ...hopelessly].flatMap((trial, at) =>
        complaintsOf(trialAnswers[at], (answer) => complaintsOfTrial(trial, answer)),
      ),
      hopeless: went.slice(tried.length).map(([, { outcome }]) => outcome),
      late: afterLate.flatMap((answer, at) => complaintsOf(all[at], (journey) => complaintsLate(journey, answer))),
      waitedInVain: afterLate.flatMap(({ results }) => results).filter(({ message }) => waitedInVain.test(message))
        .length,
      cuts: cuts.length,
      interrupted: cuts.flatMap(({ journey, cut }, at) =>
        complaintsOf(afterCuts[at], (answer) => complaintsInterrupted(journey, cut, answer)),
      ),
    };
  });
}

function complaintsOf<T>(item: T | undefined, complain: (item: T) => readonly string[]): readonly string[] {
  return item === undefined ? ['an answer is missing'] : complain(item);
}
