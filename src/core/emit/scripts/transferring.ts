import type { Migrate, MigrationWay } from '../../plan/task';
import { stagesOf } from '../runbook/stages';
import type { Settings } from '../settings';
import { hostParties } from './host-parties';
import { listParties } from './list-parties';
import { endsOf } from './moving';
import { offerHosting } from './offer-hosting';
import type { Script } from './script';
import { takeParties } from './take-parties';

/** The scripts that move external parties, each with the stage it is run in; none on a line that lacks the commands. */
export function transferring(
  settings: Settings,
  { inventory }: Migrate,
  { moves }: Extract<MigrationWay, { type: 'transfer' }>,
): readonly { readonly stage: string; readonly script: Script }[] {
  const { parties, offer, host, take } = stagesOf.transfer;
  const rows = new Map(
    inventory.map(({ name, uid }, at) => [name, { uid, path: `task.inventory.${at}.uid` }] as const),
  );
  const all = moves.flatMap((move) => endsOf(settings, move, rows.get(move.from)) ?? []);
  return [
    ...all.map((ends) => ({ stage: parties, script: listParties(ends) })),
    ...all.map((ends) => ({ stage: offer, script: offerHosting(ends) })),
    ...all.map((ends) => ({ stage: host, script: hostParties(ends) })),
    ...all.map((ends) => ({ stage: take, script: takeParties(ends) })),
  ];
}
