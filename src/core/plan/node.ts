import { encryptionAlgorithms, encryptionKeys, signingAlgorithms, signingKeys } from '../canton/schemes';
import { Answer, KmsId } from './kms';
import { z } from './z';

export const nodeKinds = ['participant', 'sequencer', 'mediator'] as const;
export const NodeKind = z.enum(nodeKinds);
export type NodeKind = z.infer<typeof NodeKind>;

/** Where a node's private keys live. */
export const Custody = z.discriminatedUnion('type', [
  /** In the node's database, in the clear. */
  z.strictObject({ type: z.literal('none') }),
  /** In the node's database, encrypted with a wrapper key that the KMS holds. */
  z.strictObject({
    type: z.literal('envelope'),
    kms: KmsId,
    wrapperKey: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('generated') }),
      z.strictObject({ type: z.literal('given'), id: Answer }),
    ]),
  }),
  /** In the KMS only. */
  z.strictObject({
    type: z.literal('external'),
    kms: KmsId,
    keys: z.discriminatedUnion('type', [z.strictObject({ type: z.literal('generated') })]),
  }),
]);
export type Custody = z.infer<typeof Custody>;

/** `default: null` leaves it to Canton; an empty `allowed` means everything the provider supports. */
function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.strictObject({
    default: z.nullable(z.enum(values)),
    allowed: z.array(z.enum(values)).check(z.maxLength(values.length)),
  });
}

export const Schemes = z.strictObject({
  signingAlgorithms: choice(signingAlgorithms),
  signingKeys: choice(signingKeys),
  encryptionAlgorithms: choice(encryptionAlgorithms),
  encryptionKeys: choice(encryptionKeys),
});
export type Schemes = z.infer<typeof Schemes>;

export const SessionSigningKeys = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('off') }),
  z.strictObject({
    type: z.literal('on'),
    keyValidityDuration: Answer,
    toleranceShiftDuration: Answer,
    cutOffDuration: Answer,
    keyEvictionPeriod: Answer,
    signingAlgorithm: z.nullable(z.enum(signingAlgorithms)),
    signingKey: z.nullable(z.enum(signingKeys)),
    disableBoundChecks: z.boolean(),
  }),
]);
export type SessionSigningKeys = z.infer<typeof SessionSigningKeys>;

/** Canton's names for what a node stores its data in. */
export const Storage = z.enum(['postgres', 'h2', 'memory']);
export type Storage = z.infer<typeof Storage>;

export const Node = z.strictObject({
  kind: NodeKind,
  name: Answer,
  custody: Custody,
  schemes: Schemes,
  sessionSigningKeys: SessionSigningKeys,
  parallelism: z.strictObject({ signatureVerification: Answer, encryption: Answer }),
  storage: Storage,
  /** Whether it runs as several replicas over one database. */
  replicas: z.boolean(),
});
export type Node = z.infer<typeof Node>;
