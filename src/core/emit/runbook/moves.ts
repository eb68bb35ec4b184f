import type { MigrationWay, Move } from '../../plan/task';
import { remoteCommand } from '../readme/console';
import { exporting } from '../scripts/exporting';
import type { Settings } from '../settings';
import { featuresName } from '../targets/features';
import { stagesOf } from './stages';

export type ExportWay = Extract<MigrationWay, { type: 'export' }>;

/** Places of the old and of the new nodes in the plan. */
export type Ends = { readonly old: readonly number[]; readonly next: readonly number[] };

export function placesOf({ plan }: Settings, moves: readonly Move[]): Ends {
  const index = new Map(plan.nodes.map(({ name }, at) => [name, at] as const));
  const places = (names: readonly string[]) => names.flatMap((name) => index.get(name) ?? []);
  return { old: places(moves.map(({ from }) => from)), next: places(moves.map(({ to }) => to)) };
}

/** The script that imports the keys for the new node of a move. */
export function importPath({ plan, stems }: Settings, { to }: Move): string {
  const next = plan.nodes.findIndex(({ name }) => name === to);
  return `${stagesOf.export.import}-import-keys-${stems[next] ?? next}.sh`;
}

/** The command lines of the scripts of a stage, with what is switched on for the time of the migration only. */
export function scripts(settings: Settings, way: ExportWay, stage: string): readonly string[] {
  const { task } = settings.plan;
  if (task.type !== 'migrate') return [];
  return exporting(settings, task, way).flatMap((turn) =>
    turn.stage === stage ? [`${remoteCommand(`${stage}-${turn.script.name}.sc`)} -c ./${featuresName}`] : [],
  );
}
