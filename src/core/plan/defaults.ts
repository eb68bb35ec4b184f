import { defaultRelease } from '../canton/releases';
import type { KmsType } from '../canton/schemes';
import type { AwsKms, Backoff, DriverKms, GcpKms, Kms } from './kms';
import type { Custody, Node, NodeKind, SessionSigningKeys } from './node';
import type { Plan } from './plan';

/**
 * What a plan starts from. Links spell only what differs from the defaults of their own version, which are frozen beside
 * the codec: a change here changes new plans, never old links.
 */
export function newPlan(): Plan {
  return {
    version: 1,
    name: '',
    release: defaultRelease,
    task: { type: 'new' },
    kms: [newKms('aws', 'kms1')],
    nodes: [newNode('participant', 'participant1', external('kms1'))],
    nonStandardConfig: false,
    enableExperimental: false,
    kmsLogFile: '',
    output: { layout: 'file-per-node', comments: true, explicitDefaults: false },
  };
}

export function external(kms: string): Custody {
  return { type: 'external', kms, keys: { type: 'generated' } };
}

export function envelope(kms: string): Custody {
  return { type: 'envelope', kms, wrapperKey: { type: 'generated' } };
}

export function newNode(kind: NodeKind, name: string, custody: Custody): Node {
  return {
    kind,
    name,
    custody,
    schemes: {
      signingAlgorithms: { default: null, allowed: [] },
      signingKeys: { default: null, allowed: [] },
      encryptionAlgorithms: { default: null, allowed: [] },
      encryptionKeys: { default: null, allowed: [] },
    },
    sessionSigningKeys: { type: 'off' },
    parallelism: { signatureVerification: '', encryption: '' },
    storage: 'postgres',
    replicas: false,
  };
}

/** Switched on with every duration left to Canton. */
export function sessionSigningKeysOn(): SessionSigningKeys {
  return {
    type: 'on',
    keyValidityDuration: '',
    toleranceShiftDuration: '',
    cutOffDuration: '',
    keyEvictionPeriod: '',
    signingAlgorithm: null,
    signingKey: null,
    disableBoundChecks: false,
  };
}

function noBackoff(): Backoff {
  return { initialDelay: '', maxDelay: '', maxRetries: '' };
}

/** A KMS of a type with Canton's defaults and nothing filled in. */
export function newKms(type: 'aws', id: string): AwsKms;
export function newKms(type: 'gcp', id: string): GcpKms;
export function newKms(type: 'driver', id: string): DriverKms;
export function newKms(type: KmsType, id: string): Kms;
export function newKms(type: KmsType, id: string): Kms {
  const retries = { failures: noBackoff(), createKeyCheck: noBackoff() };
  switch (type) {
    case 'aws':
      return {
        id,
        name: '',
        type,
        region: '',
        multiRegionKey: false,
        auditLogging: false,
        customTags: [],
        endpointOverride: '',
        disableSslVerification: false,
        retries,
        credentials: { type: 'static' },
        keyAccount: { type: 'same' },
      };
    case 'gcp':
      return {
        id,
        name: '',
        type,
        locationId: '',
        projectId: '',
        keyRingId: '',
        auditLogging: false,
        endpointOverride: '',
        retries,
        credentials: { type: 'key-file', path: '' },
        keyProject: { type: 'same' },
      };
    case 'driver':
      return { id, name: '', type, driverName: '', jar: '', config: [], healthCheckPeriod: '', retries };
  }
}
