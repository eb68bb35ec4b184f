import { purposesOf } from '../canton/key-purposes';
import { holdsFor, type Release } from '../canton/releases';
import { keyOf } from '../plan/edit-keys';
import type { Backoff, DriverKms, Kms } from '../plan/kms';
import type { Node } from '../plan/node';
import type { Path } from '../plan/plan';
import { driverValues } from './driver-values';
import { type Kind, kinds, nodeNames } from './format-kinds';
import { keyPath } from './node-keys';

/** An answer that reaches a file, with the kind it is of. */
export type Answer = { readonly at: Path; readonly text: string; readonly kind: Kind };

/** What a node's answers reach beside its own configuration: the scripts of the task, and the console that runs them. */
export type Reach = { readonly release: Release; readonly setsUp: boolean; readonly scripts: boolean };

/** The answers of a node; what the line has no key for is left out. */
export function nodeAnswers(node: Node, { release, setsUp, scripts }: Reach): Answer[] {
  const answers: Answer[] = [{ at: 'name', text: node.name, kind: nodeNames[release] }];
  const { custody, sessionSigningKeys: keys, parallelism } = node;
  if (custody.type === 'envelope' && custody.wrapperKey.type === 'given') {
    answers.push({ at: 'custody.wrapperKey.id', text: custody.wrapperKey.id, kind: kinds.keyId });
  }
  if (setsUp) answers.push(...ownKeyAnswers(node));
  if (scripts) answers.push(...consoleAnswers(node));
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

function ownKeyAnswers(node: Node): Answer[] {
  const { custody, identifier, intermediate } = node;
  if (custody.type !== 'external') return [];
  const answers: Answer[] =
    custody.keys.type === 'given'
      ? [
          { at: 'identifier', text: identifier, kind: kinds.identifier },
          ...purposesOf(node.kind).map((purpose) => ({
            at: keyPath(purpose),
            text: keyOf(node, purpose),
            kind: kinds.givenKeyId,
          })),
        ]
      : [];
  if (intermediate.type === 'on') {
    answers.push({ at: 'intermediate.keyId', text: intermediate.keyId, kind: kinds.givenKeyId });
  }
  return answers;
}

function consoleAnswers({ adminApi, apiPort, kind }: Node): Answer[] {
  return [
    { at: 'adminApi.address', text: adminApi.address, kind: kinds.adminAddress },
    { at: 'adminApi.port', text: adminApi.port, kind: kinds.adminPort },
    ...(kind === 'mediator' ? [] : [{ at: 'apiPort', text: apiPort, kind: kinds.apiPort }]),
  ];
}

/** The answers of a KMS. */
export function kmsAnswers(kms: Kms, release: Release): Answer[] {
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

function driverAnswers(kms: DriverKms): Answer[] {
  return driverValues(kms.config).flatMap(({ at, key, keyAt, value }): Answer[] => {
    const answers: Answer[] = keyAt === undefined ? [] : [{ at: keyAt, text: key, kind: kinds.driverKey }];
    if (value.type === 'text') answers.push({ at: `${at}.value`, text: value.value, kind: kinds.driverText });
    if (value.type === 'number') answers.push({ at: `${at}.value`, text: value.value, kind: kinds.driverNumber });
    if (value.type === 'secret') answers.push({ at: `${at}.variable`, text: value.variable, kind: kinds.variable });
    return answers;
  });
}
