import { nodeNameSource } from '../canton/node-names';
import type { Release } from '../canton/releases';
import { holdsFor } from '../canton/releases';
import { code, type Source } from '../canton/sources';
import * as formats from '../plan/formats';
import type { Backoff, Kms } from '../plan/kms';
import type { Node } from '../plan/node';
import type { Path } from '../plan/plan';
import { driverValues } from './driver-values';
import type { Finding, Rule } from './finding';

/** Answers that can't be what they should be: the message is that of the value's format, at the value's place. */

type Answer = { readonly at: Path; readonly text: string; readonly kind: Kind };
type Kind = { readonly id: string; readonly shape: formats.Format; readonly why: string; readonly source: Source };

const loading = 'Canton refuses the whole file while loading, and no node in it starts.';
const firstCall = 'Canton loads it unread, and the node fails at its first call to the KMS.';
const kmsConfig = code('config', 'KmsConfig.scala');
const backoff = code('config', 'ExponentialBackoffConfig.scala');
const sessionKeys = code('config', 'SessionSigningKeysConfig.scala');
const readme = 'It stands in the start line and the README of the files.';

function kind(id: string, shape: formats.Format, why: string, source: Source = kmsConfig): Kind {
  return { id, shape, why, source };
}

const kinds = {
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
    'The file takes the secret from this variable. A name that is none can not be read, and the whole file is refused.',
  ),
  logFile: kind('kms-log-file-format', formats.Text, readme, code('cli', 'Cli.scala')),
  keyId: kind('wrapper-key-id-format', formats.KeyId, loading, code('config', 'EncryptedPrivateStoreConfig.scala')),
  parallelism: kind(
    'parallelism-format',
    formats.Parallelism,
    loading,
    code('config', 'CryptoParallelismConfig.scala'),
  ),
  duration: kind('session-duration-format', formats.SessionKeyDuration, loading, sessionKeys),
  durationOrZero: kind('session-duration-format', formats.SessionKeyDurationOrZero, loading, sessionKeys),
  wholeSeconds: kind('session-duration-format', formats.SessionKeyWholeSeconds, loading, sessionKeys),
} as const satisfies Record<string, Kind>;

const nodeNames = {
  '3.3': kind('node-name-format', formats.NodeName, loading, nodeNameSource('3.3')),
  '3.4': kind('node-name-format', formats.NodeName, loading, nodeNameSource('3.4')),
  '3.5': kind('node-name-format', formats.NodeName, loading, nodeNameSource('3.5')),
  '3.6': kind('node-name-format', formats.NodeName, loading, nodeNameSource('3.6')),
} as const satisfies Record<Release, Kind>;

export const formatRule: Rule = (plan) => {
  const { release } = plan;
  return [
    ...problems('', [
      { at: 'name', text: plan.name, kind: kinds.planName },
      { at: 'kmsLogFile', text: plan.kmsLogFile, kind: kinds.logFile },
    ]),
    ...plan.kms.flatMap((kms, index) => problems(`kms.${index}.`, kmsAnswers(kms, release))),
    ...plan.nodes.flatMap((node, index) => ofNode(node, index, release)),
  ];
};

function problems(prefix: string, answers: readonly Answer[]): Finding[] {
  return answers.flatMap(({ at, text, kind: { id, shape, why, source } }) => {
    const message = formats.problemOf(shape, text);
    return message === undefined ? [] : [{ id, severity: 'error', path: `${prefix}${at}`, message, why, source }];
  });
}

/** A node's problems hold as long as the object, its place and the line do, so a keystroke looks at one node anew. */
const known = new WeakMap<Node, { index: number; release: Release; found: readonly Finding[] }>();

function ofNode(node: Node, index: number, release: Release): readonly Finding[] {
  const before = known.get(node);
  if (before?.index === index && before.release === release) return before.found;
  const found = problems(`nodes.${index}.`, nodeAnswers(node, release));
  known.set(node, { index, release, found });
  return found;
}

function nodeAnswers(node: Node, release: Release): Answer[] {
  const answers: Answer[] = [{ at: 'name', text: node.name, kind: nodeNames[release] }];
  const { custody, sessionSigningKeys: keys, parallelism } = node;
  if (custody.type === 'envelope' && custody.wrapperKey.type === 'given') {
    answers.push({ at: 'custody.wrapperKey.id', text: custody.wrapperKey.id, kind: kinds.keyId });
  }
  if (holdsFor({ since: '3.5' }, release)) {
    answers.push({
      at: 'parallelism.signatureVerification',
      text: parallelism.signatureVerification,
      kind: kinds.parallelism,
    });
  }
  if (release === '3.6')
    answers.push({ at: 'parallelism.encryption', text: parallelism.encryption, kind: kinds.parallelism });
  // On other nodes they reach no file.
  if (keys.type === 'on' && custody.type === 'external') {
    const above = release === '3.3' ? kinds.wholeSeconds : kinds.duration;
    const bounded = holdsFor({ since: '3.5' }, release);
    answers.push(
      { at: 'sessionSigningKeys.keyValidityDuration', text: keys.keyValidityDuration, kind: above },
      {
        at: 'sessionSigningKeys.cutOffDuration',
        text: keys.cutOffDuration,
        kind: bounded ? kinds.durationOrZero : above,
      },
      { at: 'sessionSigningKeys.keyEvictionPeriod', text: keys.keyEvictionPeriod, kind: above },
    );
    if (bounded) {
      answers.push({
        at: 'sessionSigningKeys.toleranceShiftDuration',
        text: keys.toleranceShiftDuration,
        kind: kinds.durationOrZero,
      });
    }
  }
  return answers;
}

function kmsAnswers(kms: Kms, release: Release): Answer[] {
  const common = [
    { at: 'name', text: kms.name, kind: kinds.kmsName },
    ...retryAnswers('retries.failures', kms.retries.failures),
    ...retryAnswers('retries.createKeyCheck', kms.retries.createKeyCheck),
  ];
  switch (kms.type) {
    case 'aws':
      return [
        ...common,
        { at: 'region', text: kms.region, kind: kinds.region },
        ...(kms.keyAccount.type === 'other'
          ? [{ at: 'keyAccount.account', text: kms.keyAccount.account, kind: kinds.account }]
          : []),
        ...(kms.credentials.type === 'profile'
          ? [{ at: 'credentials.profile', text: kms.credentials.profile, kind: kinds.profile }]
          : []),
        // Tags reach no file before 3.6.
        ...(release === '3.6' ? tagAnswers(kms.customTags) : []),
      ];
    case 'gcp':
      return [
        ...common,
        { at: 'locationId', text: kms.locationId, kind: kinds.location },
        { at: 'projectId', text: kms.projectId, kind: kinds.project },
        { at: 'keyRingId', text: kms.keyRingId, kind: kinds.keyRing },
        ...(kms.keyProject.type === 'other'
          ? [
              {
                at: 'keyProject.serviceAccountProject',
                text: kms.keyProject.serviceAccountProject,
                kind: kinds.serviceProject,
              },
            ]
          : []),
        ...(kms.credentials.type === 'key-file'
          ? [{ at: 'credentials.path', text: kms.credentials.path, kind: kinds.credentialPath }]
          : []),
      ];
    case 'driver':
      return [
        ...common,
        { at: 'driverName', text: kms.driverName, kind: kinds.driverName },
        { at: 'jar', text: kms.jar, kind: kinds.jar },
        { at: 'healthCheckPeriod', text: kms.healthCheckPeriod, kind: kinds.healthCheck },
        ...driverAnswers(kms),
      ];
  }
}

function retryAnswers(at: Path, { initialDelay, maxDelay, maxRetries }: Backoff): Answer[] {
  return [
    { at: `${at}.initialDelay`, text: initialDelay, kind: kinds.delay },
    { at: `${at}.maxDelay`, text: maxDelay, kind: kinds.delay },
    { at: `${at}.maxRetries`, text: maxRetries, kind: kinds.maxRetries },
  ];
}

function tagAnswers(tags: readonly { name: string; value: string }[]): Answer[] {
  return tags.flatMap(({ name, value }, index) => [
    { at: `customTags.${index}.name`, text: name, kind: kinds.tagName },
    { at: `customTags.${index}.value`, text: value, kind: kinds.tagValue },
  ]);
}

function driverAnswers(kms: Extract<Kms, { type: 'driver' }>): Answer[] {
  return driverValues(kms.config).flatMap(({ at, key, keyAt, value }): Answer[] => {
    const answers: Answer[] = keyAt === undefined ? [] : [{ at: keyAt, text: key, kind: kinds.driverKey }];
    if (value.type === 'text') answers.push({ at: `${at}.value`, text: value.value, kind: kinds.driverText });
    if (value.type === 'number') answers.push({ at: `${at}.value`, text: value.value, kind: kinds.driverNumber });
    if (value.type === 'secret') answers.push({ at: `${at}.variable`, text: value.variable, kind: kinds.variable });
    return answers;
  });
}
