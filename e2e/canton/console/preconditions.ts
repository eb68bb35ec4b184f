import { breakages } from './breakages';
import type { Journey } from './journeys';
import type { PlanScript } from './plan-scripts';
import type { Answer, Result, Run } from './run';
import { type Stop, stopsIn } from './stops';
import { twice, waitedInVain } from './walk';

/** A script that comes to a world in which something is wrong. */
export type Trial = { readonly script: PlanScript; readonly what: string; readonly run: Run };

/** Every script of a journey, where it stands in it, with everything that can be wrong about its nodes. */
export function trials(journey: Journey, { results }: Answer): readonly Trial[] {
  const turns = twice(journey).scripts;
  return journey.scripts.flatMap((script) => {
    const at = turns.findIndex((turn) => 'script' in turn && turn.script === script.id);
    const world = at === 0 ? journey.world : results[at - 1]?.world;
    if (world === undefined) throw new Error(`the world before ${script.id} is not known`);
    return script.about
      .flatMap((name) => breakages(journey.plan, world, name))
      .map(({ what, world: broken }) => ({ script, what, run: { world: broken, scripts: [{ script: script.id }] } }));
  });
}

/** What a script can't know before it has made a change; it stops then. */
const knownLate = [
  /is in use by .*; it stays registered here/,
  /this is another key$/,
  /^STOP: not registered: /,
  waitedInVain,
];

/** A node that runs now, and a store that the next run clears away, are no change. */
const leavesNothing = /: (start|create the store .*-setup)$/;

/** What is wrong with how a trial went: a script that doesn't get to its end has changed nothing. */
export function complaintsOfTrial({ script, what }: Trial, { results: [result] }: Answer): readonly string[] {
  if (result === undefined) return ['an answer is missing'];
  const changes = result.steps.filter((step) => !leavesNothing.test(step));
  const isLate = knownLate.some((late) => late.test(result.message));
  const isWell = result.outcome === 'done' || (result.outcome !== 'hang' && (changes.length === 0 || isLate));
  return isWell
    ? []
    : [
        `${script.id}, ${what}: ${result.outcome} after ${changes.join(', ') || 'nothing'}: ${result.message}\n${result.output}`,
      ];
}

/** The stops that were reached, and those that never were, each with the kind of script that has it. */
export function unreached(went: readonly (readonly [PlanScript, Result])[]): readonly string[] {
  const all = new Map<string, boolean>();
  for (const [script, { outcome, message }] of went) {
    const stops = stopsIn(script.text);
    for (const stop of stops) if (!all.has(nameOf(script, stop))) all.set(nameOf(script, stop), false);
    const reached = outcome === 'stopped' ? closest(stops, message) : undefined;
    if (reached !== undefined) all.set(nameOf(script, reached), true);
  }
  return [...all].filter(([, isReached]) => !isReached).map(([name]) => name);
}

/** Of the stops that could have said it, the one that says most by itself. */
function closest(stops: readonly Stop[], message: string): Stop | undefined {
  return stops.filter(({ says }) => says.test(message)).sort((a, b) => b.says.source.length - a.says.source.length)[0];
}

/** `rotate: STOP: .. is for ..`, whatever the number and the node of the script. */
function nameOf({ path, about: [node = ''] }: PlanScript, { says }: Stop): string {
  const kind = path.replace(/^\d+-/, '').replace('.sc', '').replace(`-${node}`, '');
  return `${kind}: ${says.source.replaceAll('.*', '..').replace(/^\^|\$$/g, '')}`;
}
