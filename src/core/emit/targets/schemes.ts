import { defaultScheme, type SchemeKind } from '../../canton/schemes';
import type { Node, Schemes } from '../../plan/node';
import { comment, type Member } from '../hocon/tree';
import type { Settings } from '../settings';
import { setting } from './setting';

/** The answers that belong together, and where they stand below `crypto`. */
const families = [
  [
    { kind: 'signing.algorithms', answer: 'signingAlgorithms' },
    { kind: 'signing.keys', answer: 'signingKeys' },
  ],
  [
    { kind: 'encryption.algorithms', answer: 'encryptionAlgorithms' },
    { kind: 'encryption.keys', answer: 'encryptionKeys' },
  ],
] as const satisfies readonly (readonly { kind: SchemeKind; answer: keyof Schemes }[])[];

/**
 * The schemes of a node: what the operator chose, or, on a node without a KMS beside nodes with their keys in one, the
 * defaults of those, so that all sign and encrypt alike. Whoever chooses a signing scheme for such a node has taken over
 * its signing schemes, and likewise for encryption.
 */
export function schemes(settings: Settings, node: Node, path: string): readonly Member[] {
  const provider = node.custody.type === 'external' ? 'kms' : 'jce';
  const beside = node.custody.type === 'none' ? settings.external : undefined;
  const members = families.flatMap((family) => {
    const untouched = family.every(({ answer }) => isUntouched(node.schemes[answer]));
    const model = untouched ? beside : undefined;
    if (untouched && model === undefined && !settings.explicitDefaults) return [];
    return family.flatMap(({ kind, answer }) => {
      const from = `${path}.schemes.${answer}`;
      const chosen = node.schemes[answer];
      const given =
        model === undefined
          ? chosen.default
          : (model.schemes[answer].default ?? defaultScheme(kind, 'kms', settings.release));
      const standard = defaultScheme(kind, provider, settings.release);
      return [
        ...setting(settings, `crypto.${kind}.default`, `${kind}.default`, given, `${from}.default`, standard),
        ...setting(settings, `crypto.${kind}.allowed`, `${kind}.allowed`, chosen.allowed, `${from}.allowed`),
      ];
    });
  });
  const why = 'New keys and signatures of the same kinds as those of the nodes with their keys in a KMS.';
  return beside !== undefined && members.length > 0 && settings.comments ? [comment(why), ...members] : members;
}

function isUntouched(choice: Schemes[keyof Schemes]): boolean {
  return choice.default === null && choice.allowed.length === 0;
}
