import { firstKeysSource } from '../canton/key-care';
import { kmsOf, type Plan } from '../plan/plan';
import type { Migrate } from '../plan/task';
import type { Finding } from './finding';
import { identitiesOf } from './key-identity';
import { type Pair, pairsOf } from './migration-pairs';
import { type NodeKey, nodeKeys, roleNames } from './node-keys';
import { isGivenKeys } from './scripts';

/** Parties that move to a node with an identity of its own: none of its keys may be one of the old node. */
export function transferFindings(plan: Plan, task: Migrate): readonly Finding[] {
  if (task.way.type !== 'transfer') return [];
  return pairsOf(plan, task).flatMap((pair) => {
    const { next } = pair;
    if (next === undefined) return [];
    const old = oldKeys(plan, pair);
    if (old.size === 0) return [];
    return nodeKeys(plan, next.node, next.index).flatMap((key) =>
      key.identities.some((identity) => old.has(identity)) ? [ofOldNode(key, pair.from)] : [],
    );
  });
}

/** The keys that the inventory shows of the old node in its KMS. Where the plan gives them to it, that is compared anyway. */
function oldKeys(plan: Plan, { old, seen }: Pair): ReadonlySet<string> {
  const kms = old === undefined || isGivenKeys(old.node) ? undefined : kmsOf(plan, old.node);
  if (kms === undefined || seen === undefined) return new Set();
  return new Set(seen.observed.keys.flatMap(({ kmsKeyId }) => (kmsKeyId === '' ? [] : identitiesOf(kms, kmsKeyId))));
}

function ofOldNode({ path, role }: NodeKey, name: string): Finding {
  return {
    id: 'migration-key-of-old-node',
    severity: 'error',
    path,
    message: `${name} has this key already: the new node needs a ${roleNames[role]} key of its own.`,
    why:
      role === 'namespace'
        ? 'The root key is the namespace. With that of the old node the new one is no new identity: under the same identifier both are one participant, and both are believed; under another each can still speak for the parties of the other.'
        : 'Each of the two nodes could sign, or decrypt, in the name of the other, and neither could be shut out alone.',
    source: firstKeysSource,
  };
}
