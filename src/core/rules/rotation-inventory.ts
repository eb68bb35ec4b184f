import { announcedKeysSeen, keyCommandsSource, wrapperKeysSource } from '../canton/key-care';
import { otherProviderSource } from '../canton/operation-sources';
import { concluded } from '../canton/sources';
import { type CustodyType, withCustody } from '../plan/edit';
import type { Rotate } from '../plan/task';
import { changeNode } from './change';
import type { Finding } from './finding';
import type { Context, Seen } from './rotation-context';
import { changeRotate } from './rotation-rows';

/** What the inventory shows by itself, and beside what the plan says of the same nodes. */
export function inventoryFindings(context: Context, task: Rotate): readonly Finding[] {
  const rotated = new Set(task.wrappers.map(({ node }) => node));
  const twice = task.inventory.flatMap(({ name }, row) =>
    context.seen.get(name)?.row === row ? [] : [nodeTwice(name, row)],
  );
  const found: Finding[] = [...twice];
  for (const seen of context.seen.values()) {
    const wrapperRotated = rotated.has(seen.observed.name);
    if (seen.observed.lost.length > 0 && !task.restore) found.push(keysLost(seen));
    if (seen.wrappers.size > 1 && !wrapperRotated) found.push(mixedWrappers(seen));
    if (seen.wrappers.size > 0 && seen.observed.keys.some(isInClear)) found.push(inClear(seen));
    found.push(...againstPlan(seen, wrapperRotated));
  }
  return found;
}

function isInClear(key: { readonly kmsKeyId: string; readonly wrapperKeyId: string }): boolean {
  return key.kmsKeyId === '' && key.wrapperKeyId === '';
}

function nodeTwice(name: string, row: number): Finding {
  return {
    id: 'inventory-node-twice',
    severity: 'warning',
    path: `task.inventory.${row}`,
    message: `The inventory shows ${name} twice: the first one counts.`,
    why: 'Two runs of the inventory, or two nodes of one name. What was true at the first may not be any more.',
    source: concluded(keyCommandsSource),
    fix: {
      label: 'Take the second one out',
      apply: (plan) =>
        changeRotate(plan, (task) => ({ ...task, inventory: task.inventory.filter((_node, at) => at !== row) })),
    },
  };
}

function keysLost({ observed: { name, lost }, row }: Seen): Finding {
  return {
    id: 'keys-lost',
    severity: 'warning',
    path: `task.inventory.${row}`,
    message: `${name} has announced ${lost.length === 1 ? 'a key that it does' : `${lost.length} keys that it does`} not hold.`,
    why: 'So it looks after a restore from an older backup. Connected like this the node fails to sign, and may end; what it changes about its keys says that it succeeded and is lost. Register the keys again before it connects, and align its list of keys before anything is rotated.',
    source: announcedKeysSeen,
    log: 'MissingKeysAlerter: ... this key is not present in the private crypto store',
    fix: {
      label: 'Make the scripts for after a restore',
      apply: (plan) => changeRotate(plan, (task) => ({ ...task, restore: true })),
    },
  };
}

function mixedWrappers({ observed: { name }, wrappers, row }: Seen): Finding {
  return {
    id: 'wrapper-keys-mixed',
    severity: 'warning',
    path: `task.inventory.${row}`,
    message: `The keys of ${name} are encrypted with ${wrappers.size} wrapper keys.`,
    why: 'A start without wrapper-key-id in the configuration fails, and so does a fail-over. It comes from an id that was changed in the configuration, or left there after a rotation. Rotating the wrapper key encrypts all keys anew with one.',
    source: wrapperKeysSource,
    log: 'FailedToGetWrapperKeyId(Found more than one distinct wrapper_key_id)',
  };
}

function inClear({ observed: { name }, row }: Seen): Finding {
  return {
    id: 'keys-in-clear-beside-encrypted',
    severity: 'security',
    path: `task.inventory.${row}`,
    message: `Some keys of ${name} stand in the clear beside encrypted ones.`,
    why: 'Whoever reads the database, or a backup, has them. Canton encrypts all keys of a node at its start, or none: look for what wrote to this database without the encryption. The scripts do not touch a node in this state.',
    source: concluded(wrapperKeysSource),
  };
}

function againstPlan(seen: Seen, wrapperRotated: boolean): readonly Finding[] {
  if (seen.planned === undefined) return [];
  const { node, index } = seen.planned;
  const { observed, custody } = seen;
  const at = `nodes.${index}`;
  const found: Finding[] = [];
  if (node.kind !== observed.kind) {
    found.push({
      id: 'kind-differs-from-inventory',
      severity: 'error',
      path: `${at}.kind`,
      message: `${node.name} is a ${observed.kind}, not a ${node.kind}.`,
      why: "Its files would stand in another kind's section, and its scripts would ask for what it does not have.",
      source: concluded(keyCommandsSource),
      fix: {
        label: `Make it a ${observed.kind}`,
        apply: (before) => changeNode(before, index, (old) => ({ ...old, kind: observed.kind })),
      },
    });
  }
  if (custody !== undefined && custody !== node.custody.type)
    found.push(otherMode(seen, custody, node.custody.type, index));
  else found.push(...configuredWrapper(seen, wrapperRotated));
  return found;
}

const modes: Record<CustodyType, string> = {
  external: 'in the KMS',
  envelope: 'in its database, encrypted with a wrapper key',
  none: 'in its database, in the clear',
};

function otherMode({ observed }: Seen, custody: CustodyType, planned: CustodyType, index: number): Finding {
  return {
    id: 'mode-differs-from-inventory',
    severity: 'error',
    path: `nodes.${index}.custody`,
    message: `${observed.name} has its keys ${modes[custody]}, not ${modes[planned]}.`,
    why: 'A rotation changes keys, never where they live. Started with a configuration of another mode the node finds none of its keys, or cannot read them.',
    source: otherProviderSource,
    log: 'TOPOLOGY_NO_APPROPRIATE_SIGNING_KEY_IN_STORE',
    fix: {
      label: `Say that they are ${modes[custody]}`,
      apply: (before) => changeNode(before, index, (node) => withCustody(node, custody, before)),
    },
  };
}

/** An id that stands in the configuration, against those that the keys show. */
function configuredWrapper({ planned, wrappers, observed }: Seen, rotated: boolean): Finding[] {
  const custody = planned?.node.custody;
  if (custody?.type !== 'envelope' || custody.wrapperKey.type !== 'given' || planned === undefined) return [];
  const { id } = custody.wrapperKey;
  const path = `nodes.${planned.index}.custody.wrapperKey.id`;
  if (id === '' || wrappers.size === 0) return [];
  if (rotated) {
    return [
      {
        id: 'wrapper-key-comes-out-changed',
        severity: 'note',
        path,
        message: 'The file of this node comes out with another wrapper key: put it in place after the rotation.',
        why: 'Left as it is, the old id makes new keys be encrypted with the old wrapper key again. Two ids stand in the database then, and a later start or a fail-over ends the process.',
        source: wrapperKeysSource,
        log: 'FailedToGetWrapperKeyId(Found more than one distinct wrapper_key_id)',
      },
    ];
  }
  if (wrappers.has(id)) return [];
  return [
    {
      id: 'configured-wrapper-differs',
      severity: 'warning',
      path,
      message: `The keys of ${observed.name} are encrypted with another wrapper key than this one.`,
      why: 'The node starts all the same and names the configured key when it is asked; its next new key is encrypted with it, beside the others. Rotate the wrapper key with the command, never in the configuration.',
      source: wrapperKeysSource,
    },
  ];
}
