import { movingNodes } from '../../plan/migration';
import type { Migrate } from '../../plan/task';
import { newNodesOf } from '../runbook/new-nodes';
import { stagesOf } from '../runbook/stages';
import type { Settings } from '../settings';
import { exporting } from './exporting';
import { identity } from './identity';
import { delegate } from './intermediate';
import { inventory } from './inventory';
import { type Script, scriptFile } from './script';
import type { Placed } from './scripts';
import { checkClear, checkEncrypted } from './stored';
import { type Subject, subjectOf } from './subject';
import { transferring } from './transferring';

/** A script, and the number of the stage it is run in. */
type Turn = { readonly stage: string; readonly script: Script };

/** The scripts of a migration, in the order of its stages. */
export function migration(settings: Settings, task: Migrate): readonly Placed[] {
  const turns = turnsOf(settings, task);
  const place = (script: Script, path: string, when: Placed['when']): Placed => {
    return { script, file: scriptFile(settings, script, `${path}.sc`), when, after: undefined };
  };
  const list = inventory(settings);
  return [
    place(list, list.name, 'any-time'),
    ...turns.map(({ stage, script }) => place(script, `${stage}-${script.name}`, 'in-turn')),
  ];
}

function turnsOf(settings: Settings, task: Migrate): readonly Turn[] {
  switch (task.way.type) {
    case 'encrypt':
      return encrypting(settings, task);
    case 'revert':
      return reverting(settings, task);
    case 'transfer':
      return [...newIdentities(settings, stagesOf.transfer), ...transferring(settings, task, task.way)];
    case 'export':
      return exporting(settings, task, task.way);
  }
}

function encrypting(settings: Settings, task: Migrate): readonly Turn[] {
  const { before, after } = stagesOf.encrypt;
  const subjects = subjectsOf(settings, task);
  return [
    ...subjects.map((subject) => {
      return {
        stage: before,
        script: checkClear(subject, 'back up, then restart the node with its encrypted configuration'),
      };
    }),
    ...subjects.map((subject) => {
      return {
        stage: after,
        script: checkEncrypted(subject, 'back up again; backups from before hold the keys in the clear'),
      };
    }),
  ];
}

function reverting(settings: Settings, task: Migrate): readonly Turn[] {
  const { before, after } = stagesOf.revert;
  const subjects = subjectsOf(settings, task);
  const then = 'the sections may go at the next restart; keep the wrapper key as long as backups need it';
  return [
    ...subjects.map((subject) => {
      return { stage: before, script: checkEncrypted(subject, 'back up, then restart the node with reverted = true') };
    }),
    ...subjects.map((subject) => ({ stage: after, script: checkClear(subject, then) })),
  ];
}

/** What gives the new nodes their identity: from keys that exist, and with an intermediate key where they have one. */
function newIdentities(
  settings: Settings,
  stages: { readonly identity: string; readonly delegate: string },
): readonly Turn[] {
  const { settings: alone, places } = newNodesOf(settings);
  return alone.plan.nodes.flatMap((node, at): Turn[] => {
    const { custody, intermediate } = node;
    const subject = subjectOf(settings, node, places[at] ?? at);
    const given = custody.type === 'external' && custody.keys.type === 'given' ? [identity(subject, custody.keys)] : [];
    const delegated = intermediate.type === 'on' ? [delegate(subject, intermediate)] : [];
    return [
      ...given.map((script) => ({ stage: stages.identity, script })),
      ...delegated.map((script) => ({ stage: stages.delegate, script })),
    ];
  });
}

/** The nodes on the move, each with what the inventory saw of it. */
function subjectsOf(settings: Settings, { inventory: seen }: Migrate): readonly Subject[] {
  const rows = new Map(seen.map(({ name, uid }, at) => [name, { uid, path: `task.inventory.${at}.uid` }] as const));
  return movingNodes(settings.plan).flatMap((index) => {
    const node = settings.plan.nodes[index];
    return node === undefined ? [] : [subjectOf(settings, node, index, rows.get(node.name))];
  });
}
