import { z } from './z';

/**
 * An answer as it was typed. The plan keeps it even when it is wrong, so that nothing a person typed is lost by a reload
 * or a link; what is wrong with it is a finding at its path. Empty means: not given, Canton's own default holds.
 */
export const Answer = z.string().check(z.maxLength(2_000));

/** Delays of one kind of retry. All three or none reach the file: Canton has no defaults for the single keys. */
export const Backoff = z.strictObject({ initialDelay: Answer, maxDelay: Answer, maxRetries: Answer });
export type Backoff = z.infer<typeof Backoff>;

export const Retries = z.strictObject({ failures: Backoff, createKeyCheck: Backoff });
export type Retries = z.infer<typeof Retries>;

/** How a node proves to AWS who it is. None of these holds a credential. */
export const AwsCredentials = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('static') }),
  z.strictObject({ type: z.literal('profile'), profile: Answer }),
  z.strictObject({ type: z.literal('irsa') }),
  z.strictObject({ type: z.literal('pod-identity') }),
  z.strictObject({ type: z.literal('instance-role') }),
]);
export type AwsCredentials = z.infer<typeof AwsCredentials>;

export const GcpCredentials = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('key-file'), path: Answer }),
  z.strictObject({ type: z.literal('workload-identity') }),
]);
export type GcpCredentials = z.infer<typeof GcpCredentials>;

export const Tag = z.strictObject({ name: Answer, value: Answer });
export type Tag = z.infer<typeof Tag>;

/** Identity of a KMS within the plan; nodes refer to it. Never shown, never emitted. */
export const KmsId = z.string().check(z.regex(/^[a-z0-9]{1,12}$/));

export const AwsKms = z.strictObject({
  id: KmsId,
  name: Answer,
  type: z.literal('aws'),
  region: Answer,
  multiRegionKey: z.boolean(),
  auditLogging: z.boolean(),
  customTags: z.array(Tag).check(z.maxLength(60)),
  endpointOverride: Answer,
  disableSslVerification: z.boolean(),
  retries: Retries,
  credentials: AwsCredentials,
  /** Whether the keys lie in the account the node signs in to, or in another one (its twelve digits). */
  keyAccount: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('same') }),
    z.strictObject({ type: z.literal('other'), account: Answer }),
  ]),
});
export type AwsKms = z.infer<typeof AwsKms>;

export const GcpKms = z.strictObject({
  id: KmsId,
  name: Answer,
  type: z.literal('gcp'),
  locationId: Answer,
  projectId: Answer,
  keyRingId: Answer,
  auditLogging: z.boolean(),
  endpointOverride: Answer,
  retries: Retries,
  credentials: GcpCredentials,
  /** Whether the node's service account belongs to `projectId`, the project of the keys, or to another project. */
  keyProject: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('same') }),
    z.strictObject({ type: z.literal('other'), serviceAccountProject: Answer }),
  ]),
});
export type GcpKms = z.infer<typeof GcpKms>;

/** A typed value in a driver's own `config`. A secret is the name of an environment variable, never the secret. */
export type DriverValue =
  | { type: 'text'; value: string }
  | { type: 'number'; value: string }
  | { type: 'flag'; value: boolean }
  | { type: 'secret'; variable: string }
  | { type: 'list'; items: DriverValue[] }
  | { type: 'group'; entries: DriverEntry[] };
export type DriverEntry = { key: string; value: DriverValue };

/** How deep groups and lists may stand in each other. */
export const driverConfigDepth = 8;

/** Built level by level, so that a hostile link can't nest without end. */
function driverValue(depth: number): z.ZodMiniType<DriverValue> {
  const leaves = [
    z.strictObject({ type: z.literal('text'), value: Answer }),
    z.strictObject({ type: z.literal('number'), value: Answer }),
    z.strictObject({ type: z.literal('flag'), value: z.boolean() }),
    z.strictObject({ type: z.literal('secret'), variable: Answer }),
  ] as const;
  if (depth === 0) return z.discriminatedUnion('type', leaves);
  const inner = driverValue(depth - 1);
  const entry = z.strictObject({ key: Answer, value: inner });
  return z.discriminatedUnion('type', [
    ...leaves,
    z.strictObject({ type: z.literal('list'), items: z.array(inner).check(z.maxLength(200)) }),
    z.strictObject({ type: z.literal('group'), entries: z.array(entry).check(z.maxLength(200)) }),
  ]);
}

export const DriverKms = z.strictObject({
  id: KmsId,
  name: Answer,
  type: z.literal('driver'),
  /** Must equal the name the driver's factory announces. */
  driverName: Answer,
  /** Path of the driver's jar on the node's machine, for the class path of the start command. */
  jar: Answer,
  config: z.array(z.strictObject({ key: Answer, value: driverValue(driverConfigDepth) })).check(z.maxLength(200)),
  healthCheckPeriod: Answer,
  retries: Retries,
});
export type DriverKms = z.infer<typeof DriverKms>;

export const Kms = z.discriminatedUnion('type', [AwsKms, GcpKms, DriverKms]);
export type Kms = z.infer<typeof Kms>;
