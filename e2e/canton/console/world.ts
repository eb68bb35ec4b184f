import { z } from '../../../src/core/plan/z';

/**
 * The state of a little network, as the stand-in keeps it: nodes with their stores, the KMS, the synchronizer. A scenario
 * is the state before the scripts, an answer holds the one after each. scala/standin/World.scala says what the words mean.
 */

const Key = z.object({
  fingerprint: z.string(),
  purpose: z.enum(['signing', 'encryption']),
  usage: z.array(z.string()),
  spec: z.string(),
});
export type Key = z.infer<typeof Key>;

const StoredKey = z.object({
  ...Key.shape,
  name: z.string(),
  kmsKeyId: z.nullable(z.string()),
  wrapperKeyId: z.nullable(z.string()),
  /** The private key itself, PKCS#8 as Base64, where a script reads it. */
  material: z.optional(z.string()),
});
export type StoredKey = z.infer<typeof StoredKey>;

const Mapping = z.object({
  member: z.string(),
  serial: z.number(),
  keys: z.array(Key),
  from: z.string(),
  until: z.nullable(z.string()),
});
export type Mapping = z.infer<typeof Mapping>;

const store = {
  mappings: z.array(Mapping),
  delegations: z.array(z.object({ namespace: z.string(), key: Key, restriction: z.string(), from: z.string() })),
};

const Synchronizer = z.object({ name: z.string(), namespace: z.string(), ...store });

const Party = z.object({
  uid: z.string(),
  keys: z.array(Key),
  hosted: z.boolean(),
  /** Missing where it doesn't matter: then whoever is asked hosts it. */
  hosts: z.optional(
    z.array(
      z.object({
        /** The identity of the participant. */
        participant: z.string(),
        permission: z.enum(['Submission', 'Confirmation', 'Observation']),
        onboarding: z.boolean(),
        since: z.optional(z.number()),
      }),
    ),
  ),
  serial: z.optional(z.number()),
  publicKey: z.optional(z.string()),
});

export const World = z.object({
  now: z.string(),
  kms: z.object({
    mayCreate: z.boolean(),
    keys: z.array(
      z.object({
        id: z.string(),
        aliases: z.array(z.string()),
        purpose: z.enum(['signing', 'encryption', 'symmetric']),
        spec: z.string(),
        state: z.enum(['enabled', 'disabled', 'pending-deletion']),
        fingerprint: z.string(),
      }),
    ),
  }),
  network: z.object({ url: z.string(), delay: z.number() }),
  synchronizer: z.nullable(Synchronizer),
  parties: z.array(Party),
  owners: z.array(z.string()),
  features: z.array(z.enum(['preview', 'repair', 'testing'])),
  nodes: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['participant', 'sequencer', 'mediator']),
      remote: z.boolean(),
      custody: z.enum(['external', 'envelope', 'plain']),
      configuredWrapper: z.nullable(z.string()),
      makesTopology: z.boolean(),
      running: z.boolean(),
      active: z.boolean(),
      identity: z.nullable(z.object({ identifier: z.string(), namespace: z.string() })),
      initialized: z.boolean(),
      registered: z.array(z.string()),
      connected: z.boolean(),
      seen: z.nullable(z.number()),
      left: z.array(Synchronizer),
      temporary: z.array(z.string()),
      keys: z.array(StoredKey),
      ...store,
      manualConnect: z.optional(z.boolean()),
      endedAt: z.optional(z.number()),
      contractsOf: z.optional(z.array(z.string())),
      pruning: z.optional(z.string()),
      packages: z.optional(z.array(z.string())),
    }),
  ),
});
export type World = z.infer<typeof World>;
export type WorldNode = World['nodes'][number];
