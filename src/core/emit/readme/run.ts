import { announcedKeysSeen, firstKeysSource } from '../../canton/key-care';
import { keyIdListSource } from '../../canton/operation-sources';
import { code } from '../../canton/sources';
import type { Plan } from '../../plan/plan';
import { type Block, codeBlock, heading, paragraph, said } from '../markdown/printer';
import type { Placed } from '../scripts/scripts';
import type { Settings } from '../settings';
import { remoteConsoleName } from '../targets/remote-console';
import { asksForNode, startScriptName } from '../targets/start-script';
import { aConsole, goodEnds, outcomes, remoteCommand } from './console';
import { nodeNames } from './names';

/** More scripts than this are not given one command line each. */
const mostLines = 40;

/** The scripts in the order in which they are run, with the exact command line and what comes in between. */
export function run(settings: Settings, scripts: readonly Placed[]): readonly Block[] {
  const turns = scripts.filter(({ when, after }) => when === 'in-turn' && after !== 'pruning');
  if (turns.length === 0) return [];
  return [
    ...(settings.plan.task.type === 'new' ? [paragraph(...aConsole(settings))] : []),
    paragraph(
      'Run one line at a time, in this order, and the next only when the one before has ended with exit status 0. Each script says what it relies on, checks it before its first change, and may be run again: what was done before it says and leaves alone. ',
      said(
        'Give it a minute or two for each key: it waits, with a limit, until the synchronizers show a change.',
        announcedKeysSeen,
      ),
    ),
    ...toDoBetween(settings, turns),
    ...commands(settings, turns),
    goodEnds(turns),
    outcomes(),
    ...inProcess(settings, turns),
  ];
}

/** Command lines between the pauses; a pause for a person stands between two blocks. */
function commands({ plan }: Settings, turns: readonly Placed[]): readonly Block[] {
  const at = turns.findIndex(({ after }) => after === 'backup');
  if (at < 0) return [commandLines(turns)];
  const following = turns.slice(at);
  return [commandLines(turns.slice(0, at)), ...backup(plan, following), commandLines(following)];
}

export function commandLines(scripts: readonly Placed[]): Block {
  const lines = scripts.slice(0, mostLines).map(({ file }) => remoteCommand(file.outline.path));
  const more = scripts.length - lines.length;
  const last = scripts.at(-1)?.file.outline.path;
  const rest = `# and ${more} more, in the order of their numbers, up to ${last}`;
  return codeBlock('sh', more > 0 ? [...lines, rest] : lines);
}

/** What a person does before the scripts that follow. */
function backup(plan: Plan, following: readonly Placed[]): readonly Block[] {
  const indices = new Set(following.flatMap(({ script, after }) => (after === 'backup' ? script.nodes : [])));
  const nodes = plan.nodes.filter((_, index) => indices.has(index));
  return [
    heading(3, 'Pause: back up these databases now'),
    paragraph(
      'Before you do, each script above must have shown the new keys beside the old ones. Then back up the databases of ',
      ...nodeNames(nodes),
      ', and go on only when the backup is complete. ',
      said('A backup from before would come back without the new keys. ', keyIdListSource),
      said(
        'Until the next script runs the nodes go on using the old keys, so there is no hurry: it is safe to stop here and to go on another day.',
        announcedKeysSeen,
      ),
    ),
  ];
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

function inProcess(settings: Settings, turns: readonly Placed[]): readonly Block[] {
  const first = turns[0]?.file.outline;
  if (first === undefined || settings.plan.task.type !== 'new') return [];
  const node: string = asksForNode(settings) ? `${settings.stems[first.nodes[0] ?? 0]} ` : '';
  return [
    paragraph(
      "Instead, a script of one node may run within the node's own process, while it starts; there a stop ends the process with exit status 3. The first, for example:",
    ),
    codeBlock('sh', [`./${startScriptName} ${node}-c own.conf --no-tty --bootstrap ${first.path}`]),
  ];
}
