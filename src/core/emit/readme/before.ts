import { credentialSources, credentialVariables, mainClassSource } from '../../canton/command-line';
import {
  createdInKmsSources,
  keyIdListSource,
  memoryStorageSource,
  otherProviderSource,
} from '../../canton/operation-sources';
import { concluded } from '../../canton/sources';
import type { AwsKms, GcpKms, Kms } from '../../plan/kms';
import { hasMoves } from '../../plan/migration';
import { type Block, type Inline, said, steps, type Text } from '../markdown/printer';
import type { Settings, UsedKms } from '../settings';
import { environmentFileName, environmentVariables } from '../targets/environment';
import { broughtKeys } from './brought-keys';
import { kmsName, nodeNames } from './names';

/** What must be in place before the first start, in this order. */
export function before(settings: Settings): readonly Block[] {
  const { nodes } = settings.plan;
  const envelope = nodes.filter((node) => node.custody.type === 'envelope');
  const external = nodes.filter((node) => node.custody.type === 'external');
  const items: readonly Text[] = [
    ...(broughtKeys(settings).length > 0
      ? [['Make the keys of the tables above, and see that each is enabled.'] as const]
      : []),
    ...(hasMoves(settings.plan) ? [ownConfiguration] : []),
    ...settings.used.map(kmsIsThere),
    ...settings.used.flatMap(credentials),
    ...(environmentVariables(settings).length > 0
      ? [
          [
            'Copy ',
            { code: environmentFileName },
            ' to ',
            { code: '.env' },
            ', make it readable by the owner alone (',
            { code: 'chmod 600 .env' },
            ') and fill it in. No secret belongs into the configuration itself.',
          ] as const,
        ]
      : []),
    ...(envelope.length > 0
      ? [[...nodeNames(envelope), ': storage must be a database. ', ...memoryEnvelope(settings)] as const]
      : []),
    ...(external.length > 0
      ? [
          [
            ...nodeNames(external),
            said(
              ': storage should be a database. In memory the list of which KMS keys belong to the node is lost with a restart.',
              keyIdListSource,
            ),
          ] as const,
        ]
      : []),
    ...settings.used.flatMap(({ kms, index }) => driverJar(kms, index)),
  ];
  return items.length === 0 ? [] : [steps(items)];
}

/** What is copied from an old node along with its settings goes wrong without a word. */
const ownConfiguration: Text = [
  'Write a configuration of your own for each new node, with an empty database and ports of its own. Copied from the old node it must lose ',
  { code: 'crypto' },
  ' and ',
  { code: 'init.identity' },
  said(
    ': encryption of the database that is configured beside external keys is ignored, and nothing warns.',
    otherProviderSource,
  ),
];

function memoryEnvelope(settings: Settings): readonly Inline[] {
  const silent = settings.release === '3.3' || settings.release === '3.4';
  const what = silent
    ? `With storage in memory Canton ${settings.release} leaves the keys unencrypted without a word.`
    : 'With storage in memory the node does not start.';
  return [said(what, memoryStorageSource(settings.release))];
}

function kmsIsThere({ kms, index }: UsedKms): Text {
  const name = kmsName(kms, `kms.${index}`);
  if (kms.type === 'gcp')
    return [
      'Create ',
      ...name,
      said(
        ' if it is not there yet: Canton creates keys, never rings. Then grant the permissions below.',
        createdInKmsSources.gcp,
      ),
    ];
  if (kms.type === 'driver') return ['Set up ', ...name, ' by its own documentation.'];
  return ['Grant the permissions below in ', ...name, '.'];
}

function credentials({ kms, index }: UsedKms): readonly Text[] {
  if (kms.type === 'aws') return [aws(kms, `kms.${index}.credentials`)];
  return kms.type === 'gcp' ? [gcp(kms, `kms.${index}.credentials`)] : [];
}

function aws(kms: AwsKms, path: string): Text {
  const { keyId, secretKey, profile } = credentialVariables.aws;
  const name = { code: keyId };
  const source = credentialSources.aws;
  const first = said(' unset: it would come first.', concluded(source));
  switch (kms.credentials.type) {
    case 'static':
      return [
        said('Sign in to AWS with ', source),
        name,
        ' and ',
        { code: secretKey },
        ' in the environment of the process.',
      ];
    case 'profile':
      return [
        said('Sign in to AWS with the profile ', source),
        { code: kms.credentials.profile, from: `${path}.profile` },
        ', named by ',
        { code: profile },
        '.',
      ];
    case 'irsa':
      return ['Sign in to AWS with the role of the Kubernetes service account (IRSA). Leave ', name, first];
    case 'pod-identity':
      return ['Sign in to AWS with EKS Pod Identity. Leave ', name, first];
    case 'instance-role':
      return ['Sign in to AWS with the role of the machine. Leave ', name, first];
  }
}

function gcp(kms: GcpKms, path: string): Text {
  const { keyFile } = credentialVariables.gcp;
  if (kms.credentials.type === 'workload-identity') {
    return [
      'Sign in to Google Cloud with workload identity. Leave ',
      { code: keyFile },
      said(' unset: it would come first.', concluded(credentialSources.gcp)),
    ];
  }
  const where: readonly Inline[] =
    kms.credentials.path === '' ? [] : [' (', { code: kms.credentials.path, from: `${path}.path` }, ')'];
  return [
    said('Put the key file of the service account', credentialSources.gcp),
    ...where,
    ' on the machine; ',
    { code: keyFile },
    ' names it.',
  ];
}

function driverJar(kms: Kms, index: number): readonly Text[] {
  if (kms.type !== 'driver') return [];
  const where: readonly Inline[] = kms.jar === '' ? [] : [' at ', { code: kms.jar, from: `kms.${index}.jar` }];
  const name = { code: kms.driverName, from: `kms.${index}.driverName` };
  return [
    [
      'Put the jar of the driver ',
      name,
      where.length === 0 ? ' on the machine' : '',
      ...where,
      said('. It must hold everything it needs.', mainClassSource),
    ],
  ];
}
