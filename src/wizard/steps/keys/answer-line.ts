import { type KeyPurpose, keyPurposes, purposesOf } from '../../../core/canton/key-purposes';
import type { KmsType } from '../../../core/canton/schemes';
import { editIntermediate, keyFields, keyOf, withKeyIds } from '../../../core/plan/edit-keys';
import type { Node } from '../../../core/plan/node';
import type { Path } from '../../../core/plan/plan';

/** A text that is asked of each node: a line in a table of nodes, or a field where there is one node alone. */
export type AnswerLine = {
  readonly label: string;
  /** The label in a narrow column. */
  readonly short: string;
  /** Where the answer stands, behind `nodes.3.`. */
  readonly answer: Path;
  readonly read: (node: Node) => string;
  readonly write: (node: Node, text: string) => Node;
  /** Whether the question makes sense for a node, or an answer stands there that has to be seen. */
  readonly asked: (node: Node) => boolean;
  readonly example: (node: Node, kms: KmsType | undefined) => string;
};

const purposeWords = {
  namespace: { label: 'Namespace key', short: 'Namespace' },
  'sequencer-auth': { label: 'Sequencer authentication key', short: 'Sequencer auth' },
  signing: { label: 'Protocol signing key', short: 'Signing' },
  encryption: { label: 'Encryption key', short: 'Encryption' },
} as const satisfies Record<KeyPurpose, Pick<AnswerLine, 'label' | 'short'>>;

function exampleOf(node: Node, kms: KmsType | undefined, end: string): string {
  return kms === 'aws' ? '1234abcd-12ab-34cd-56ef-1234567890ab' : `${node.name === '' ? 'bank1' : node.name}-${end}`;
}

/** The ids of the keys that a node is given. */
export const keyLines: readonly (AnswerLine & { readonly purpose: KeyPurpose })[] = keyPurposes.map((purpose) => ({
  purpose,
  ...purposeWords[purpose],
  answer: `custody.keys.${keyFields[purpose]}`,
  read: (node) => keyOf(node, purpose),
  write: (node, text) => withKeyIds(node, { [purpose]: text }),
  asked: (node) => purposesOf(node.kind).includes(purpose) || keyOf(node, purpose) !== '',
  example: (node, kms) => exampleOf(node, kms, purpose),
}));

export const identifierLines: readonly AnswerLine[] = [
  {
    label: 'Identifier',
    short: 'Identifier',
    answer: 'identifier',
    read: (node) => node.identifier,
    write: (node, identifier) => ({ ...node, identifier }),
    asked: () => true,
    example: (node) => node.name,
  },
];

/** The ids of intermediate keys; empty ones are made by the node. */
export const intermediateLines: readonly AnswerLine[] = [
  {
    label: 'Intermediate key',
    short: 'Intermediate key',
    answer: 'intermediate.keyId',
    read: ({ intermediate }) => (intermediate.type === 'on' ? intermediate.keyId : ''),
    write: (node, keyId) => editIntermediate(node, { keyId }),
    asked: ({ intermediate }) => intermediate.type === 'on',
    example: () => 'the node makes it',
  },
];

export const consoleLines: readonly AnswerLine[] = [
  {
    label: 'Address',
    short: 'Address',
    answer: 'adminApi.address',
    read: (node) => node.adminApi.address,
    write: (node, address) => ({ ...node, adminApi: { ...node.adminApi, address } }),
    asked: () => true,
    example: () => '127.0.0.1',
  },
  {
    label: 'Admin API port',
    short: 'Admin API port',
    answer: 'adminApi.port',
    read: (node) => node.adminApi.port,
    write: (node, port) => ({ ...node, adminApi: { ...node.adminApi, port } }),
    asked: () => true,
    example: () => 'from the environment',
  },
  {
    label: 'Ledger API port',
    short: 'Ledger API port',
    answer: 'apiPort',
    read: (node) => node.apiPort,
    write: (node, apiPort) => ({ ...node, apiPort }),
    asked: ({ kind }) => kind === 'participant',
    example: () => 'from the environment',
  },
  {
    label: 'Public API port',
    short: 'Public API port',
    answer: 'apiPort',
    read: (node) => node.apiPort,
    write: (node, apiPort) => ({ ...node, apiPort }),
    asked: ({ kind }) => kind === 'sequencer',
    example: () => 'from the environment',
  },
];
