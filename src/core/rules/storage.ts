import { holdsFor } from '../canton/releases';
import { code, concluded, documented, seen } from '../canton/sources';
import { validationSource } from '../canton/validation-source';
import type { Node } from '../plan/node';
import type { Path, Plan } from '../plan/plan';
import { changeNode } from './change';
import { eachNode } from './each';
import type { Finding, Fix, Rule } from './finding';

/** What a node stores its data in, against what its keys need. */
export const storageRule: Rule = (plan) =>
  eachNode(plan, (node, at, index) => {
    if (node.storage === 'postgres') return [];
    const fix: Fix = {
      label: 'Store its data in PostgreSQL',
      apply: (before) => changeNode(before, index, (old) => ({ ...old, storage: 'postgres' })),
    };
    const found = forgetting(plan, node, at) ?? unfit(plan, node, at);
    return found === undefined ? [] : [{ ...found, fix }];
  });

/** Memory loses what a node with a KMS must keep. */
function forgetting(plan: Plan, node: Node, at: Path): Finding | undefined {
  if (node.storage !== 'memory') return undefined;
  const path = `${at}.storage`;
  if (node.custody.type === 'external') {
    return {
      id: 'external-keys-in-memory',
      severity: 'warning',
      path,
      message: 'The node forgets at each restart which KMS keys are its own.',
      why: `The keys stay in the KMS, but the list that ties them to the node is kept in memory. ${
        node.custody.keys.type === 'given'
          ? 'After a restart the node waits for its identity again, and what it knew of its synchronizers is gone.'
          : 'After a restart the node makes new ones and is another node to everybody.'
      } Fine for a test, lost for anything else.`,
      source: concluded(code('crypto', 'store/KmsMetadataStore.scala', plan.release)),
    };
  }
  if (node.custody.type !== 'envelope') return undefined;
  const why = 'There are no rows in a database that could be encrypted.';
  return holdsFor({ since: '3.5' }, plan.release)
    ? {
        id: 'envelope-without-database',
        severity: 'error',
        path,
        message: 'Envelope encryption needs a database; this node keeps its data in memory.',
        why: `${why} The node does not start, and the whole process ends with status 117.`,
        source: seen('crypto', 'store/CryptoPrivateStore.scala'),
        log: 'encryption is only supported for database-backed stores',
      }
    : {
        id: 'envelope-without-database',
        severity: 'security',
        path,
        message: 'The private keys of this node are not encrypted, since it keeps its data in memory.',
        why: `${why} Canton ${plan.release} starts all the same, leaves the keys in the clear and says nothing.`,
        source: code('crypto', 'store/CryptoPrivateStoreFactory.scala', '3.4'),
      };
}

function unfit(plan: Plan, node: Node, at: Path): Finding | undefined {
  if (node.replicas) {
    return {
      id: 'replicas-without-postgres',
      severity: 'warning',
      path: `${at}.storage`,
      message: 'Replicas of a node share one database, and that must be PostgreSQL.',
      why: 'They agree through locks in the database on which of them is active. Canton refuses replicas without such a database, or each would run for itself.',
      source: validationSource(plan.release),
    };
  }
  if (node.storage !== 'h2') return undefined;
  return {
    id: 'h2-storage',
    severity: 'warning',
    path: `${at}.storage`,
    message: 'H2 is for tests: only PostgreSQL is supported in production.',
    why: 'Nothing promises that its data survives an upgrade, and with the database goes what no KMS gives back: the encrypted keys, or the list of the external ones.',
    source: documented('howtos/configure/storage/storage.rst', 'Configure storage', plan.release),
  };
}
