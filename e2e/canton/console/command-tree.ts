import type { Command, Receiver } from '../../../src/core/canton/console/command';
import { commands } from '../../../src/core/canton/console/commands';
import type { Release } from '../../../src/core/canton/releases';

/** The commands below one step of a path: `keys` holds `secret`, which holds `list`. */
export type Group = { readonly commands: readonly Command[]; readonly groups: ReadonlyMap<string, Group> };

/** The types of references, each with what it adds to those it extends; what all nodes have stands at the first. */
export const referenceTypes = [
  { name: 'InstanceReference', parents: [], on: ['participant', 'sequencer', 'mediator'] },
  { name: 'ParticipantReference', parents: ['InstanceReference'], on: ['participant'] },
  { name: 'SequencerReference', parents: ['InstanceReference'], on: ['sequencer'] },
  { name: 'MediatorReference', parents: ['InstanceReference'], on: ['mediator'] },
  {
    name: 'LocalInstanceReference',
    parents: ['InstanceReference'],
    on: ['participant.local', 'sequencer.local', 'mediator.local'],
  },
] as const satisfies readonly {
  readonly name: string;
  readonly parents: readonly string[];
  readonly on: readonly Receiver[];
}[];

/** What a release line has on exactly these receivers. */
export function groupOn(release: Release, on: readonly Receiver[]): Group {
  const here = commands.filter(
    (command: Command) =>
      command.at[release] !== undefined &&
      command.on.length === on.length &&
      on.every((receiver) => command.on.includes(receiver)),
  );
  return group(here.map((command) => ({ command, steps: command.path.split('.') })));
}

type Placed = { readonly command: Command; readonly steps: readonly string[] };

function group(placed: readonly Placed[]): Group {
  const below = new Map<string, Placed[]>();
  for (const { command, steps } of placed) {
    const [first, ...rest] = steps;
    if (first === undefined || rest.length === 0) continue;
    below.set(first, [...(below.get(first) ?? []), { command, steps: rest }]);
  }
  return {
    commands: placed.filter(({ steps }) => steps.length === 1).map(({ command }) => command),
    groups: new Map([...below].map(([name, inside]) => [name, group(inside)])),
  };
}

/** Every path is on receivers that one of the types stands for; a command that fell through would go unchecked. */
export function unplaced(): readonly string[] {
  const known: readonly (readonly Receiver[])[] = [...referenceTypes.map(({ on }) => on), ['console']];
  return commands
    .filter(
      ({ on }: Command) => !known.some((set) => set.length === on.length && set.every((each) => on.includes(each))),
    )
    .map(({ path }) => path);
}
