import { movingNodes, withoutKms } from '../../plan/migration';
import type { Plan } from '../../plan/plan';
import type { MigrationWay } from '../../plan/task';
import type { File } from '../file';
import { importScript } from '../import/script';
import { importPath } from '../runbook/moves';
import { newNodesOf } from '../runbook/new-nodes';
import { stagesOf } from '../runbook/stages';
import { type Settings, settingsOf } from '../settings';
import { featuresFile } from './features';
import { placed } from './placed';

/**
 * What the nodes of a migration are started with, each configuration in a folder named by its turn: those that stay as
 * they are get no file.
 * @param configure what a plan's nodes are started with
 */
export function migrationFiles(
  settings: Settings,
  way: MigrationWay,
  configure: (settings: Settings) => readonly File[],
): readonly File[] {
  const moving = new Set(movingNodes(settings.plan));
  const folder = (name: string, of: Settings): readonly File[] =>
    configure(of)
      .filter(({ outline }) => outline.nodes.some((node) => moving.has(node)))
      .map(({ outline, write }) => ({
        outline: { ...outline, id: `${outline.id}/${name}`, path: `${name}/${outline.path}` },
        write,
      }));
  switch (way.type) {
    case 'encrypt':
      return folder(stagesOf.encrypt.first, settings);
    case 'transfer':
      return newNodes(settings, stagesOf.transfer.folder, configure);
    case 'export':
      return [
        featuresFile(settings, movingNodes(settings.plan)),
        ...way.moves.flatMap((move) => importScript(settings, way, move, importPath(settings, move)) ?? []),
        ...newNodes(settings, stagesOf.export.folder, configure),
      ];
    case 'revert': {
      const { first, last } = stagesOf.revert;
      return [...folder(first, { ...settings, reverted: true }), ...folder(last, plainly(settings))];
    }
  }
}

/** What new nodes are started with. Their files speak of no other node, but belong to the same plan. */
function newNodes(
  settings: Settings,
  name: string,
  configure: (settings: Settings) => readonly File[],
): readonly File[] {
  const { settings: alone, places } = newNodesOf(settings);
  return configure(alone).map(({ outline, write }) => ({
    outline: {
      ...outline,
      id: `${outline.id}/${name}`,
      path: `${name}/${outline.path}`,
      nodes: outline.nodes.flatMap((node) => places[node] ?? []),
    },
    write: () => placed(write(), places),
  }));
}

/** The same plan without a KMS, told by the digest of the plan that was made. */
function plainly(settings: Settings): Settings {
  const plan: Plan = withoutKms(settings.plan);
  return { ...settingsOf(plan), digest: settings.digest };
}
