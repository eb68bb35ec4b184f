import { announcedKeysSeen, namespaceKeySource } from '../../canton/key-care';
import { wrappedRowsSource } from '../../canton/operation-sources';
import type { Rotate } from '../../plan/task';
import { type Block, list, said, steps, type Text } from '../markdown/printer';
import type { Placed } from '../scripts/scripts';
import type { Settings } from '../settings';
import { aConsole, inventoryCommand } from './console';

/** What a rotation relies on, before its first script. */
export function beforeRotation(
  settings: Settings,
  task: Rotate,
  { scripts, keys, rights }: { readonly scripts: readonly Placed[]; readonly keys: boolean; readonly rights: boolean },
): readonly Block[] {
  const items: readonly Text[] = [
    ...(keys ? [['Make the keys of the table above, and see that each is enabled.'] as const] : []),
    ...(rights ? [['Grant the permissions above.'] as const] : []),
    aConsole(settings),
    [
      'See that nothing has changed since this was written: ',
      inventoryCommand(scripts),
      ' prints every key, and must end with exit status 0. If it differs from the inventory in the plan, paste it into the wizard and download anew. The scripts check what they rely on, too.',
    ],
    [
      'The nodes run, and are connected to the synchronizers that know their keys. Of replicas, the active one is meant.',
    ],
    ...connections(settings),
    ...(task.keys.length > 0
      ? [
          [
            "The key that signs for a node's namespace is usable: the root key, or the intermediate one. It signs the change. ",
            said('The root key itself is never rotated: it is the identity of its node.', namespaceKeySource),
          ] as const,
        ]
      : []),
    ['Back up the databases of the nodes, last of all.'],
  ];
  return [steps(items)];
}

/** What a node tells of its connections, and what it does not. */
function connections({ plan }: Settings): readonly Text[] {
  const participants = plan.nodes.some(({ kind }) => kind === 'participant');
  const others = plan.nodes.some(({ kind }) => kind !== 'participant');
  return [
    ...(participants
      ? [
          [
            'A participant that knows a synchronizer to which it is not connected stops its scripts, which name it. Connect it; or, if it was left for good, write its name into ',
            { code: 'left' },
            ' at the top of the script.',
          ] as const,
        ]
      : []),
    ...(others
      ? [
          [
            'A sequencer or mediator does not tell whether it reaches its synchronizer: look at ',
            { code: 'health.status' },
            ' first. If it does not, its scripts stop when their limit has run out.',
          ] as const,
        ]
      : []),
  ];
}

/** What is left to do when the scripts have run. */
export function afterRotation(task: Rotate, scripts: readonly Placed[]): readonly Block[] {
  if (!scripts.some(({ when, after }) => when === 'in-turn' && after !== 'pruning')) return [];
  const retired = scripts.some(({ after }) => after === 'pruning');
  const items: readonly Text[] = [
    [
      'Run ',
      inventoryCommand(scripts),
      ...(task.keys.length > 0
        ? ([
            ': the new keys have ',
            { code: 'true' },
            ' under ',
            { code: 'mapped' },
            ', the replaced ones ',
            { code: 'false' },
          ] as const)
        : []),
      '. Keep what it prints with the backups, outside of the nodes: after a restore it tells which keys have to be made known again, the retired ones too.',
    ],
    ['Back up the databases again.'],
    ...(task.wrappers.length > 0
      ? [
          [
            said(
              'Keep the old wrapper key as long as a backup from before may be needed: without it that backup is worth nothing.',
              wrappedRowsSource,
            ),
          ] as const,
        ]
      : []),
    ...(task.keys.length > 0
      ? [
          [
            'Keep the old keys usable until the nodes are pruned past the rotation: messages from before may still have to be decrypted or signed for. ',
            said(
              'If the new keys turn out to be no good, the old ones can still be announced again: where they are in a KMS, by a rotation to their ids, under their old names.',
              announcedKeysSeen,
            ),
          ] as const,
        ]
      : []),
    ...(retired ? [['The deletion below is for another day.'] as const] : []),
  ];
  return [list(items)];
}
