import { type Block, type Inline, steps, type Text } from '../markdown/printer';
import type { Placed } from '../scripts/scripts';
import type { Settings } from '../settings';
import { remoteCommand } from './console';
import { nodeNames } from './names';

/** What is kept for the day on which a database comes back from a backup. */
export function afterRestore(settings: Settings, scripts: readonly Placed[]): readonly Block[] {
  const restore = scripts.filter(({ when }) => when === 'after-restore');
  const [first] = restore;
  if (first === undefined) return [];
  const own = restore.filter(({ script }) => script.runs === 'manual-start');
  const remote = restore.filter(({ script }) => script.runs === 'remote');
  const items: readonly Text[] = [
    [
      scripts.some(({ when }) => when === 'in-turn')
        ? 'Keep such scripts with every backup. These know the keys that were there before this rotation: when it is done, paste a new inventory into the wizard and have them made anew.'
        : 'Keep these scripts with every backup, made from an inventory that is no older than the last rotation.',
    ],
    ...(own.length === 0
      ? []
      : [
          [
            'After the restore, do not start the node as usual: it would connect, learn that a key it does not hold is its own, and end. Start it unconnected, with the script that makes its keys known again: ',
            ...files(own, (path) => `canton run --no-tty --manual-start ${path} -c own.conf`),
            '. In the place of ',
            { code: 'own.conf' },
            ' come all files that the node is started with, with its environment and class path.',
            ...others(settings, own),
          ] as const,
        ]),
    [
      'Start the node as usual, then bring its own list of announced keys up to the synchronizer: ',
      ...files(remote, remoteCommand),
      '. Until then a change of its keys says that it succeeded, and is lost without a word.',
    ],
    [
      'That was the list of keys and nothing else. Compare by hand what else was changed since the backup, such as delegations, parties and packages: the own list of the node may lack them too.',
    ],
  ];
  return [steps(items)];
}

/** Staying unconnected was seen of participants alone. */
function others({ plan }: Settings, own: readonly Placed[]): readonly Inline[] {
  const named = new Set(own.flatMap(({ script }) => script.nodes));
  const nodes = plan.nodes.filter(({ kind }, index) => kind !== 'participant' && named.has(index));
  if (nodes.length === 0) return [];
  return [
    ' Participants stay unconnected then. Nobody has seen it of ',
    ...nodeNames(nodes),
    ': keep the nodes that they talk to down until their keys are registered.',
  ];
}

/** More command lines than this would bury their sentence. */
const mostCommands = 4;

function files(placed: readonly Placed[], command: (path: string) => string): readonly Inline[] {
  const shown = placed.length > mostCommands ? placed.slice(0, 1) : placed;
  const last = placed.at(-1)?.file.outline.path ?? '';
  return [
    ...shown.flatMap(({ file }, at): readonly Inline[] => {
      const code = { code: command(file.outline.path) };
      return at === 0 ? [code] : [', ', code];
    }),
    ...(shown.length < placed.length ? [' and likewise for every other node, up to ', { code: last }] : []),
  ];
}
