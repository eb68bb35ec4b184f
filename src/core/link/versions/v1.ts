import type { Fields, Scalar, Shape } from '../shape';

/**
 * Version 1 of links, and the defaults they leave out. FROZEN: a link that was sent to somebody means what it meant then.
 * What may still be done here, and what needs a version of its own, stands in ../README.md. Later versions build on its
 * parts, which are frozen with it.
 */

export const value = (initial: Scalar): Shape => ({ kind: 'value', initial });
export const text = value('');
export const off = value(false);
const unset = value(null);
export const object = (fields: Fields): Shape => ({ kind: 'object', fields });
export const union = (initial: string, arms: Readonly<Record<string, Fields>>): Shape => ({
  kind: 'union',
  initial,
  arms,
});
export const list = (item: () => Shape, max: number, initial: readonly unknown[] = []): Shape => {
  return { kind: 'list', item, initial, max };
};

const backoff = object({ initialDelay: text, maxDelay: text, maxRetries: text });
const retries = object({ failures: backoff, createKeyCheck: backoff });

const driverValue: Shape = union('text', {
  text: { value: text },
  number: { value: text },
  flag: { value: off },
  secret: { variable: text },
  list: { items: list(() => driverValue, 200) },
  group: { entries: list(() => driverEntry, 200) },
});
const driverEntry: Shape = object({ key: text, value: driverValue });

export const kms = union('aws', {
  aws: {
    id: value('kms1'),
    name: text,
    region: text,
    multiRegionKey: off,
    auditLogging: off,
    customTags: list(() => object({ name: text, value: text }), 60),
    endpointOverride: text,
    disableSslVerification: off,
    retries,
    credentials: union('static', {
      static: {},
      profile: { profile: text },
      irsa: {},
      'pod-identity': {},
      'instance-role': {},
    }),
    keyAccount: union('same', { same: {}, other: { account: text } }),
  },
  gcp: {
    id: value('kms1'),
    name: text,
    locationId: text,
    projectId: text,
    keyRingId: text,
    auditLogging: off,
    endpointOverride: text,
    retries,
    credentials: union('key-file', { 'key-file': { path: text }, 'workload-identity': {} }),
    keyProject: union('same', { same: {}, other: { serviceAccountProject: text } }),
  },
  driver: {
    id: value('kms1'),
    name: text,
    driverName: text,
    jar: text,
    config: list(() => driverEntry, 200),
    healthCheckPeriod: text,
    retries,
  },
});

const choice = (count: number) => object({ default: unset, allowed: list(() => text, count) });

export const nodeFields: Fields = {
  kind: value('participant'),
  name: value('participant1'),
  custody: union('external', {
    none: {},
    envelope: { kms: value('kms1'), wrapperKey: union('generated', { generated: {}, given: { id: text } }) },
    external: { kms: value('kms1'), keys: union('generated', { generated: {} }) },
  }),
  schemes: object({
    signingAlgorithms: choice(4),
    signingKeys: choice(5),
    encryptionAlgorithms: choice(3),
    encryptionKeys: choice(2),
  }),
  sessionSigningKeys: union('off', {
    off: {},
    on: {
      keyValidityDuration: text,
      toleranceShiftDuration: text,
      cutOffDuration: text,
      keyEvictionPeriod: text,
      signingAlgorithm: unset,
      signingKey: unset,
      disableBoundChecks: off,
    },
  }),
  parallelism: object({ signatureVerification: text, encryption: text }),
  storage: value('postgres'),
  replicas: off,
};

export const planFields: Fields = {
  version: value(1),
  name: text,
  release: { kind: 'value', initial: '3.5', always: true },
  task: union('new', { new: {} }),
  kms: list(() => kms, 20, [{}]),
  nodes: list(() => object(nodeFields), 2_000, [{}]),
  nonStandardConfig: off,
  enableExperimental: off,
  kmsLogFile: text,
  output: object({ layout: value('file-per-node'), comments: value(true), explicitDefaults: off }),
};

export const v1: Shape = object(planFields);
