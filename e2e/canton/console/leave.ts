import { withNode } from './change-world';
import type { Journey } from './journeys';
import type { RunAll } from './run';
import { withLeft } from './scenarios';
import { twice } from './walk';

/** A participant that has left a synchronizer: its scripts stop, name it, and go on once a person has said so. */

const isFor =
  /external, given, (rotation to given keys|rotation to given keys, with a pause|deletions and restore: .*)$/;

/** Of these journeys those that ask a participant for its synchronizers, in a world where it has left one. */
export function leaving(all: readonly Journey[]): readonly Journey[] {
  return all
    .filter(({ name }) => isFor.test(name))
    .map((journey) => {
      const participant = journey.world.nodes.find(({ kind }) => kind === 'participant')?.name ?? '';
      return { ...journey, world: withNode(journey.world, participant, (node) => withLeft(node, 'old')) };
    });
}

const stop = / is not connected to (.*): run .*, write this name into left, at the top/;

/** What the first script that stops calls the synchronizer that was left. */
export function leftNames(journeys: readonly Journey[], runAll: RunAll): readonly string[] {
  return runAll(journeys.map(twice)).map(
    ({ results }) => results.map(({ message }) => stop.exec(message)?.[1]).find((name) => name !== undefined) ?? 'none',
  );
}

/** The same journey, with these names in the list at the top of its scripts. */
export function saying(journey: Journey, ...names: readonly string[]): Journey {
  const list = `Set(${names.map((name) => JSON.stringify(name)).join(', ')})`;
  const scripts = journey.scripts.map((script) => ({
    ...script,
    id: `${script.id}, left ${names.length}`,
    text: script.text.replace('val left: Set[String] = Set()', `val left: Set[String] = ${list}`),
  }));
  return { ...journey, scripts };
}

/** The name of a synchronizer that was left, said of the one that the node is connected to; the console shortens both. */
export function stillThere({ world: { synchronizer } }: Journey, left: string): string {
  const [, start = '', end = ''] = /old::(\w+)(.*)$/.exec(left) ?? [];
  return `${left.slice(0, left.indexOf('old::'))}da::${synchronizer?.namespace.slice(0, start.length)}${end}`;
}
