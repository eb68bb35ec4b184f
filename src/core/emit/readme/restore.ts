import { type Block, type Inline, steps, type Text } from '../markdown/printer';
import type { Placed } from '../scripts/scripts';
import { mostLines, remoteCommand } from './run';

/** What is kept for the day on which a database comes back from a backup. */
export function afterRestore(scripts: readonly Placed[]): readonly Block[] {
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
            ' come all files that the node is started with, and for a driver its class path.',
          ] as const,
        ]),
    [
      'Start the node as usual, then bring its own list of announced keys up to the synchronizer: ',
      ...files(remote, remoteCommand),
      '. Until then a change of its keys says that it succeeded, and is lost without a word.',
    ],
  ];
  return [steps(items)];
}

function files(placed: readonly Placed[], command: (path: string) => string): readonly Inline[] {
  return placed.slice(0, mostLines).flatMap(({ file }, at): readonly Inline[] => {
    const code = { code: command(file.outline.path) };
    return at === 0 ? [code] : [', ', code];
  });
}
