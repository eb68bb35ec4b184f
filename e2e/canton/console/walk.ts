import { withDelay } from './change-world';
import type { Journey } from './journeys';
import { unplanned } from './planned';
import type { Answer, Result, Run, ScriptRun } from './run';

/** The ways through a journey's scripts, and what is wrong with how one went. */

/** The scripts in turn, each as often as `times` says; between the two halves of a restore the nodes are started. */
function inTurn({ scripts }: Journey, runsOf: (id: string, at: number) => readonly ScriptRun[]): readonly ScriptRun[] {
  return scripts.flatMap(({ id, path }, at) => {
    const isFirstAfterStart = path.startsWith('restore-2') && !scripts[at - 1]?.path.startsWith('restore-2');
    return [...(isFirstAfterStart ? [{ restart: true } as const] : []), ...runsOf(id, at)];
  });
}

/** Every script twice. */
export function twice(journey: Journey): Run {
  return {
    world: journey.world,
    withWorlds: true,
    scripts: inTurn(journey, (script) => [{ script }, { script }]),
  };
}

export function complaintsTwice(journey: Journey, { results, world }: Answer): readonly string[] {
  let turn = 0;
  const runs = twice(journey).scripts;
  const complaints = runs.flatMap((run, at) => {
    const result = results[at];
    if (result === undefined || 'restart' in run) return [];
    turn += 1;
    const isAgain = turn % 2 === 0;
    const turnOf = `${run.script}${isAgain ? ', again' : ''}`;
    if (result.outcome !== 'done') return [`${turnOf}: ${result.outcome}, ${result.message}\n${said(result)}`];
    if (isAgain && (result.changed || result.steps.length > 0))
      return [`${turnOf}: changed something, ${result.steps.join(', ')}`];
    return [];
  });
  return [...complaints, ...unplanned(journey.plan, journey.world, world)];
}

/** What a script says whose limit has run out. */
export const waitedInVain = /; what was done stays, run this script again$/;

/** The same journey where the synchronizer takes an hour to show a change: longer than any script waits. */
export function late(journey: Journey): Run {
  return { ...twice(journey), world: withDelay(journey.world, 3600) };
}

/** Each script may stop because it has waited too long; when it is run again later, it gets to its end. */
export function complaintsLate(journey: Journey, { results, world }: Answer): readonly string[] {
  let turn = 0;
  const complaints = late(journey).scripts.flatMap((run, at) => {
    const result = results[at];
    if (result === undefined || 'restart' in run) return [];
    turn += 1;
    const mayStop = turn % 2 === 1 && result.outcome === 'stopped' && waitedInVain.test(result.message);
    return result.outcome === 'done' || mayStop
      ? []
      : [`${run.script}, late: ${result.outcome}, ${result.message}\n${said(result)}`];
  });
  return [...complaints, ...unplanned(journey.plan, journey.world, world)];
}

export type Interrupted = { readonly script: string; readonly after: number; readonly run: Run };

/** For every step that a script makes: the run that is cut after it, the same script once more, and the rest. */
export function interrupted(journey: Journey, { results }: Answer): readonly Interrupted[] {
  const firsts = twice(journey).scripts.flatMap((run, at) =>
    'restart' in run ? [] : [results[at]?.steps.length ?? 0],
  );
  return journey.scripts.flatMap(({ id }, cut) =>
    Array.from({ length: firsts[cut * 2] ?? 0 }, (_, step) => ({
      ...{ script: id, after: step + 1 },
      run: {
        world: journey.world,
        scripts: inTurn(journey, (script, at) =>
          at === cut ? [{ script, faultAfter: step + 1 }, { script }] : [{ script }],
        ),
      },
    })),
  );
}

export function complaintsInterrupted(
  journey: Journey,
  { script, after }: Interrupted,
  { results, world }: Answer,
): readonly string[] {
  const faults = results.filter(({ outcome }) => outcome === 'fault').length;
  const complaints = [
    ...(faults === 1 ? [] : ['it was not cut']),
    ...results
      .filter(({ outcome }) => outcome !== 'fault' && outcome !== 'done')
      .map((result) => `${result.outcome}, ${result.message}\n${said(result)}`),
    // A deletion cut between node and KMS can't be finished from the node: then a person has to be told where to look.
    ...unplanned(journey.plan, journey.world, world).filter((complaint) => {
      const kmsKeyId = /^the KMS still has (.*)$/.exec(complaint)?.[1];
      return !results.some(({ output }) => output.includes(`see in the KMS that ${kmsKeyId} is scheduled`));
    }),
  ];
  return complaints.map((complaint) => `${script}, cut after step ${after}: ${complaint}`);
}

function said({ output, nodeLog }: Result): string {
  return [output, ...nodeLog].join('\n');
}
