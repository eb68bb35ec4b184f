import { movesOf } from '../../plan/migration';
import type { Node } from '../../plan/node';
import { type Block, codeBlock, paragraph } from '../markdown/printer';
import { remoteCommand } from '../readme/console';
import { type Settings, settingsOf } from '../settings';
import { asksForNode, startScriptName } from '../targets/start-script';

/** What the ways to a new node have in common: it is started from a folder, and gets its identity from a script. */

/**
 * The plan with the new nodes alone: the old ones keep the configuration that they have, and nothing that starts a new
 * node may start an old one. Their places in the whole plan go with them.
 */
export function newNodesOf(settings: Settings): { readonly settings: Settings; readonly places: readonly number[] } {
  const { plan } = settings;
  const names = new Set(movesOf(plan).map(({ to }) => to));
  const places = plan.nodes.flatMap(({ name }, index) => (names.has(name) ? [index] : []));
  const nodes = plan.nodes.filter(({ name }) => names.has(name));
  return { settings: { ...settingsOf({ ...plan, nodes }), digest: settings.digest }, places };
}

/**
 * A start of each of the new nodes with the configuration of a folder.
 * @param more files of the bundle that are given to it for now
 */
export function starts(settings: Settings, folder: string, more: readonly string[] = []): readonly Block[] {
  const { settings: alone } = newNodesOf(settings);
  const asks = asksForNode(alone);
  const files = ['own.conf', ...more.map((name) => `./${name}`)].map((name) => `-c ${name}`).join(' ');
  const lines = alone.stems.map((stem) => `./${folder}/${startScriptName} ${asks ? `${stem} ` : ''}${files}`);
  const shown = settings.plan.output.layout === 'one-file' ? lines.slice(0, 1) : lines;
  return [
    paragraph(
      'With your own configuration (',
      { code: 'own.conf' },
      ': its database, ports and logging) and this one:',
    ),
    codeBlock('sh', shown),
  ];
}

/** The scripts that give new nodes their identity and an intermediate key, where the plan has them. */
export function identityRuns(
  settings: Settings,
  stages: { readonly identity: string; readonly delegate: string },
): readonly Block[] {
  const { settings: alone, places } = newNodesOf(settings);
  const lines = alone.plan.nodes.flatMap((node, at) => {
    const stem = settings.stems[places[at] ?? at] ?? '';
    return [
      ...(takesKeys(node) ? [remoteCommand(`${stages.identity}-identity-${stem}.sc`)] : []),
      ...(node.intermediate.type === 'on' ? [remoteCommand(`${stages.delegate}-delegate-${stem}.sc`)] : []),
    ];
  });
  if (lines.length === 0) return [];
  return [paragraph('Then, from a console that reaches them, what gives them their identity:'), codeBlock('sh', lines)];
}

/** Whether a node waits for its identity to be given from keys that exist. */
export function takesKeys({ custody }: Node): boolean {
  return custody.type === 'external' && custody.keys.type === 'given';
}
