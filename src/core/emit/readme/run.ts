import { firstKeysSource } from '../../canton/key-care';
import { keyIdListSource } from '../../canton/operation-sources';
import { deletePermission } from '../../canton/permissions';
import { code } from '../../canton/sources';
import { kmsOf } from '../../plan/plan';
import { type Block, codeBlock, heading, type Inline, list, paragraph, said, type Text } from '../markdown/printer';
import type { Placed } from '../scripts/scripts';
import type { Settings } from '../settings';
import { remoteConsoleName } from '../targets/remote-console';
import { asksForNode, startScriptName } from '../targets/start-script';
import { nodeNames } from './names';

/** More scripts than this are not given one command line each. */
export const mostLines = 40;

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
    ...commands(settings, turns),
    ...toDoBetween(settings, turns),
    outcomes(),
    ...inProcess(settings, turns),
  ];
}

/** What a person does before the scripts that follow. */
function pause(settings: Settings, after: 'backup' | 'pruning', following: readonly Placed[]): readonly Block[] {
  if (after === 'backup') {
    return [
      heading(3, 'Pause: back up the databases of these nodes now'),
      paragraph(
        'Until the next script runs they go on using the old keys, so there is no hurry. ',
        said('A backup from before would come back without the new keys.', keyIdListSource),
      ),
    ];
  }
  return [
    heading(3, 'Only when the nodes are pruned past the rotation: delete for good'),
    paragraph('Not with the scripts above, but on a day of its own: ', ...destroyed(settings, following)),
  ];
}

/** What becomes of a deleted key: in a KMS it is destroyed there as well, if the node may. */
function destroyed({ plan }: Settings, following: readonly Placed[]): readonly Inline[] {
  const nodes = new Set(following.flatMap(({ script }) => script.nodes));
  const external = plan.nodes.filter(({ custody }, index) => custody.type === 'external' && nodes.has(index));
  if (external.length === 0) return ['nothing but a backup of the database brings a deleted key back.'];
  const types = new Set(external.map((node) => kmsOf(plan, node)?.type));
  const rights = (['aws', 'gcp'] as const).filter((type) => types.has(type)).map((type) => deletePermission[type].name);
  const named = rights.flatMap((right, at): readonly Inline[] => [at === 0 ? ' (' : ' or ', { code: right }]);
  return [
    'nothing brings a deleted key back. The KMS of ',
    ...nodeNames(external),
    ' destroys it too, and the node needs the right to that for this one time',
    ...named,
    rights.length === 0 ? '' : ')',
    '. Without it the node forgets the key and the KMS keeps it.',
  ];
}

/** Command lines between the pauses; a pause for a person stands between two blocks. */
function commands(settings: Settings, turns: readonly Placed[]): readonly Block[] {
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
      blocks.push(
        ...pause(
          settings,
          after,
          turns.filter((turn) => turn.after === after),
        ),
      );
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

/** What no script does, and what the one that brings all nodes together needs to know of them. */
function toDoBetween({ plan, release }: Settings, turns: readonly Placed[]): readonly Block[] {
  if (plan.task.type !== 'new') return [];
  if (turns.some(({ script }) => script.id === 'bring-up')) {
    return [
      paragraph(
        said(
          'The mediators connect to the sequencers at the addresses that ',
          code('console', 'ConsoleMacros.scala', release),
        ),
        { code: remoteConsoleName },
        ' has under ',
        { code: 'public-api' },
        ': write addresses there that the mediators reach, not the end of a tunnel on your own machine.',
      ),
    ];
  }
  const waiting = plan.nodes.filter(
    (node, index) => node.kind !== 'participant' && turns.some(({ script }) => script.nodes.includes(index)),
  );
  if (waiting.length === 0) return [];
  return [
    paragraph(
      'The bootstrap of the synchronizer is yours to do: ',
      ...nodeNames(waiting),
      said(' wait for it after the identity scripts, and delegation scripts stop before it.', firstKeysSource),
    ),
  ];
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
      ' with exit status 1: something the script relies on does not hold. What ',
      { code: 'STEP' },
      ' lines before it tell was done and stays; nothing after it was. Mend it and run the script again: it goes on from there.',
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
      "A script of one node may also run within the node's own process, while it starts; there a stop ends the process with exit status 3. The first, for example:",
    ),
    codeBlock('sh', [`./${startScriptName} ${node}-c own.conf --no-tty --bootstrap ${first.path}`]),
  ];
}
