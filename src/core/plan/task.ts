import { encryptionKeys, signingKeys } from '../canton/schemes';
import { Answer } from './kms';
import { NodeKind } from './node';
import { z } from './z';

/** What a signing key is for, in the words the console prints; proof of ownership, which all but namespace keys have, is left out. */
export const keyUsages = ['namespace', 'sequencer-auth', 'signing'] as const;
export const KeyUsage = z.enum(keyUsages);
export type KeyUsage = z.infer<typeof KeyUsage>;

/** A private key as the inventory script printed it. */
export const ObservedKey = z.strictObject({
  fingerprint: Answer,
  purpose: z.enum(['signing', 'encryption']),
  /** Empty for an encryption key. */
  usage: z.array(KeyUsage).check(z.maxLength(keyUsages.length)),
  name: Answer,
  /** Empty unless the key is in a KMS. */
  kmsKeyId: Answer,
  /** Empty unless the key is stored encrypted. */
  wrapperKeyId: Answer,
  /** Whether the node has announced it: it is in use. */
  mapped: z.boolean(),
  /** Whether it is the namespace's root key, which is never rotated. */
  root: z.boolean(),
  /** As Canton writes it, such as `EC-P256`. */
  spec: Answer,
});
export type ObservedKey = z.infer<typeof ObservedKey>;

/** A node as the inventory script saw it. */
export const ObservedNode = z.strictObject({
  kind: NodeKind,
  name: Answer,
  uid: Answer,
  namespace: Answer,
  keys: z.array(ObservedKey).check(z.maxLength(500)),
  /** Fingerprints it has announced without holding their private keys. */
  lost: z.array(Answer).check(z.maxLength(500)),
});
export type ObservedNode = z.infer<typeof ObservedNode>;

/** Another wrapper key for all stored keys of a node. */
export const WrapperRotation = z.strictObject({
  /** Name of the node. */
  node: Answer,
  /** The wrapper key it replaces: what makes a second run harmless. */
  from: Answer,
  to: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('generated') }),
    z.strictObject({ type: z.literal('given'), id: Answer }),
  ]),
});
export type WrapperRotation = z.infer<typeof WrapperRotation>;

/** Another key in the place of one that a node has announced. */
export const KeyRotation = z.strictObject({
  /** Name of the node. */
  node: Answer,
  /** The key it replaces, in full. */
  fingerprint: Answer,
  to: z.discriminatedUnion('type', [
    /** `null`: of the same kind as the old one. */
    z.strictObject({ type: z.literal('generated'), spec: z.nullable(z.enum([...signingKeys, ...encryptionKeys])) }),
    /** A key that exists in the KMS already. */
    z.strictObject({ type: z.literal('given'), kmsKeyId: Answer }),
  ]),
  /** What the new key is called: how a later run recognises what an interrupted one made. */
  name: Answer,
});
export type KeyRotation = z.infer<typeof KeyRotation>;

/** A retired key to be deleted for good. */
export const KeyDeletion = z.strictObject({
  /** Name of the node. */
  node: Answer,
  fingerprint: Answer,
  /** The instant up to which the node is pruned at least, such as 2026-11-01T00:00:00Z. */
  retiredBefore: Answer,
});
export type KeyDeletion = z.infer<typeof KeyDeletion>;

/** Keys to be replaced on nodes that run, with what was there before. */
export const Rotate = z.strictObject({
  type: z.literal('rotate'),
  inventory: z.array(ObservedNode).check(z.maxLength(2_000)),
  wrappers: z.array(WrapperRotation).check(z.maxLength(2_000)),
  keys: z.array(KeyRotation).check(z.maxLength(10_000)),
  /** Whether the new keys are announced first and the old ones removed by a second file, after a backup. */
  pause: z.boolean(),
  deletions: z.array(KeyDeletion).check(z.maxLength(10_000)),
  /** Whether the scripts for a database restored from an older backup are wanted. */
  restore: z.boolean(),
});
export type Rotate = z.infer<typeof Rotate>;

/** Where private keys can live: in the database in the clear, there encrypted with a wrapper key, or in a KMS only. */
export const keyPlaces = ['plain', 'envelope', 'external'] as const;
export const KeyPlace = z.enum(keyPlaces);
export type KeyPlace = z.infer<typeof KeyPlace>;

/** What the operator says about nodes that are to move: it decides which ways are open. */
export const MigrationFacts = z.strictObject({
  today: KeyPlace,
  wanted: KeyPlace,
  /** What kind of key the root of the namespace is, where no inventory shows it. */
  rootKey: z.enum(['unknown', ...signingKeys]),
  /** Whether the private keys can be read from the old node and nobody else has seen them. */
  material: z.enum(['trusted', 'doubted', 'gone']),
  /** Whose namespace the parties of a participant are in: their own, the participant's, or some of each. */
  parties: z.enum(['none', 'external', 'local', 'both']),
  operators: z.enum(['one', 'several']),
  /** Whether the synchronizer belongs to several owners together. */
  decentralized: z.boolean(),
});
export type MigrationFacts = z.infer<typeof MigrationFacts>;

/** A node that is given up, and the new node that takes its place; both by name. */
export const Move = z.strictObject({ from: Answer, to: Answer });
export type Move = z.infer<typeof Move>;
const Moves = z.array(Move).check(z.maxLength(2_000));

/** What keeps imported key material in Google Cloud; AWS has one kind only. */
export const protectionLevels = ['hsm', 'software'] as const;

/** The ways that lead from one place to another. One that is built later joins as an arm of its own. */
export const MigrationWay = z.discriminatedUnion('type', [
  /** From the clear to envelope encryption, in place. */
  z.strictObject({ type: z.literal('encrypt') }),
  /** From envelope encryption back to the clear, in place. */
  z.strictObject({ type: z.literal('revert') }),
  /** Into a KMS with the keys that there are: exported, imported, and used by a new node in the old namespace. */
  z.strictObject({
    type: z.literal('export'),
    moves: Moves,
    /** Google Cloud: the import job in the key ring, which gives out the key to wrap with. Empty elsewhere. */
    importJob: Answer,
    /** Google Cloud: of the import job, and so of the keys. */
    protectionLevel: z.enum(protectionLevels),
  }),
  /** To a new node with keys of its own in a KMS: parties that are not the old node's are hosted there. */
  z.strictObject({ type: z.literal('transfer'), moves: Moves }),
]);
export type MigrationWay = z.infer<typeof MigrationWay>;

/** Nodes that run already, whose private keys are to live somewhere else. */
export const Migrate = z.strictObject({
  type: z.literal('migrate'),
  facts: MigrationFacts,
  way: MigrationWay,
  inventory: z.array(ObservedNode).check(z.maxLength(2_000)),
});
export type Migrate = z.infer<typeof Migrate>;

/** What the operator came for. Tasks join as they are built. */
export const Task = z.discriminatedUnion('type', [z.strictObject({ type: z.literal('new') }), Rotate, Migrate]);
export type Task = z.infer<typeof Task>;

/** What was seen of running nodes; nothing where the task begins without them. */
export function inventoryOf(task: Task): readonly ObservedNode[] {
  return task.type === 'new' ? [] : task.inventory;
}
