import { convertedAtStartSource, encryptedMigrationSource, passiveWaitsSource } from '../canton/migration';
import { concluded, documented, seen } from '../canton/sources';
import { withCustody } from '../plan/edit';
import { withFacts } from '../plan/edit-migration';
import { movingNodes } from '../plan/migration';
import type { Plan } from '../plan/plan';
import type { KeyPlace, Migrate } from '../plan/task';
import { changeNode } from './change';
import { eachNode } from './each';
import type { Finding, Rule } from './finding';
import { seenFindings } from './migration-inventory';

/** Nodes that run and are to keep their keys elsewhere: whether the way leads there, and whether they can take it. */
export const migrationRule: Rule = (plan) => {
  const { task } = plan;
  if (task.type !== 'migrate') return [];
  return [
    ...leadsThere(task),
    ...nobodyMoves(plan),
    ...eachNode(plan, ({ name, custody, replicas }, at, index) => [
      ...(custody.type === 'external' && task.way.type !== 'export' ? [external(name, `${at}.custody`, index)] : []),
      ...(custody.type === 'envelope' && replicas ? [replicated(name, `${at}.replicas`)] : []),
    ]),
    ...(task.way.type === 'revert' ? [clearFromThenOn()] : []),
    ...seenFindings(plan, task),
  ];
};

const ends: Readonly<Partial<Record<Migrate['way']['type'], { today: KeyPlace; wanted: KeyPlace }>>> = {
  encrypt: { today: 'plain', wanted: 'envelope' },
  revert: { today: 'envelope', wanted: 'plain' },
};

const places: Record<KeyPlace, string> = {
  plain: 'in the database, in the clear',
  envelope: 'in the database, encrypted',
  external: 'in a KMS only',
};

/** Both answers have to be the ends of the chosen way; where no way of ours leads there, the documentation does. */
function leadsThere({ facts, way }: Migrate): Finding[] {
  const { today, wanted } = ends[way.type] ?? { today: 'plain', wanted: 'external' };
  if (facts.today === today && facts.wanted === wanted && way.type !== 'export') return [];
  if (facts.today === facts.wanted) {
    return [
      {
        id: 'migration-stays',
        severity: 'error',
        path: 'task.facts.wanted',
        message: 'The keys are there already: choose another place.',
        why: 'A migration changes where keys live. Other keys in the same place are a rotation, which is a task of its own on the start page.',
        source: encryptedMigrationSource,
      },
    ];
  }
  if (facts.wanted === 'external') return [toKms()];
  if (facts.today === 'external') return [fromKms()];
  return [
    {
      id: 'migration-way-leads-elsewhere',
      severity: 'error',
      path: 'task.way',
      message: `This way leads from keys ${places[today]} to keys ${places[wanted]}.`,
      why: 'The answers above say otherwise. What comes out would do the opposite of what is wanted, or stop at its first check.',
      source: encryptedMigrationSource,
      fix: {
        label: 'Take the other way',
        apply: (plan) => withFacts(plan, { today: facts.today, wanted: facts.wanted }),
      },
    },
  ];
}

function toKms(): Finding {
  return {
    id: 'migration-to-kms',
    severity: 'error',
    path: 'task.facts.wanted',
    message: 'There is no runbook here yet for the way into a KMS.',
    why: "A node can't be switched: it would find none of its keys. The documentation describes two ways, each with a new node: its key material is exported and imported into the KMS, which keeps the identity where the KMS can hold the root key; or its contracts and parties move to a node with new keys. To set up that new node, begin with the task for a new node.",
    source: documented(
      'howtos/secure/kms/migration/external_key_storage_migration_export_keys.rst',
      'Migrate to external keys by exporting keys',
    ),
  };
}

function fromKms(): Finding {
  return {
    id: 'migration-from-kms',
    severity: 'error',
    path: 'task.facts.today',
    message: 'Keys that live in a KMS cannot be taken out of it.',
    why: 'A KMS never returns a private key. Only key material that was kept outside when it was imported can be used again; without it the way is a new node with new keys, to which contracts and parties are moved.',
    source: documented(
      'howtos/secure/kms/migration/external_key_storage_migration_transfer_assets.rst',
      'Migrate to external keys by moving assets',
    ),
  };
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
