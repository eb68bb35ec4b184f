import type { Release } from '../../canton/releases';
import { type KmsType, loggedAs } from '../../canton/schemes';
import { holdableSpecs } from '../../plan/holdable';
import { newKeyOf } from '../../plan/replacing';
import type { KeyRotation, Migrate, MigrationWay, ObservedNode } from '../../plan/task';
import { stagesOf } from '../runbook/stages';
import type { Settings } from '../settings';
import { addHost } from './add-host';
import { exportContracts } from './export-contracts';
import { exportKeys } from './export-keys';
import { identity } from './identity';
import { importContracts } from './import-contracts';
import { delegate } from './intermediate';
import type { Predecessor } from './predecessor';
import type { Replacement } from './replacement';
import { rotateKeys } from './rotate';
import type { Script } from './script';
import { subjectOf } from './subject';

/** The scripts of the way on which keys are taken along, each with the stage it is run in. */
export function exporting(
  settings: Settings,
  { inventory }: Migrate,
  { moves }: Extract<MigrationWay, { type: 'export' }>,
): readonly { readonly stage: string; readonly script: Script }[] {
  const { nodes, kms } = settings.plan;
  const stages = stagesOf.export;
  const rows = new Map(
    inventory.map((row, at) => [row.name, { row, path: `task.inventory.${at}` }] as const).reverse(),
  );
  const place = new Map(nodes.map(({ name }, index) => [name, index] as const).reverse());
  const all = moves.flatMap(({ from, to }) => {
    const [old, next] = [place.get(from) ?? -1, place.get(to) ?? -1];
    const [oldNode, newNode] = [nodes[old], nodes[next]];
    if (oldNode === undefined || newNode === undefined) return [];
    const { custody } = newNode;
    const type = custody.type === 'external' ? kms.find(({ id }) => id === custody.kms)?.type : undefined;
    const seen = rows.get(from);
    const whose = seen && { uid: seen.row.uid, path: `${seen.path}.uid` };
    const subject = subjectOf(settings, oldNode, old, whose);
    const unheld =
      seen === undefined || type === undefined ? [] : replaced(seen.row, seen.path, type, settings.release);
    const successor = subjectOf(settings, newNode, next);
    const gone = new Set(unheld.map(({ old: { fingerprint } }) => fingerprint));
    const predecessor: Predecessor = { node: oldNode, index: old, seen, replaced: gone };
    return [
      {
        replace: unheld.length === 0 ? [] : [rotateKeys(subject, unheld)],
        keys: type === undefined ? [] : [exportKeys(subject, type)],
        contracts: [exportContracts(subject, successor)],
        host: [addHost(successor, subject)],
        taken: [importContracts(successor, subject)],
        identity:
          custody.type === 'external' && custody.keys.type === 'given'
            ? [identity(successor, custody.keys, predecessor)]
            : [],
        delegate: newNode.intermediate.type === 'on' ? [delegate(successor, newNode.intermediate)] : [],
      },
    ];
  });
  return (['replace', 'keys', 'identity', 'delegate', 'contracts', 'host', 'taken'] as const).flatMap((stage) =>
    all.flatMap((each) => each[stage].map((script) => ({ stage: stages[stage], script }))),
  );
}

/** Announced keys that the KMS can't hold, each with the kind that takes its place while the node still keeps its own keys. */
function replaced(row: ObservedNode, path: string, type: KmsType, release: Release): readonly Replacement[] {
  const holdable = new Set(holdableSpecs(type, release));
  return row.keys.flatMap((old, at): Replacement[] => {
    if (!old.mapped || old.root || old.spec === '' || holdable.has(`${old.purpose} ${old.spec}`)) return [];
    const spec = newKeyOf(old.purpose);
    const rotation: KeyRotation = {
      node: row.name,
      fingerprint: old.fingerprint,
      to: { type: 'generated', spec },
      name: `${old.name === '' ? old.purpose : old.name}-${loggedAs(spec)}`,
    };
    return [{ rotation, path: `${path}.keys.${at}`, old }];
  });
}
