import type { MigrationWay, Move } from '../../plan/task';
import { remoteCommand } from '../readme/console';
import { exporting } from '../scripts/exporting';
import { transferring } from '../scripts/transferring';
import type { Settings } from '../settings';
import { featuresName } from '../targets/features';
import { stagesOf } from './stages';

export type ExportWay = Extract<MigrationWay, { type: 'export' }>;
export type TransferWay = Extract<MigrationWay, { type: 'transfer' }>;

/** Places of the old and of the new nodes in the plan. */
export type Ends = { readonly old: readonly number[]; readonly next: readonly number[] };

export function placesOf({ plan }: Settings, moves: readonly Move[]): Ends {
  const index = new Map(plan.nodes.map(({ name }, at) => [name, at] as const));
  const places = (names: readonly string[]) => names.flatMap((name) => index.get(name) ?? []);
  return { old: places(moves.map(({ from }) => from)), next: places(moves.map(({ to }) => to)) };
}

/** Those of these places whose nodes have replicas. */
export function replicatedOf({ plan }: Settings, places: readonly number[]): readonly number[] {
  return places.filter((index) => plan.nodes[index]?.replicas === true);
}

/** The script that imports the keys for the new node of a move. */
export function importPath({ plan, stems }: Settings, { to }: Move): string {
  const next = plan.nodes.findIndex(({ name }) => name === to);
  return `${stagesOf.export.import}-import-keys-${stems[next] ?? next}.sh`;
}

/** The command lines of the scripts of a stage, with what is switched on for the time of the migration only. */
export function scripts(settings: Settings, way: ExportWay | TransferWay, stage: string): readonly string[] {
  const { task } = settings.plan;
  if (task.type !== 'migrate') return [];
  const takesKeys = way.type === 'export';
  const turns = takesKeys ? exporting(settings, task, way) : transferring(settings, task, way);
  const more = takesKeys ? ` -c ./${featuresName}` : '';
  return turns.flatMap((turn) =>
    turn.stage === stage ? [`${remoteCommand(`${stage}-${turn.script.name}.sc`)}${more}`] : [],
  );
}
