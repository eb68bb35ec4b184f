import { type KeyUsage, keyUsages, type ObservedNode } from '../../../src/core/plan/task';
import { announced } from './scenarios';
import type { WorldNode } from './world';

/** A node of a world as the inventory script should see it. */
export function observed(node: WorldNode): ObservedNode {
  const mapped = announced(node).map(({ fingerprint }) => fingerprint);
  const { identity } = node;
  return {
    kind: node.kind,
    name: node.name,
    uid: identity === null ? '' : `${identity.identifier}::${identity.namespace}`,
    namespace: identity?.namespace ?? '',
    keys: node.keys.map((key) => ({
      fingerprint: key.fingerprint,
      purpose: key.purpose,
      usage: keyUsages.filter((usage: KeyUsage) => key.usage.includes(usage)),
      name: key.name,
      kmsKeyId: key.kmsKeyId ?? '',
      wrapperKeyId: key.wrapperKeyId ?? '',
      mapped: mapped.includes(key.fingerprint),
      root: key.fingerprint === identity?.namespace,
      spec: key.spec,
    })),
    lost: mapped.filter((fingerprint) => !node.keys.some((key) => key.fingerprint === fingerprint)),
  };
}
