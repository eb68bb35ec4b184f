import { beforeAll, describe, expect, test } from 'vitest';
import { type Release, releases } from '../../src/core/canton/releases';
import { type Journey, journeys } from './console/journeys';
import { inConsole } from './console/run';
import { complaintsInterrupted, complaintsTwice, interrupted, twice } from './console/walk';
import { missingJvmTools } from './jvm/read-with-jvm';

/** Every script we emit runs, on a network in memory that behaves as nodes were seen to, before anyone else runs it. */

const missing = missingJvmTools();
if (missing.length > 0) console.error(`Scripts are not run here: ${missing.join(', ')} missing`);

describe.skipIf(missing.length > 0).each(releases)('on %s', (release) => {
  const all = journeys(release);
  let found: ReturnType<typeof walk> | undefined;
  beforeAll(() => {
    found = walk(release, all);
  }, 900_000);

  test('every script makes what was planned, and a second run changes nothing', () => {
    expect(found?.twice).toEqual([]);
  });

  test('a script cut after any of its steps gets to the end when it is run again', () => {
    expect(found?.cuts).toBeGreaterThan(500);
    expect(found?.interrupted).toEqual([]);
  });
});

/** Takes all journeys in one compilation, and says what went wrong. */
function walk(release: Release, all: readonly Journey[]) {
  const scripts = all.flatMap((journey) => journey.scripts);
  return inConsole(release, scripts, (runAll) => {
    const clean = runAll(all.map(twice));
    const cuts = all.flatMap((journey, at) => {
      const answer = clean[at];
      return answer === undefined ? [] : interrupted(journey, answer).map((cut) => ({ journey, cut }));
    });
    const afterCuts = runAll(cuts.map(({ cut }) => cut.run));
    return {
      twice: clean.flatMap((answer, at) => complaintsOf(all[at], (journey) => complaintsTwice(journey, answer))),
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
