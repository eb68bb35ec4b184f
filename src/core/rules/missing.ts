import { code, concluded, type Source } from '../canton/sources';
import type { Kms } from '../plan/kms';
import type { Path } from '../plan/plan';
import { driverValues } from './driver-values';
import { eachKms, eachNode } from './each';
import type { Finding, Rule } from './finding';

/** Answers without which a file can't be written or a node can't work. Only of a KMS that a node uses. */

const kmsConfig = code('config', 'KmsConfig.scala');

function missing(id: string, path: Path, message: string, why: string, source: Source = kmsConfig): Finding {
  return { id, severity: 'error', path, message, why, source };
}

export const missingRule: Rule = (plan) => [
  ...eachKms(plan, (kms, at) => ofKms(kms, at)),
  ...eachNode(plan, ({ custody }, at) =>
    custody.type === 'envelope' && custody.wrapperKey.type === 'given' && custody.wrapperKey.id === ''
      ? [
          missing(
            'wrapper-key-id-missing',
            `${at}.custody.wrapperKey.id`,
            'Write the id of the wrapper key, or let Canton create one.',
            'An empty id is refused while loading.',
            code('config', 'EncryptedPrivateStoreConfig.scala'),
          ),
        ]
      : [],
  ),
];

function ofKms(kms: Kms, at: Path): Finding[] {
  switch (kms.type) {
    case 'aws':
      return [
        ...(kms.region === ''
          ? [
              missing(
                'region-missing',
                `${at}.region`,
                'Write the region of the keys, such as eu-central-1.',
                'The client is built for one region and takes it from here alone: AWS_REGION in the environment is not read.',
              ),
            ]
          : []),
        ...(kms.credentials.type === 'profile' && kms.credentials.profile === ''
          ? [
              missing(
                'profile-missing',
                `${at}.credentials.profile`,
                'Write the name of the AWS profile, such as canton.',
                'The environment of the node would name an empty profile, and AWS finds no credentials under it.',
                concluded(code('crypto', 'kms/aws/AwsKms.scala')),
              ),
            ]
          : []),
        ...(kms.keyAccount.type === 'other' && kms.keyAccount.account === ''
          ? [
              missing(
                'key-account-missing',
                `${at}.keyAccount.account`,
                'Write the twelve digits of the account that holds the keys.',
                'The permissions in the README would be for the keys of every account.',
                concluded(code('crypto', 'kms/aws/AwsKms.scala')),
              ),
            ]
          : []),
      ];
    case 'gcp':
      return [
        ...(kms.locationId === ''
          ? [
              missing(
                'location-missing',
                `${at}.locationId`,
                'Write the location of the key ring, such as europe-west6.',
                gcpWhy,
              ),
            ]
          : []),
        ...(kms.projectId === ''
          ? [
              missing(
                'project-missing',
                `${at}.projectId`,
                'Write the project that owns the key ring, such as acme-prod.',
                gcpWhy,
              ),
            ]
          : []),
        ...(kms.keyRingId === ''
          ? [missing('key-ring-missing', `${at}.keyRingId`, 'Write the name of the key ring, such as canton.', gcpWhy)]
          : []),
        ...(kms.keyProject.type === 'other' && kms.keyProject.serviceAccountProject === ''
          ? [
              missing(
                'service-account-project-missing',
                `${at}.keyProject.serviceAccountProject`,
                "Write the project that the node's service account belongs to.",
                'The README says whom to give the permissions, and could not name anybody.',
                concluded(code('crypto', 'kms/gcp/GcpKms.scala')),
              ),
            ]
          : []),
      ];
    case 'driver':
      return [
        ...(kms.driverName === ''
          ? [
              missing(
                'driver-name-missing',
                `${at}.driverName`,
                'Write the name the driver announces itself with.',
                'Canton finds a driver by this name among the jars on the class path, and the node does not start without it.',
                code('root', 'community/base/src/main/scala/com/digitalasset/canton/driver/v1/DriverLoader.scala'),
              ),
            ]
          : []),
        ...driverValues(kms.config).flatMap(({ at: valueAt, key, keyAt, value }) => [
          ...(keyAt !== undefined && key === ''
            ? [
                missing(
                  'driver-key-missing',
                  `${at}.${keyAt}`,
                  'Write the name of the setting, or remove it.',
                  driverWhy,
                ),
              ]
            : []),
          ...(value.type === 'number' && value.value === ''
            ? [
                missing(
                  'driver-number-missing',
                  `${at}.${valueAt}.value`,
                  'Write a number, or remove the setting.',
                  driverWhy,
                ),
              ]
            : []),
          ...(value.type === 'secret' && value.variable === ''
            ? [
                missing(
                  'secret-variable-missing',
                  `${at}.${valueAt}.variable`,
                  'Write the name of the environment variable that will hold the secret, such as HSM_PIN.',
                  'The file takes the secret from the environment of the node; the plan and its files never hold it.',
                  concluded(kmsConfig),
                ),
              ]
            : []),
        ]),
      ];
  }
}

const gcpWhy =
  "Canton builds each key's resource name from project, location and key ring; with one of them empty no key is found.";
const driverWhy = 'It would reach the driver empty.';
