import { movingNodes } from '../../plan/migration';
import type { Migrate } from '../../plan/task';
import { stagesOf } from '../runbook/stages';
import type { Settings } from '../settings';
import { inventory } from './inventory';
import { type Script, scriptFile } from './script';
import type { Placed } from './scripts';
import { checkClear, checkEncrypted } from './stored';
import { type Subject, subjectOf } from './subject';

/** The scripts of a migration: a check before and one after what the nodes do themselves at a restart. */
export function migration(settings: Settings, { way, inventory: seen }: Migrate): readonly Placed[] {
  const moving = movingNodes(settings.plan);
  if (moving.length === 0) return [];
  const rows = new Map(seen.map(({ name, uid }, at) => [name, { uid, path: `task.inventory.${at}.uid` }] as const));
  const subjects = moving.flatMap((index): Subject[] => {
    const node = settings.plan.nodes[index];
    return node === undefined ? [] : [subjectOf(settings, node, index, rows.get(node.name))];
  });
  const { before, after } = stagesOf[way.type];
  const place = (script: Script, path: string, when: Placed['when']): Placed => {
    return { script, file: scriptFile(settings, script, `${path}.sc`), when, after: undefined };
  };
  const turn = (number: string, scripts: readonly Script[]) =>
    scripts.map((script) => place(script, `${number}-${script.name}`, 'in-turn'));
  const list = inventory(settings);
  return [
    place(list, list.name, 'any-time'),
    ...(way.type === 'encrypt'
      ? [
          ...turn(
            before,
            subjects.map((subject) =>
              checkClear(subject, 'back up, then restart the node with its encrypted configuration'),
            ),
          ),
          ...turn(
            after,
            subjects.map((subject) =>
              checkEncrypted(subject, 'back up again; backups from before hold the keys in the clear'),
            ),
          ),
        ]
      : [
          ...turn(
            before,
            subjects.map((subject) => checkEncrypted(subject, 'back up, then restart the node with reverted = true')),
          ),
          ...turn(
            after,
            subjects.map((subject) =>
              checkClear(
                subject,
                'the sections may go at the next restart; keep the wrapper key as long as backups need it',
              ),
            ),
          ),
        ]),
  ];
}
