import { movingNodes, withoutKms } from '../../plan/migration';
import type { Plan } from '../../plan/plan';
import type { MigrationWay } from '../../plan/task';
import type { File } from '../file';
import { stagesOf } from '../runbook/stages';
import { type Settings, settingsOf } from '../settings';

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
    case 'export':
    case 'transfer':
      return [];
    case 'revert': {
      const { first, last } = stagesOf.revert;
      return [...folder(first, { ...settings, reverted: true }), ...folder(last, plainly(settings))];
    }
  }
}

/** The same plan without a KMS, told by the digest of the plan that was made. */
function plainly(settings: Settings): Settings {
  const plan: Plan = withoutKms(settings.plan);
  return { ...settingsOf(plan), digest: settings.digest };
}
