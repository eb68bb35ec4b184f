import { externalRotationSource, keyRotationSource, registeringSource } from '../canton/key-care';
import { concluded } from '../canton/sources';
import type { Rotate } from '../plan/task';
import type { Finding, Rule } from './finding';
import { type Context, contextOf } from './rotation-context';
import { deletionFindings } from './rotation-deletions';
import { inventoryFindings } from './rotation-inventory';
import { keyFindings } from './rotation-keys';
import { wrapperFindings } from './rotation-wrappers';

/** Keys that are to be replaced on nodes that run. */
export const rotationRule: Rule = (plan) => {
  const { task } = plan;
  if (task.type !== 'rotate') return [];
  const context = contextOf(plan, task);
  return [
    ...nothingToDo(task),
    ...inventoryFindings(context, task),
    ...wrapperFindings(context, task),
    ...keyFindings(context, task),
    ...deletionFindings(context, task),
    ...(task.restore ? restoring(context) : []),
  ];
};

function nothingToDo({ inventory, wrappers, keys, deletions, restore }: Rotate): Finding[] {
  if (inventory.length === 0) {
    return [
      {
        id: 'inventory-missing',
        severity: 'note',
        path: 'task.inventory',
        message: 'Run the inventory script on the nodes, and paste here what it prints.',
        why: 'It changes nothing, and shows which keys there are. Without it nothing can be chosen or checked.',
        source: concluded(keyRotationSource),
      },
    ];
  }
  if (wrappers.length + keys.length + deletions.length > 0 || restore) return [];
  return [
    {
      id: 'nothing-rotated',
      severity: 'note',
      path: 'task',
      message: 'Nothing is to be rotated yet: choose a wrapper key or a key of a node.',
      why: 'What comes out now only looks at the nodes.',
      source: concluded(keyRotationSource),
    },
  ];
}

/** After a restore only keys in a KMS have to be made known again: others come back with the database. */
function restoring({ seen }: Context): Finding[] {
  const nodes = [...seen.values()];
  if (nodes.length === 0 || nodes.some(({ custody }) => custody === 'external')) {
    return [
      {
        id: 'restore-needs-this-inventory',
        severity: 'note',
        path: 'task.restore',
        message: 'Keep the inventory outside the nodes, and take a new one after each rotation.',
        why: 'A backup knows no key that is younger than itself, and the scripts register exactly those that this inventory shows: also keys that are retired since, which the node needs for what it replays. A key that is on no list is lost to the node.',
        source: registeringSource,
      },
    ];
  }
  return [
    {
      id: 'restore-without-kms-keys',
      severity: 'note',
      path: 'task.restore',
      message: 'No node here has its keys in a KMS: there is nothing to register after a restore.',
      why: 'Stored keys come back with the database that holds them; a key that is younger than the backup is lost. The second script, which aligns the list of announced keys, still has its use.',
      source: concluded(externalRotationSource),
    },
  ];
}
