import { kmsLogFlagsSource } from '../canton/command-line';
import { identifierSource, sequencerUrlSource } from '../canton/identities';
import { keyIdSource } from '../canton/key-ids';
import { nodeNameSource } from '../canton/node-names';
import type { Release } from '../canton/releases';
import { code, type Source } from '../canton/sources';
import * as consoleFormats from '../plan/console-formats';
import type { Format } from '../plan/format';
import * as formats from '../plan/formats';

/** One kind of answer: what it must look like, and what happens on the node when it doesn't. */
export type Kind = {
  readonly id: string;
  readonly shape: Format;
  readonly why: string;
  readonly source: Source;
};

const loading = 'Canton refuses the whole file while loading, and no node in it starts.';
const firstCall = 'Canton loads it unread, and the node fails at its first call to the KMS.';
const kmsConfig = code('config', 'KmsConfig.scala');
const backoff = code('config', 'ExponentialBackoffConfig.scala');
const sessionKeys = code('config', 'SessionSigningKeysConfig.scala');
const remote = 'The configuration of the remote console cannot be read, and no script runs.';
const remoteSource = code('config', 'ServerConfig.scala');
const readme = 'It stands in the start line and the README of the files.';

/** A kind of answer; `id` is that of the finding. */
export function kind(id: string, shape: Format, why: string, source: Source = kmsConfig): Kind {
  return { id, shape, why, source };
}

export const kinds = {
  planName: kind('plan-name-format', formats.Text, 'It heads the files and the README.'),
  kmsName: kind('kms-name-format', formats.Text, 'It tells one KMS from another, on screen and in the files.'),
  region: kind('region-format', formats.Region, firstCall),
  account: kind(
    'account-format',
    formats.AccountNumber,
    'It decides which permissions the README asks for and which ids find a key.',
  ),
  location: kind('location-format', formats.LocationId, firstCall),
  project: kind('project-format', formats.ProjectId, firstCall),
  keyRing: kind('key-ring-format', formats.KeyRingId, firstCall),
  serviceProject: kind(
    'service-account-project-format',
    formats.ProjectId,
    'It decides which permissions the README asks for.',
  ),
  credentialPath: kind('credential-file-format', formats.Text, readme),
  profile: kind('profile-format', formats.Text, readme),
  tagName: kind(
    'tag-name-format',
    formats.TagName,
    'AWS refuses to create the key, and the node does not start.',
    code('config', 'KmsConfig.scala', '3.6'),
  ),
  tagValue: kind(
    'tag-value-format',
    formats.TagValue,
    'AWS refuses to create the key, and the node does not start.',
    code('config', 'KmsConfig.scala', '3.6'),
  ),
  delay: kind('retry-delay-format', formats.Delay, loading, backoff),
  maxRetries: kind('retry-count-format', formats.MaxRetries, loading, backoff),
  driverName: kind(
    'driver-name-format',
    formats.Text,
    'The name must equal the one the driver announces, to the letter.',
  ),
  jar: kind('driver-jar-format', formats.Text, readme),
  healthCheck: kind('health-check-period-format', formats.HealthCheckPeriod, loading),
  driverKey: kind(
    'driver-key-format',
    formats.Text,
    "It reaches the driver as it stands, as the name of one of the driver's own settings.",
  ),
  driverText: kind('driver-text-format', formats.DriverText, 'It reaches the driver as it stands.'),
  driverNumber: kind(
    'driver-number-format',
    formats.DriverNumber,
    'Other spellings are rewritten on the way: 0012 arrives as 12.',
  ),
  variable: kind(
    'secret-variable-format',
    formats.VariableName,
    'The file takes the secret from this variable. A name that is none cannot be read, and the whole file is refused.',
  ),
  logFile: kind('kms-log-file-format', formats.Text, readme, kmsLogFlagsSource),
  rollingPattern: kind('kms-log-rolling-pattern-format', formats.Text, readme, kmsLogFlagsSource),
  rollingHistory: kind(
    'kms-log-rolling-history-format',
    formats.RollingHistory,
    'Canton does not start on an option that is no whole number.',
    kmsLogFlagsSource,
  ),
  keyId: kind('wrapper-key-id-format', formats.KeyId, loading, code('config', 'EncryptedPrivateStoreConfig.scala')),
  parallelism: kind(
    'parallelism-format',
    formats.Parallelism,
    loading,
    code('config', 'CryptoParallelismConfig.scala'),
  ),
  duration: kind('session-duration-format', formats.SessionKeyDuration, loading, sessionKeys),
  durationOrZero: kind('session-duration-format', formats.SessionKeyDurationOrZero, loading, sessionKeys),
  givenKeyId: kind('given-key-id-format', formats.KeyId, 'The console refuses it before it asks the KMS.', keyIdSource),
  identifier: kind(
    'identifier-format',
    consoleFormats.Identifier,
    'It is the first part of the identity, for good. Canton refuses some of these characters; the others make trouble in names of parties and files.',
    identifierSource,
  ),
  adminAddress: kind('admin-api-address-format', consoleFormats.Address, remote, remoteSource),
  adminPort: kind('admin-api-port-format', consoleFormats.Port, remote, remoteSource),
  apiPort: kind('api-port-format', consoleFormats.Port, remote, remoteSource),
  synchronizerAlias: kind(
    'synchronizer-alias-format',
    consoleFormats.Identifier,
    'It becomes part of the identity of the synchronizer, for good, and the script that makes it would stop.',
    identifierSource,
  ),
  sequencerUrl: kind(
    'sequencer-url-format',
    consoleFormats.SequencerUrl,
    'The participants are connected with it, and could not be.',
    sequencerUrlSource,
  ),
  wholeSeconds: kind('session-duration-format', formats.SessionKeyWholeSeconds, loading, sessionKeys),
} as const satisfies Record<string, Kind>;

export const nodeNames = {
  '3.3': kind('node-name-format', formats.NodeName, loading, nodeNameSource('3.3')),
  '3.4': kind('node-name-format', formats.NodeName, loading, nodeNameSource('3.4')),
  '3.5': kind('node-name-format', formats.NodeName, loading, nodeNameSource('3.5')),
  '3.6': kind('node-name-format', formats.NodeName, loading, nodeNameSource('3.6')),
} as const satisfies Record<Release, Kind>;
