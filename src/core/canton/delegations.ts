import type { KmsType } from './schemes';
import { concluded, documented, type Source, seen } from './sources';

/**
 * An intermediate namespace key signs in the place of the root key, so that the root key can be put away. What goes on
 * and what stops then, by the keys that the node can't use any more.
 */
export type Isolation = {
  readonly away: string;
  readonly goesOn: string;
  readonly stops: string;
  readonly source: Source;
};

const told = documented('howtos/secure/keys/namespace_key.rst', 'Namespace key management');
const ran = seen('console', 'commands/TopologyAdministrationGroup.scala');

export const isolations: readonly Isolation[] = [
  {
    away: 'Root key',
    goesOn: 'Transactions, rotation of keys, new parties.',
    stops: 'Delegations: a new one, or taking one back. Switch the key on for that time.',
    source: ran,
  },
  {
    away: 'Root and intermediate key',
    goesOn: 'Transactions.',
    stops: 'Every change of topology: parties, packages, keys. Switch the intermediate key on for each.',
    source: ran,
  },
  {
    away: 'Any other key',
    goesOn: 'Nothing to rely on.',
    stops: 'The node: its other keys are needed all the time.',
    source: told,
  },
];
export const isolationSource = told;

/** How a key is taken out of a node's reach, and given back, in each KMS. */
export const isolatingBy = {
  aws: 'disable the key in AWS KMS, or deny the node kms:Sign on it in its key policy',
  gcp: "disable version 1 of the key, or take cloudkms.cryptoKeyVersions.useToSign on it from the node's service account",
  driver: 'take the right to sign with it from the node, in the way of the HSM or KMS behind the driver',
} as const satisfies Record<KmsType, string>;
export const isolatingSource = concluded(told);
