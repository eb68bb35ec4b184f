import { keysMadeSource } from '../../canton/modes';
import { needsBackticks } from '../../canton/node-names';
import { encryptedKeysSource } from '../../canton/operation-sources';
import type { Node } from '../../plan/node';
import { type Block, codeBlock, type Inline, list, paragraph, said } from '../markdown/printer';
import { type Settings, usedBy } from '../settings';
import { givenWrapperKeys, groupsOf } from './groups';
import { nodeNames } from './names';

/** How to see on the nodes themselves where their keys are. */
export function proof(settings: Settings): readonly Block[] {
  return [
    paragraph(
      'In the Canton console, or with ',
      { code: 'canton run --no-tty check-keys.sc -c remote.conf' },
      ' against the running ',
      settings.plan.nodes.length === 1 ? 'node' : 'nodes',
      '. It changes nothing and prints a line a key: node, purpose, name, id in the KMS, wrapper key.',
    ),
    codeBlock('scala', script(settings)),
    list(expectations(settings)),
  ];
}

function script(settings: Settings): readonly string[] {
  const [first, ...others] = settings.plan.nodes;
  const name = first?.name ?? '';
  const nodes =
    first !== undefined && others.length === 0 ? `Seq(${needsBackticks(name) ? `\`${name}\`` : name})` : 'nodes.all';
  return [
    `${nodes}.foreach { node =>`,
    '  node.keys.secret.list().foreach { key =>',
    '    println(Seq(node.name, key.purpose.name, key.name.map(_.unwrap).getOrElse(""),',
    '      key.kmsKeyId.map(_.unwrap).getOrElse("-"), key.wrapperKeyId.map(_.unwrap).getOrElse("-")).mkString("\\t"))',
    '  }',
    '}',
  ];
}

function expectations(settings: Settings): readonly (readonly Inline[])[] {
  const groups = groupsOf(settings).map((group): readonly Inline[] => {
    const names: readonly Inline[] = [...nodeNames(group.nodes), ': '];
    if (group.mode === 'external') {
      return [
        ...names,
        said(`${counts(group.nodes)}, each with an id in the fourth column. A `, keysMadeSource),
        { code: '-' },
        ' there is a key that is not in the KMS.',
      ];
    }
    const given = givenWrapperKeys(group);
    const [only] = given;
    const id: readonly Inline[] =
      only === undefined || given.length > 1
        ? [
            group.creates
              ? 'the id of the wrapper key that Canton created'
              : 'the id of the wrapper key that was given',
            ' in the fifth column',
          ]
        : [{ code: only }, ' in the fifth column'];
    return [
      ...names,
      said(`${counts(group.nodes)}, each with `, keysMadeSource),
      ...id,
      '. A ',
      { code: '-' },
      ' there is a key in the clear.',
    ];
  });
  const plain = settings.plan.nodes.filter((node) => usedBy(settings, node) === undefined);
  const rest: readonly Inline[][] =
    plain.length === 0 ? [] : [[...nodeNames(plain), ': ', { code: '-' }, ' in both columns.']];
  const envelope = groupsOf(settings).some(({ mode }) => mode === 'envelope');
  const caution: readonly Inline[][] = envelope
    ? [
        [
          { code: 'keys.secret.get_wrapper_key_id()' },
          said(
            ' proves nothing: it may repeat what is configured. The column above is what counts.',
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
  if (participants === nodes.length) return nodes.length === 1 ? 'four lines' : 'four lines a node';
  if (participants === 0) return nodes.length === 1 ? 'three lines' : 'three lines a node';
  return 'four lines for each participant, three for each of the others';
}
