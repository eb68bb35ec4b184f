import { isolatingBy, isolatingSource, isolationSource, isolations } from '../../canton/delegations';
import { namespaceKeySource, offlineRootSource } from '../../canton/key-care';
import { keyStoreSource } from '../../canton/operation-sources';
import type { Node } from '../../plan/node';
import { type Block, type Inline, list, paragraph, said } from '../markdown/printer';
import { type Settings, usedBy } from '../settings';
import { nodeNames, verb } from './names';

/** How the root key is put away once an intermediate key signs in its place, and what holds where it can't be. */
export function rootKey(settings: Settings): readonly Block[] {
  const nodes = settings.plan.nodes.filter(({ intermediate }) => intermediate.type === 'on');
  const inKms = nodes.filter(({ custody }) => custody.type === 'external');
  const inDatabase = nodes.filter(({ custody }) => custody.type !== 'external');
  return [
    ...(inKms.length === 0 ? [] : putAway(settings, inKms)),
    ...(inDatabase.length === 0 ? [] : [...staysInDatabase(inDatabase)]),
  ];
}

function putAway(settings: Settings, nodes: readonly Node[]): readonly Block[] {
  const types = [...new Set(nodes.flatMap((node) => usedBy(settings, node)?.kms.type ?? []))];
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
      ' for the intermediate key: the inventory shows that a node holds a key, not that it may sign. Which key it is, the inventory says: the one with ',
      { code: 'true' },
      ' under ',
      { code: 'root' },
      '.',
    ),
    {
      kind: 'table',
      head: ['Out of reach', 'What goes on', 'What stops'],
      rows: isolations.map(({ away, goesOn, stops, source }) => [[said(away, source)], goesOn, stops]),
    },
  ];
}

/** Nothing stands between a node and its own database: what holds there, and what is left to do. */
function staysInDatabase(nodes: readonly Node[]): readonly Block[] {
  const encrypted = nodes.filter(({ custody }) => custody.type === 'envelope');
  const clear = nodes.filter(({ custody }) => custody.type === 'none');
  const kept = (which: readonly Node[], how: string): readonly Inline[][] =>
    which.length === 0
      ? []
      : [
          [
            ...nodeNames(which),
            said(verb(which, ' keeps its root key', ' keep their root keys') + how, keyStoreSource),
          ],
        ];
  return [
    paragraph(
      verb(nodes, 'The root key of ', 'The root keys of '),
      ...nodeNames(nodes),
      verb(nodes, ' stays', ' stay'),
      said(
        ' where the node can use it: only a KMS that holds the key itself can refuse it to the node. ',
        isolationSource,
      ),
      said('It cannot be rotated either: another root key is another node, with other parties. ', namespaceKeySource),
      'Never delete it, or take it out of the database.',
    ),
    list([
      ...kept(
        encrypted,
        ' in the database, encrypted with the wrapper key. Guard the database, its backups and the right to decrypt with the wrapper key as you would guard the root key.',
      ),
      ...kept(
        clear,
        ' in the database, in the clear. Guard the database and every backup of it as you would guard the root key.',
      ),
      [
        said(
          'The intermediate key is of use all the same: it can be replaced, and the root key signs nothing but its delegation.',
          namespaceKeySource,
        ),
      ],
      [
        said(
          'For a new node there is another way: a root key that is made offline and never reaches the node, which gets an intermediate key and the signed delegations, ',
          offlineRootSource,
        ),
        { link: offlineRootSource.url, label: 'as documented' },
        '. A node that has its identity cannot be changed to it.',
      ],
    ]),
  ];
}
