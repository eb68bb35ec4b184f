import { credentialSources, type kmsLogFlags, kmsLogFlagsSource, mainClassSource } from './command-line';
import { hoconSource } from './hocon-source';
import type { Reason } from './reason';
import type { KmsType } from './schemes';
import { code, seen } from './sources';

/** What the parts of the start line are for. */
export const startReasons = {
  daemon: {
    about: 'With `daemon` Canton starts all nodes of its configuration and runs them without a console.',
    source: code('cli', 'Cli.scala'),
  },
  files: {
    about: 'Where several files set the same key, the last one wins: these files come after your own.',
    source: code('appConfig', 'CantonConfig.scala'),
  },
  classPath: {
    about:
      'The jar of a driver must stand on the class path, which `java -jar` leaves out: so the jar of Canton stands there too, and its main class is named.',
    source: mainClassSource,
  },
} as const satisfies Record<string, Reason>;

/** What the options for the audit lines of the KMS do. */
export const kmsLogReasons = {
  fileName: {
    about: 'The audit lines of the KMS go to a file of their own instead of the main log.',
    source: seen('cli', 'Cli.scala'),
  },
  immediateFlush: {
    about: 'Whether each of these lines is written out at once, so that none is lost when the process ends.',
    source: kmsLogFlagsSource,
  },
  rollingPattern: {
    about: 'The date in the names of these files: with it a new one begins.',
    source: kmsLogFlagsSource,
  },
  rollingHistory: { about: 'How many earlier ones of these files are kept.', source: kmsLogFlagsSource },
} as const satisfies Record<keyof typeof kmsLogFlags, Reason>;

/** Why a variable is needed, by the KMS that needs it: nothing of it stands in Canton's own configuration. */
export const variableReasons = {
  aws: {
    about:
      'The node signs in to AWS with whatever the client of AWS finds by itself, and this variable is among what it looks for. Canton has no setting for credentials.',
    source: credentialSources.aws,
  },
  gcp: {
    about:
      "The node signs in with Google's application default credentials, and this variable names the key file for them. Canton has no setting for credentials.",
    source: credentialSources.gcp,
  },
  driver: {
    about: 'The configuration holds only the name of this variable, and takes its value when Canton reads it.',
    source: hoconSource('substitutions'),
  },
} as const satisfies Record<KmsType, Reason>;
