import { gcpImport } from '../canton/key-import';
import { assetTransferSource, keyExportSource, localPartiesSource } from '../canton/migration';
import { concluded, type Source } from '../canton/sources';
import { withCustody } from '../plan/edit';
import { withKeysBy } from '../plan/edit-keys';
import { addMoves, removeMove, unmovedNodes } from '../plan/edit-moves';
import { movesOf } from '../plan/migration';
import type { Plan } from '../plan/plan';
import type { Migrate, MigrationWay, Move } from '../plan/task';
import { changeNode } from './change';
import type { Finding } from './finding';

/** Which new node takes the place of which old one, where the way has such moves. */
export function moveFindings(plan: Plan, task: Migrate): readonly Finding[] {
  const { way, facts } = task;
  const moves = movesOf(plan);
  const source = way.type === 'export' ? keyExportSource : assetTransferSource;
  return [
    ...(moves.length === 0 ? [noMove(plan, source)] : []),
    ...moves.flatMap((move, at) => [
      ...ends(plan, way.type, move, `task.way.moves.${at}`, source),
      ...twice(moves, at, source),
    ]),
    ...(way.type === 'transfer' && facts.parties === 'both' ? [localStay()] : []),
    ...(way.type === 'export' && !/^[A-Za-z0-9_-]{0,63}$/.test(way.importJob) ? [importJob()] : []),
  ];
}

function noMove(plan: Plan, source: Source): Finding {
  const free = unmovedNodes(plan);
  return {
    id: 'migration-move-none',
    severity: 'error',
    path: 'task.way.moves',
    message: 'No node moves yet: say which participants are given up, and which new ones take their place.',
    why: 'Paste an inventory of the old nodes, or add them in the step Nodes.',
    source,
    ...(free.length > 0 && {
      fix: { label: 'Move all participants', apply: (before: Plan) => addMoves(before, unmovedNodes(before)) },
    }),
  };
}

function ends(plan: Plan, way: MigrationWay['type'], { from, to }: Move, path: string, source: Source): Finding[] {
  const found: Finding[] = [];
  const old = plan.nodes.find(({ name }) => name === from);
  const place = plan.nodes.findIndex(({ name }) => name === to);
  const next = plan.nodes[place];
  if (old?.kind !== 'participant') found.push(noParticipant(`${path}.from`, from, source));
  else if (way === 'transfer' && old.custody.type === 'external') found.push(oldInKms(`${path}.from`, from));
  if (from !== '' && from === to) return [...found, sameNode(`${path}.to`, source)];
  if (next?.kind !== 'participant') found.push(noParticipant(`${path}.to`, to, source));
  else if (next.custody.type !== 'external') found.push(newOutside(`${path}.to`, to, place, way, source));
  return found;
}

function noParticipant(path: string, name: string, source: Source): Finding {
  return {
    id: 'migration-move-unknown',
    severity: 'error',
    path,
    message: name === '' ? 'Choose a participant.' : `${name} is no participant of this plan.`,
    why: 'Its files can’t be written. Sequencers and mediators don’t move: new ones join the synchronizer, and the old ones leave it.',
    source,
  };
}

/** Of two KMS the way is the same, but its runbook begins with keys in a database. */
function oldInKms(path: string, name: string): Finding {
  return {
    id: 'migration-move-old-in-kms',
    severity: 'warning',
    path,
    message: `The keys of ${name} are planned in a KMS: is it the old node?`,
    why: 'A node that is given up keeps its keys where they are until then. From one KMS to another the steps are the same, as long as the old node can still sign.',
    source: concluded(assetTransferSource),
  };
}

function newOutside(path: string, name: string, index: number, way: MigrationWay['type'], source: Source): Finding {
  const keysBy = way === 'export' ? 'given' : 'generated';
  return {
    id: 'migration-move-new-outside',
    severity: 'error',
    path,
    message: `${name} is not planned with its keys in a KMS.`,
    why: 'It would make keys of its own in its database, and the move would end where it began.',
    source,
    fix: {
      label: 'Plan it with keys in the KMS',
      apply: (before) => changeNode(before, index, (node) => withKeysBy(withCustody(node, 'external', before), keysBy)),
    },
  };
}

function sameNode(path: string, source: Source): Finding {
  return {
    id: 'migration-move-same',
    severity: 'error',
    path,
    message: 'The new node has to be another than the old one.',
    why: 'A node can’t be switched to a KMS: it would find none of its keys. The new one begins with an empty database and a name of its own.',
    source,
  };
}

/** A node that stands in a move above. */
function twice(moves: readonly Move[], at: number, source: Source): Finding[] {
  const earlier = new Set(moves.slice(0, at).flatMap(({ from, to }) => [from, to]));
  const move = moves[at];
  const name = move === undefined ? undefined : [move.from, move.to].find((end) => end !== '' && earlier.has(end));
  if (name === undefined) return [];
  return [
    {
      id: 'migration-move-twice',
      severity: 'error',
      path: `task.way.moves.${at}`,
      message: `${name} stands in two moves.`,
      why: 'A new node takes the place of one old node, and an old node is given up once.',
      source: concluded(source),
      fix: { label: 'Take this move out', apply: (before) => removeMove(before, at) },
    },
  ];
}

function importJob(): Finding {
  return {
    id: 'migration-import-job',
    severity: 'error',
    path: 'task.way.importJob',
    message: 'An import job is called by letters, digits, hyphens and underscores, 63 at most.',
    why: 'Google Cloud refuses any other name. It is the name alone, without the project and the ring.',
    source: gcpImport.source,
  };
}

function localStay(): Finding {
  return {
    id: 'migration-local-parties',
    severity: 'warning',
    path: 'task.facts.parties',
    message: 'Local parties stay on the old node: it can be given up only when their contracts are somewhere else.',
    why: 'A local party is in the namespace of its participant, so with new keys it would be another party. Only Daml transactions of your own model move its contracts, to a new party on the new node. Plan that for each application, before you begin.',
    source: localPartiesSource,
  };
}
