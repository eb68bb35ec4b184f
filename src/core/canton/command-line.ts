import type { KmsType } from './schemes';
import { code, documented, type Source, seen } from './sources';

/** How Canton is started, and what it takes from the command line and the environment. */

/** Main class for a start with a class path of one's own; a jar started with `-jar` takes no second one. */
export const mainClass = 'com.digitalasset.canton.CantonCommunityApp';
export const mainClassSource: Source = documented('tutorials/kms_driver_guide.rst', 'Canton: KMS driver guide');

/** Options for the audit lines of the KMS. The documentation names a `--kms-log-file-history`; there is no such option. */
export const kmsLogFlags = {
  fileName: '--kms-log-file-name',
  immediateFlush: '--kms-log-immediate-flush',
  rollingPattern: '--kms-log-file-rolling-pattern',
  rollingHistory: '--kms-log-file-rolling-history',
} as const;
export const kmsLogFlagsSource: Source = code('cli', 'Cli.scala');

/** Variables that the clients of the clouds read; none of them belongs into Canton's configuration. */
export const credentialVariables = {
  aws: {
    keyId: 'AWS_ACCESS_KEY_ID',
    secretKey: 'AWS_SECRET_ACCESS_KEY',
    /** Only for temporary credentials. */
    sessionToken: 'AWS_SESSION_TOKEN',
    profile: 'AWS_PROFILE',
  },
  gcp: {
    keyFile: 'GOOGLE_APPLICATION_CREDENTIALS',
  },
} as const;
export const credentialSources: Record<Exclude<KmsType, 'driver'>, Source> = {
  aws: code('crypto', 'kms/aws/AwsKms.scala'),
  gcp: code('crypto', 'kms/gcp/GcpKms.scala'),
};

/** Exit statuses of the process, as they were seen. */
export const exitStatus = {
  /** The configuration can't be read, or is refused. */
  configuration: 1,
  /** A node can't start; the whole process ends with it. */
  node: 117,
} as const;
export const exitStatusSource: Source = seen(
  'root',
  'community/base/src/main/scala/com/digitalasset/canton/error/FatalError.scala',
);
