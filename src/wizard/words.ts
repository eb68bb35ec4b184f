import type { CustodyType } from '../core/plan/edit';
import type { Kms } from '../core/plan/kms';
import type { Node, NodeKind, Storage } from '../core/plan/node';

/** What the answers of a node are called on screen. */

export const kindWords = {
  participant: 'Participant',
  sequencer: 'Sequencer',
  mediator: 'Mediator',
} as const satisfies Record<NodeKind, string>;

export const custodyWords = {
  external: 'External',
  envelope: 'Envelope',
  none: 'No KMS',
} as const satisfies Record<CustodyType, string>;

export const storageWords = {
  postgres: 'Postgres',
  h2: 'H2',
  memory: 'Memory',
} as const satisfies Record<Storage, string>;

const kmsTypeWords = { aws: 'AWS KMS', gcp: 'GCP KMS', driver: 'Driver' } as const satisfies Record<
  Kms['type'],
  string
>;

/** A KMS by the name it was given, else by its type and, where that leaves a doubt, its number. */
export function kmsWords(all: readonly Kms[], kms: Kms): string {
  if (kms.name !== '') return kms.name;
  const alike = all.filter((other) => other.type === kms.type && other.name === '');
  return alike.length > 1 ? `${kmsTypeWords[kms.type]} ${alike.indexOf(kms) + 1}` : kmsTypeWords[kms.type];
}

/** The name of a node's KMS; empty for a node without one. */
export function kmsWordsOf(all: readonly Kms[], { custody }: Node): string {
  const own = custody.type === 'none' ? undefined : all.find((kms) => kms.id === custody.kms);
  return own === undefined ? '' : kmsWords(all, own);
}

/** A node by its name; without one, by its place. */
export function nodeWords(node: Node, index: number): string {
  return node.name === '' ? `node ${index + 1}` : node.name;
}
