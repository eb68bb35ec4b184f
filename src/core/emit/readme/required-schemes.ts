import { defaultScheme, handshakeSeen, handshakeSource, type SchemeKind } from '../../canton/schemes';
import type { Node, Schemes } from '../../plan/node';
import { type Block, list, paragraph, said, type Text } from '../markdown/printer';
import type { Settings } from '../settings';
import { nodeNames, verb } from './names';

const rows = [
  { kind: 'signing.algorithms', answer: 'signingAlgorithms', what: 'Signing algorithm' },
  { kind: 'signing.keys', answer: 'signingKeys', what: 'Signing key' },
  { kind: 'encryption.algorithms', answer: 'encryptionAlgorithms', what: 'Encryption algorithm' },
  { kind: 'encryption.keys', answer: 'encryptionKeys', what: 'Encryption key' },
] as const satisfies readonly { kind: SchemeKind; answer: keyof Schemes; what: string }[];

/**
 * What the nodes of a synchronizer must allow so that new ones with their keys in a KMS can be on it: the others need
 * not stand in the plan.
 * @param fresh the new nodes
 * @param staying the nodes of the plan that stay without a KMS
 */
export function requiredSchemes(
  { release }: Settings,
  fresh: readonly Node[],
  staying: readonly Node[],
): readonly Block[] {
  const groups = alike(fresh, release);
  if (groups.length === 0) return [];
  const restricted = fresh.filter(({ schemes }) => rows.some(({ answer }) => schemes[answer].allowed.length > 0));
  const items: readonly Text[] = [
    [
      'A sequencer without lists requires all that Canton knows, and nodes without lists allow it: then nobody has to change anything.',
    ],
    [
      'Where one of these is not required on the synchronizer, the new node is refused (',
      { code: 'SYNCHRONIZER_CRYPTO_HANDSHAKE_FAILED' },
      said(
        '). What is required stays as it was fixed: give the new node another default, of those that are.',
        handshakeSeen,
      ),
    ],
    [
      ...(staying.length > 0 ? [...nodeNames(staying), ', and every other node'] : ['Every node']),
      ' that stays without a KMS: if it has ',
      { code: 'allowed' },
      ' lists under ',
      { code: 'crypto.signing' },
      ' or ',
      { code: 'crypto.encryption' },
      ', all that is required must stay on them, these included. Its own defaults and keys may stay as they are.',
    ],
    ...(restricted.length > 0
      ? [
          [
            ...nodeNames(restricted),
            verb(restricted, ' has lists', ' have lists'),
            ' in this plan: all that is required must be on them as well, not only the defaults.',
          ],
        ]
      : []),
  ];
  return [
    paragraph(
      said(
        'What a synchronizer requires of its nodes was fixed when it was bootstrapped: if nothing else was said, what its first sequencer allowed. A node connects only if it allows all of that, and if what it uses by default is among it.',
        handshakeSource(release),
      ),
    ),
    ...groups.map(
      ({ nodes, uses }): Block => ({
        kind: 'table',
        head: ['Used by default', [...nodeNames(nodes)]],
        rows: rows.map(({ kind, what }, at): readonly Text[] => [
          [`${what} (`, { code: kind }, ')'],
          [{ code: uses[at] ?? '' }],
        ]),
      }),
    ),
    list(items),
  ];
}

type Alike = { readonly uses: readonly string[]; readonly nodes: readonly Node[] };

/** Nodes with the same defaults together. */
function alike(fresh: readonly Node[], release: Settings['release']): readonly Alike[] {
  const groups = new Map<string, { readonly uses: readonly string[]; readonly nodes: Node[] }>();
  for (const node of fresh) {
    const uses = rows.map(({ kind, answer }) => node.schemes[answer].default ?? defaultScheme(kind, 'kms', release));
    const group = groups.get(uses.join()) ?? { uses, nodes: [] };
    groups.set(uses.join(), group);
    group.nodes.push(node);
  }
  return [...groups.values()];
}
