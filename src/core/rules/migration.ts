import { convertedAtStartSource, encryptedMigrationSource, passiveWaitsSource } from '../canton/migration';
import { concluded, seen } from '../canton/sources';
import { withCustody } from '../plan/edit';
import { hasMoves, movingNodes } from '../plan/migration';
import type { Plan } from '../plan/plan';
import { changeNode } from './change';
import { eachNode } from './each';
import type { Finding, Rule } from './finding';
import { exportFindings } from './migration-export';
import { seenFindings } from './migration-inventory';
import { moveFindings } from './migration-moves';
import { transferFindings } from './migration-transfer';
import { leadsThere } from './migration-way';

/** Nodes that run and are to keep their keys elsewhere: whether the way leads there, and whether they can take it. */
export const migrationRule: Rule = (plan) => {
  const { task } = plan;
  if (task.type !== 'migrate') return [];
  return [
    ...leadsThere(plan, task),
    ...(hasMoves(plan) ? moveFindings(plan, task) : inPlace(plan)),
    ...exportFindings(plan, task),
    ...transferFindings(plan, task),
    ...(task.way.type === 'revert' ? [clearFromThenOn()] : []),
    ...seenFindings(plan, task),
  ];
};

/** Nodes that convert their own keys. */
function inPlace(plan: Plan): readonly Finding[] {
  return [
    ...nobodyMoves(plan),
    ...eachNode(plan, ({ name, custody, replicas }, at, index) => [
      ...(custody.type === 'external' ? [external(name, `${at}.custody`, index)] : []),
      ...(custody.type === 'envelope' && replicas ? [replicated(name, `${at}.replicas`)] : []),
    ]),
  ];
}

function nobodyMoves(plan: Plan): Finding[] {
  if (plan.nodes.length === 0 || movingNodes(plan).length > 0) return [];
  return [
    {
      id: 'migration-nobody-moves',
      severity: 'error',
      path: 'task',
      message: 'No node takes part: give those that move envelope encryption.',
      why: 'Nodes without a KMS stay as they are. The runbook is about the others, and there are none.',
      source: concluded(encryptedMigrationSource),
      fix: {
        label: 'Let all nodes take part',
        apply: (before) => ({
          ...before,
          nodes: before.nodes.map((node) => withCustody(node, 'envelope', before)),
        }),
      },
    },
  ];
}

function external(name: string, path: string, index: number): Finding {
  return {
    id: 'migration-node-external',
    severity: 'error',
    path,
    message: `${name} is planned with its keys in a KMS: this way leaves them in the database.`,
    why: 'Started like this a node that runs finds none of its keys: it says that it is initialised, and cannot sign.',
    source: seen('crypto', 'CryptoApi.scala'),
    log: 'TOPOLOGY_NO_APPROPRIATE_SIGNING_KEY_IN_STORE',
    fix: {
      label: 'Plan it with envelope encryption',
      apply: (before) => changeNode(before, index, (node) => withCustody(node, 'envelope', before)),
    },
  };
}

function replicated(name: string, path: string): Finding {
  return {
    id: 'migration-replicas',
    severity: 'note',
    path,
    message: `Of the replicas of ${name} only the active one converts the keys: the others are stopped first.`,
    why: 'One that takes over in the middle finds keys stored in two ways, and its process ends. The runbook has a step for stopping them, and one for starting them again.',
    source: passiveWaitsSource,
  };
}

function clearFromThenOn(): Finding {
  return {
    id: 'migration-clear-from-then-on',
    severity: 'security',
    path: 'task.way',
    message: 'From then on the private keys lie in the database in the clear.',
    why: 'Whoever reads the database, or a backup of it, can copy them and sign in the name of the node. Encrypting later takes no copy back.',
    source: convertedAtStartSource,
  };
}
