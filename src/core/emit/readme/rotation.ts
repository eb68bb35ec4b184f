import { encryptedKeysSource, wrappedRowsSource } from '../../canton/operation-sources';
import { leftBehind } from '../../plan/left-behind';
import type { Rotate } from '../../plan/task';
import { type Block, type Inline, list, paragraph, said, steps, type Text } from '../markdown/printer';
import type { Placed } from '../scripts/scripts';
import type { Settings } from '../settings';
import { nodeNames } from './names';
import { remoteCommand } from './run';

/** What a rotation relies on, before its first script. */
export function beforeRotation(task: Rotate, scripts: readonly Placed[]): readonly Block[] {
  const inventory = scripts.find(({ when }) => when === 'any-time')?.file.outline.path ?? '';
  const made =
    task.keys.some(({ to }) => to.type === 'generated') || task.wrappers.some(({ to }) => to.type === 'generated');
  const items: readonly Text[] = [
    ['Back up the databases of the nodes.'],
    [
      'See that nothing has changed since this was written: ',
      { code: remoteCommand(inventory) },
      ' prints every key. The scripts check what they rely on, too.',
    ],
    [
      'The nodes run, and are connected to the synchronizers that know their keys. Of replicas, the active one is meant.',
    ],
    ...(made ? [['Where new keys are made in a KMS, the nodes have the right to create them.'] as const] : []),
    ...(task.keys.length > 0
      ? [
          [
            "The key that signs for a node's namespace is usable: the root key, or the intermediate one. It signs the change.",
          ] as const,
        ]
      : []),
  ];
  return [steps(items)];
}

/** Which configuration has to change with it. */
export function changedBy(settings: Settings): readonly Block[] {
  const changed = leftBehind(settings.plan);
  if (changed.size === 0) return unseen(settings);
  const nodes = settings.plan.nodes.filter((_, index) => changed.has(index));
  const rows = [...changed].slice(0, 40).flatMap((index): readonly Text[][] => {
    const custody = settings.plan.nodes[index]?.custody;
    if (custody?.type !== 'envelope' || custody.wrapperKey.type !== 'given') return [];
    const old = { code: custody.wrapperKey.id, from: `nodes.${index}.custody.wrapperKey.id` };
    return [[[{ code: `${settings.stems[index]}-kms.conf` }], [{ code: 'wrapper-key-id' }, ' ', old], ['(absent)']]];
  });
  return [
    paragraph(
      'The configuration of ',
      ...nodeNames(nodes),
      ' names the old wrapper key. ',
      said(
        'Left there, the node starts without a word, encrypts new keys with the old wrapper key again, and does not start any more once the id is taken out.',
        encryptedKeysSource,
      ),
      ' When the scripts have run, put the new files in the place of the old ones and restart the nodes. They name no wrapper key: a node reads it from its database.',
    ),
    { kind: 'table', head: ['File', 'Was', 'Is'], rows },
  ];
}

/** An inventory doesn't show the configuration, so it is for a person to look whether it names the old wrapper key. */
function unseen({ plan }: Settings): readonly Block[] {
  if (plan.task.type !== 'rotate' || plan.task.wrappers.length === 0) return [];
  return [
    paragraph(
      'Look whether the configuration of these nodes names a ',
      { code: 'wrapper-key-id' },
      '. If so, take the line out before their next start, or before they make another key. ',
      said(
        'With the old id left there, new keys are encrypted with the old wrapper key again, and a start without the id fails then.',
        encryptedKeysSource,
      ),
    ),
  ];
}

/** What is left to do when the scripts have run. */
export function afterRotation(task: Rotate, scripts: readonly Placed[]): readonly Block[] {
  const inventory = scripts.find(({ when }) => when === 'any-time')?.file.outline.path ?? '';
  const items: readonly (readonly Inline[])[] = [
    ['Back up the databases again.'],
    [
      'Run ',
      { code: remoteCommand(inventory) },
      ' and keep what it prints with the backup, outside of the nodes: after a restore it tells which keys have to be made known again, the retired ones too.',
    ],
    ...(task.wrappers.length > 0
      ? [
          [
            said(
              'Keep the old wrapper key as long as a backup from before may be needed: without it that backup is worth nothing.',
              wrappedRowsSource,
            ),
          ],
        ]
      : []),
    ...(task.keys.length > 0
      ? [
          [
            'Keep the old keys usable until the nodes are pruned past the rotation: messages from before may still have to be decrypted or signed for.',
          ],
        ]
      : []),
  ];
  return [list(items)];
}
