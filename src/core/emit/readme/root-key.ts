import { isolatingBy, isolatingSource, isolationSource, isolations } from '../../canton/delegations';
import { type Block, type Inline, paragraph, said } from '../markdown/printer';
import type { Settings } from '../settings';
import { nodeNames } from './names';

/** How the root key is put away once an intermediate key signs in its place, and what stops when more is. */
export function rootKey(settings: Settings): readonly Block[] {
  const nodes = settings.plan.nodes.filter(({ intermediate }) => intermediate.type === 'on');
  if (nodes.length === 0) return [];
  const external = settings.used.filter(({ nodes: users }) =>
    users.some((index) => {
      const node = settings.plan.nodes[index];
      return node?.intermediate.type === 'on' && node.custody.type === 'external';
    }),
  );
  const types = [...new Set(external.map(({ kms }) => kms.type))];
  const ways = types.flatMap((type): readonly Inline[] => [
    said(`To put it away, ${isolatingBy[type]}. `, isolatingSource),
  ]);
  return [
    paragraph(
      'Once the delegation script has run, the root keys of ',
      ...nodeNames(nodes),
      said(' may be put out of reach. Never delete one: it is the identity of its node. ', isolationSource),
      ...ways,
      'Do it only after that script has ended with a line ',
      { code: 'STATE may sign' },
      ' for the intermediate key: the inventory shows that a node holds a key, not that it may sign.',
    ),
    {
      kind: 'table',
      head: ['Out of reach', 'What goes on', 'What stops'],
      rows: isolations.map(({ away, goesOn, stops, source }) => [[said(away, source)], goesOn, stops]),
    },
  ];
}
