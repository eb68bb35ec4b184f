import { code, documented, seen } from '../canton/sources';
import type { Plan } from '../plan/plan';
import type { Finding, Rule } from './finding';
import { usersOf } from './users';

/** Whether there is anything to protect, and whether what was described protects it. */
export const custodyRule: Rule = (plan) => {
  if (plan.nodes.length === 0) return [noNodes(plan)];
  if (plan.nodes.every(({ custody }) => custody.type === 'none')) return [noKms(plan)];
  return plan.kms.flatMap((kms, index) => (usersOf(plan, kms).length === 0 ? [unused(plan, kms.id, index)] : []));
};

function noNodes(plan: Plan): Finding {
  return {
    id: 'no-nodes',
    severity: 'error',
    path: 'nodes',
    message: 'Add a node.',
    why: 'Canton refuses a configuration without one.',
    source: code('appConfig', 'CantonConfig.scala', plan.release),
    log: 'At least one node must be defined in the configuration',
  };
}

function noKms(plan: Plan): Finding {
  return {
    id: 'no-kms-in-use',
    severity: 'warning',
    path: 'nodes',
    message: 'No node uses a KMS: all private keys stand in the clear in the databases.',
    why: 'Whoever can read a database, or a backup of it, can sign in the name of the node. A KMS protects nothing that does not use it.',
    source: documented('howtos/secure/kms/kms.rst', 'Key management service (KMS) configuration', plan.release),
  };
}

function unused(plan: Plan, id: string, index: number): Finding {
  return {
    id: 'kms-unused',
    severity: 'note',
    path: `kms.${index}`,
    message: 'No node uses this KMS, so it reaches no file.',
    why: 'Give it to a node, or remove it. In a file of its own it would do nothing either: Canton contacts only a KMS that a node uses.',
    source: seen('crypto', 'CryptoApi.scala'),
    ...(plan.kms.length > 1
      ? {
          fix: {
            label: 'Remove this KMS',
            apply: (before: Plan) => ({ ...before, kms: before.kms.filter((kms) => kms.id !== id) }),
          },
        }
      : {}),
  };
}
