import { defaultRelease } from '../canton/releases';
import type { KmsType } from '../canton/schemes';
import type { AwsKms, Backoff, DriverKms, GcpKms, Kms } from './kms';
import type { Custody, GivenKeys, Intermediate, Node, NodeKind, SessionSigningKeys } from './node';
import type { Plan } from './plan';
import type { Migrate, MigrationWay, Rotate } from './task';

/**
 * What a plan starts from. Links spell only what differs from the defaults of their own version, which are frozen beside
 * the codec: a change here changes new plans, never old links.
 */
export function newPlan(): Plan {
  return {
    version: 2,
    name: '',
    release: defaultRelease,
    task: { type: 'new' },
    kms: [newKms('aws', 'kms1')],
    nodes: [newNode('participant', 'participant1', external('kms1'))],
    nonStandardConfig: false,
    enableExperimental: false,
    kmsLog: { file: '', immediateFlush: 'default', rollingPattern: '', rollingHistory: '' },
    synchronizer: { alias: '', sequencerUrl: '' },
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
    identifier: '',
    intermediate: { type: 'off' },
    adminApi: { address: '', port: '' },
    apiPort: '',
  };
}

/** What a new synchronizer is called by the participants that connect to it, unless the plan says otherwise. */
export const defaultSynchronizerAlias = 'mysynchronizer';

/** Keys to be given, none of them yet. */
export function givenKeys(): GivenKeys {
  return { type: 'given', namespace: '', sequencerAuth: '', signing: '', encryption: '' };
}

/** An intermediate key that the node generates, and that can't pass its right on. */
export function intermediateOn(): Intermediate {
  return { type: 'on', keyId: '', restriction: 'all-but-namespace-delegations' };
}

/** A rotation before anything is known; with the pause for a backup that the documents demand. */
export function rotate(): Rotate {
  return { type: 'rotate', inventory: [], wrappers: [], keys: [], pause: true, deletions: [], restore: false };
}

/** A migration before anything is known: from the clear to envelope encryption, which asks least and can be taken back. */
export function migrate(): Migrate {
  return {
    type: 'migrate',
    facts: {
      today: 'plain',
      wanted: 'envelope',
      rootKey: 'unknown',
      material: 'trusted',
      parties: 'both',
      operators: 'one',
      decentralized: false,
    },
    way: { type: 'encrypt' },
    inventory: [],
  };
}

/** A way of a migration before anything is known of it. */
export function newWay(type: MigrationWay['type']): MigrationWay {
  switch (type) {
    case 'encrypt':
    case 'revert':
      return { type };
    case 'export':
      return { type, moves: [], importJob: '', protectionLevel: 'hsm' };
    case 'transfer':
      return { type, moves: [] };
  }
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
