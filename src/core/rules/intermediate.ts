import { namespaceKeySource, registeringSource } from '../canton/key-care';
import { editIntermediate } from '../plan/edit-keys';
import { setsUpNodes } from '../plan/migration';
import { changeNode } from './change';
import { eachNode } from './each';
import type { Finding, Rule } from './finding';
import { registersOnlyWithKms } from './own-keys';

/** Keys that sign for the namespace in the place of its root key. */
export const intermediateRule: Rule = (plan) => {
  if (!setsUpNodes(plan.task)) return [];
  let told = false;
  return eachNode(plan, ({ custody, intermediate }, at, index) => {
    if (intermediate.type === 'off') return [];
    const first = !told;
    told = true;
    const path = `${at}.intermediate`;
    return [
      ...(intermediate.keyId !== '' && custody.type !== 'external' ? [withoutKms(`${path}.keyId`, index)] : []),
      ...(intermediate.restriction === 'all-mappings' ? [passesOn(`${path}.restriction`, index)] : []),
      ...(first ? [isolation(path)] : []),
    ];
  });
};

function withoutKms(path: string, index: number): Finding {
  return {
    ...registersOnlyWithKms,
    id: 'intermediate-without-kms',
    severity: 'error',
    path,
    message: 'This node keeps its keys itself: it cannot use a key of a KMS.',
    why: 'Only a node whose keys live in the KMS can register one there. The script stops, and no delegation is made. Let the node generate the key.',
    fix: {
      label: 'Let the node generate it',
      apply: (plan) => changeNode(plan, index, (node) => editIntermediate(node, { keyId: '' })),
    },
  };
}

function passesOn(path: string, index: number): Finding {
  return {
    id: 'intermediate-may-delegate',
    severity: 'warning',
    path,
    message: 'This key may make further keys sign for the namespace.',
    why: 'Whoever gets hold of it can give the right on to a key of their own, which stays when this one is revoked. Without that right the root key is needed for each delegation, and only then.',
    source: namespaceKeySource,
    fix: {
      label: 'Keep that right with the root key',
      apply: (plan) =>
        changeNode(plan, index, (node) => editIntermediate(node, { restriction: 'all-but-namespace-delegations' })),
    },
  };
}

function isolation(path: string): Finding {
  return {
    id: 'root-key-isolation',
    severity: 'note',
    path,
    message:
      'Once delegated, disable the root key in the KMS, or deny its use; never delete it, and disable nothing else.',
    why: 'Without the root key the node runs on, rotates its keys and enables parties; only a new delegation or a revocation fails. Without the intermediate key, too, it runs, and every change of its topology fails. Without any other of its keys it stops working.',
    source: registeringSource,
  };
}
