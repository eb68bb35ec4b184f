import { keyIdListSource } from '../../canton/operation-sources';
import { deletePermission } from '../../canton/permissions';
import {
  type Block,
  codeBlock,
  heading,
  type Inline,
  list,
  paragraph,
  said,
  steps,
  type Text,
} from '../markdown/printer';
import type { Placed } from '../scripts/scripts';
import type { Settings } from '../settings';
import { remoteConsoleName } from '../targets/remote-console';
import { asksForNode, startScriptName } from '../targets/start-script';

/** More scripts than this are not given one command line each. */
const mostLines = 40;

/** The scripts in the order in which they are run, with the exact command line and what comes in between. */
export function run(settings: Settings, scripts: readonly Placed[]): readonly Block[] {
  const turns = scripts.filter(({ when }) => when === 'in-turn');
  if (turns.length === 0) return [];
  return [
    paragraph(
      'One after the other, in the order of their numbers, from a console that reaches the nodes. Give ',
      { code: remoteConsoleName },
      ' the addresses and ports first, or set the variables it names. Each script says what it relies on, checks it before its first change, and may be run again: what was done before it says and leaves alone.',
    ),
    ...commands(turns),
    outcomes(),
    ...inProcess(settings, turns),
  ];
}

/** What a person does before the scripts that follow. */
const pauses: Readonly<Record<'backup' | 'pruning', readonly Block[]>> = {
  backup: [
    heading(3, 'Pause: back up the databases of these nodes now'),
    paragraph(
      'Until the next script runs they go on using the old keys, so there is no hurry. ',
      said('A backup from before would come back without the new keys.', keyIdListSource),
    ),
  ],
  pruning: [
    heading(3, 'Only when the nodes are pruned past the rotation: delete for good'),
    paragraph(
      'Not with the scripts above, but on a day of its own: nothing brings a deleted key back. Of a node whose keys are in the KMS, the KMS destroys them, too, and the node needs the right to that for this one time (',
      { code: deletePermission.aws },
      ' or ',
      { code: deletePermission.gcp },
      '). Without it the node forgets the key and the KMS keeps it.',
    ),
  ],
};

/** Command lines between the pauses; a pause for a person stands between two blocks. */
function commands(turns: readonly Placed[]): readonly Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const flush = () => {
    if (lines.length === 0) return;
    const shown =
      lines.length > mostLines ? [...lines.slice(0, mostLines), `# and ${lines.length - mostLines} more`] : lines;
    blocks.push(codeBlock('sh', shown));
    lines = [];
  };
  let before: Placed['after'];
  for (const { file, after } of turns) {
    if (after !== undefined && after !== before) {
      flush();
      blocks.push(...pauses[after]);
    }
    before = after ?? before;
    lines.push(remoteCommand(file.outline.path));
  }
  flush();
  return blocks;
}

export function remoteCommand(path: string): string {
  return `canton run --no-tty ${path} -c ./${remoteConsoleName}`;
}

function outcomes(): Block {
  const items: readonly Text[] = [
    [
      { code: 'STEP' },
      ' lines tell what was done, ',
      { code: 'DONE BEFORE' },
      ' what an earlier run had done, ',
      { code: 'STATE' },
      ' what is true at the end, ',
      { code: 'NEXT' },
      ' what you do now.',
    ],
    [
      { code: 'ERROR STOP: …' },
      ' with exit status 1: something the script relies on does not hold. Nothing after that line was done. Mend it and run the script again.',
    ],
    [
      'An error block of a command, then ',
      { code: 'Command execution failed' },
      ': the command itself failed. What the console shows of it is often only ',
      { code: 'An error occurred' },
      ': the reason stands in the log of the node.',
    ],
  ];
  return list(items);
}

function inProcess(settings: Settings, turns: readonly Placed[]): readonly Block[] {
  const first = turns[0]?.file.outline;
  if (first === undefined || settings.plan.task.type !== 'new') return [];
  const node = asksForNode(settings) ? `${settings.stems[first.nodes[0] ?? 0]} ` : '';
  return [
    paragraph(
      "Or each within its node's own process, while it starts; there a stop ends it with exit status 3. The first, for example:",
    ),
    codeBlock('sh', [`./${startScriptName} ${node}-c own.conf --no-tty --bootstrap ${first.path}`]),
  ];
}

/** What is kept for the day on which a database comes back from a backup. */
export function afterRestore(scripts: readonly Placed[]): readonly Block[] {
  const restore = scripts.filter(({ when }) => when === 'after-restore');
  const [first] = restore;
  if (first === undefined) return [];
  const own = restore.filter(({ script }) => script.runs === 'manual-start');
  const remote = restore.filter(({ script }) => script.runs === 'remote');
  const items: readonly Text[] = [
    ['Keep these scripts with every backup, made from an inventory that is no older than the last rotation.'],
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
