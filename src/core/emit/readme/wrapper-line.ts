import { encryptedKeysSource } from '../../canton/operation-sources';
import { leftBehind } from '../../plan/left-behind';
import type { Node } from '../../plan/node';
import type { Rotate, WrapperRotation } from '../../plan/task';
import { hoconKey } from '../hocon/printer';
import { type Block, type Inline, paragraph, said, type Text } from '../markdown/printer';
import type { Placed } from '../scripts/scripts';
import { isShared, type Settings, usedBy } from '../settings';
import { inventoryCommand } from './console';
import { nodeNames } from './names';

/** More nodes than this are not listed one by one. */
const mostNodes = 60;

/** The line of the configuration that names the wrapper key: it must not go on naming one that is rotated away. */
export function wrapperLine(settings: Settings, task: Rotate, scripts: readonly Placed[]): readonly Block[] {
  const rotated = new Map(task.wrappers.map(({ node, to }, at) => [node, { to, path: `task.wrappers.${at}.to.id` }]));
  const changed = leftBehind(settings.plan);
  const affected = settings.plan.nodes.flatMap((node, index) => {
    const row = rotated.get(node.name);
    return row === undefined || node.custody.type !== 'envelope' ? [] : [{ node, index, ...row }];
  });
  if (affected.length === 0) return [];
  const known = affected.filter(({ index }) => changed.has(index));
  const unknown = affected.filter(({ index }) => !changed.has(index));
  return [
    paragraph(
      'Do this when the wrapper scripts have run, before the next start of these nodes and before they make another key. ',
      said(
        'With the old id left in the configuration a node starts without a word, encrypts new keys with the old wrapper key again, and does not start any more once the id is taken out.',
        encryptedKeysSource,
      ),
      ' Without the line it reads the id from its database, which is right from then on.',
    ),
    ...(known.length === 0 ? [] : shown(settings, known)),
    ...(unknown.length === 0 ? [] : asked(unknown)),
    paragraph(
      'Then restart the nodes, every replica of them, and run ',
      inventoryCommand(scripts),
      ': all keys of a node show the new id under ',
      { code: 'wrapperKeyId' },
      '. If some still show the old one, the line was there when they were made: paste this inventory into the wizard and rotate the wrapper key once more.',
    ),
  ];
}

type Affected = {
  readonly node: Node;
  readonly index: number;
  readonly to: WrapperRotation['to'];
  /** Where the plan has the new id, if it has one. */
  readonly path: string;
};

/** The plan has the configuration and names the old key in it: the files come out without the line. */
function shown(settings: Settings, nodes: readonly Affected[]): readonly Block[] {
  const rows = nodes.slice(0, mostNodes).flatMap(({ node, index }): readonly Text[][] => {
    if (node.custody.type !== 'envelope' || node.custody.wrapperKey.type !== 'given') return [];
    const old = { code: node.custody.wrapperKey.id, from: `nodes.${index}.custody.wrapperKey.id` };
    return [[[{ code: `${settings.stems[index]}-kms.conf` }], [keyPath(node, index)], [old], 'absent']];
  });
  const shared = nodes.some(({ node }) => {
    const used = usedBy(settings, node);
    return used !== undefined && isShared(used);
  });
  const put: readonly Inline[] =
    settings.plan.output.layout === 'one-file'
      ? [' By the plan all nodes have one file: take the line out there; the files here show how each node comes out.']
      : [' Put each in the place of the one that the node is started with.'];
  return [
    paragraph(
      'The configuration of ',
      ...nodeNames(nodes.map(({ node }) => node)),
      ' names the old wrapper key, and comes out without that line. Compare first: ',
      { code: 'diff' },
      ' must show no other difference but this line and the head. If it does, the plan does not know all of your file: keep yours, and take only this line out.',
      ...put,
      shared ? ' The shared file that they include comes along unchanged.' : '',
    ),
    { kind: 'table', head: ['File', 'Line', 'Was', 'Is'], rows: withRest(rows, nodes) },
  ];
}

/** An inventory doesn't show the configuration: it is for a person to look whether it names the old wrapper key. */
function asked(nodes: readonly Affected[]): readonly Block[] {
  const rows = nodes
    .slice(0, mostNodes)
    .map(({ node, index, to, path }): readonly Text[] => [
      [keyPath(node, index)],
      to.type === 'given' ? ['Take the line out, or write ', { code: to.id, from: path }, '.'] : 'Take the line out.',
    ]);
  return [
    paragraph(
      'Whether the configuration of ',
      ...nodeNames(nodes.map(({ node }) => node)),
      ' names a wrapper key, the plan does not know. Look in every file that is given to the node with ',
      { code: '-c' },
      ', and in those that they include, ',
      { code: 'grep -n wrapper-key-id FILE' },
      ', for the key in the table; it may be spread over nested sections. Where it is in none of them there is nothing to do.',
    ),
    { kind: 'table', head: ['If this is there', 'Then'], rows: withRest(rows, nodes) },
  ];
}

function withRest(rows: readonly (readonly Text[])[], nodes: readonly Affected[]): readonly (readonly Text[])[] {
  const [first] = rows;
  const more = nodes.length - rows.length;
  if (first === undefined || more === 0) return rows;
  return [...rows, [`and the same for ${more} more nodes`, ...first.slice(1).map(() => '')]];
}

/** The whole path of the setting, which is the same in all release lines. */
function keyPath({ kind, name }: Node, index: number): Inline {
  return {
    code: `canton.${kind}s.${hoconKey(name)}.crypto.private-key-store.encryption.wrapper-key-id`,
    from: `nodes.${index}.name`,
  };
}
