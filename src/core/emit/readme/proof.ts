import { keysMadeSource } from '../../canton/modes';
import { encryptedKeysSource } from '../../canton/operation-sources';
import type { Node } from '../../plan/node';
import { type Block, type Inline, list, paragraph, said } from '../markdown/printer';
import type { Placed } from '../scripts/scripts';
import { type Settings, usedBy } from '../settings';
import { remoteConsoleName } from '../targets/remote-console';
import { inventoryCommand } from './console';
import { givenKeysOf, groupsOf } from './groups';
import { nodeNames } from './names';

/** How to see on the nodes themselves where their keys are. */
export function proof(settings: Settings, scripts: readonly Placed[]): readonly Block[] {
  return [
    paragraph(
      inventoryCommand(scripts),
      ' against the running ',
      settings.plan.nodes.length === 1 ? 'node' : 'nodes',
      ' changes nothing and prints a line a key, with its id in the KMS and its wrapper key under ',
      { code: 'kmsKeyId' },
      ' and ',
      { code: 'wrapperKeyId' },
      '. ',
      { code: remoteConsoleName },
      ' says where the nodes are; ports that the plan does not know come from the variables it names. Keep what the script prints, outside of the nodes: after a restore it tells which keys there were.',
    ),
    list(expectations(settings)),
  ];
}

function expectations(settings: Settings): readonly (readonly Inline[])[] {
  const groups = groupsOf(settings).map((group): readonly Inline[] => {
    const names: readonly Inline[] = [...nodeNames(group.nodes), ': '];
    if (group.mode === 'external') {
      return [
        ...names,
        said(`${counts(group.nodes)}, each with an id under `, keysMadeSource),
        { code: 'kmsKeyId' },
        '. A line without one is a key that is not in the KMS.',
      ];
    }
    const given = givenKeysOf(group);
    const [only] = given;
    const id: readonly Inline[] =
      only === undefined || given.length > 1
        ? [group.creates ? 'the id of the wrapper key that Canton created' : 'the id of the wrapper key that was given']
        : [{ code: only }];
    return [
      ...names,
      said(`${counts(group.nodes)}, each with `, keysMadeSource),
      ...id,
      ' under ',
      { code: 'wrapperKeyId' },
      '. A line without one is a key in the clear.',
    ];
  });
  const plain = settings.plan.nodes.filter((node) => usedBy(settings, node) === undefined);
  const rest: readonly Inline[][] = plain.length === 0 ? [] : [[...nodeNames(plain), ': nothing under either.']];
  const envelope = groupsOf(settings).some(({ mode }) => mode === 'envelope');
  const caution: readonly Inline[][] = envelope
    ? [
        [
          { code: 'keys.secret.get_wrapper_key_id()' },
          said(
            ' proves nothing: it may repeat what is configured. What the keys themselves say is what counts.',
            encryptedKeysSource,
          ),
        ],
      ]
    : [];
  return [...groups, ...rest, ...caution];
}

/** A participant has an encryption key besides the three that every node has. */
function counts(nodes: readonly Node[]): string {
  const participants = nodes.filter(({ kind }) => kind === 'participant').length;
  const more = nodes.some(({ intermediate }) => intermediate.type === 'on') ? ', one more for an intermediate key' : '';
  if (participants === nodes.length) return (nodes.length === 1 ? 'four lines' : 'four lines a node') + more;
  if (participants === 0) return (nodes.length === 1 ? 'three lines' : 'three lines a node') + more;
  return `four lines for each participant, three for each of the others${more}`;
}
