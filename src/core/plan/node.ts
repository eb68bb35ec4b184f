import { encryptionAlgorithms, encryptionKeys, signingAlgorithms, signingKeys } from '../canton/schemes';
import { Answer, KmsId } from './kms';
import { z } from './z';

export const nodeKinds = ['participant', 'sequencer', 'mediator'] as const;
export const NodeKind = z.enum(nodeKinds);
export type NodeKind = z.infer<typeof NodeKind>;

/** Keys that were made in the KMS before the node; each is the KMS's own id of one. */
export const GivenKeys = z.strictObject({
  type: z.literal('given'),
  namespace: Answer,
  sequencerAuth: Answer,
  signing: Answer,
  /** Participants only. */
  encryption: Answer,
});
export type GivenKeys = z.infer<typeof GivenKeys>;

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
    keys: z.discriminatedUnion('type', [z.strictObject({ type: z.literal('generated') }), GivenKeys]),
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

export const delegationRestrictions = ['all-but-namespace-delegations', 'all-mappings'] as const;

/** Whether a second key may sign for the namespace, so that the root key can be put away. */
export const Intermediate = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('off') }),
  z.strictObject({
    type: z.literal('on'),
    /** The KMS's id of the key; empty: the node generates one. */
    keyId: Answer,
    restriction: z.enum(delegationRestrictions),
  }),
]);
export type Intermediate = z.infer<typeof Intermediate>;

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
  /** What stands before `::` in the identity of a node whose keys are given; empty: its name. */
  identifier: Answer,
  intermediate: Intermediate,
  /** Where a remote console reaches it. */
  adminApi: z.strictObject({ address: Answer, port: Answer }),
  /** Port of a participant's Ledger API or a sequencer's public API, which a remote console wants to know as well. */
  apiPort: Answer,
});
export type Node = z.infer<typeof Node>;
