import type { Key, Keys } from './keys-model';
import { sessionSigningKeys34 } from './keys-session';
import { code } from './sources';

/** The keys of `crypto.kms`, one group for each type. */

const source = code('config', 'KmsConfig.scala');

const backoff = {
  'initial-delay': {
    type: { kind: 'duration', from: 'zero' },
    required: true,
    about: 'Pause before the first repetition of a failed call; it doubles from one to the next.',
    source: code('config', 'ExponentialBackoffConfig.scala'),
  },
  'max-delay': {
    type: { kind: 'duration', from: 'zero', endless: true },
    required: true,
    about: 'Longest pause between two repetitions.',
    source: code('config', 'ExponentialBackoffConfig.scala'),
  },
  'max-retries': {
    type: { kind: 'whole' },
    required: true,
    about: 'How often a failed call is repeated. 2147483647 stands for without end; words are refused.',
    source: code('config', 'ExponentialBackoffConfig.scala'),
  },
} as const satisfies Keys;

const retries = {
  type: {
    kind: 'object',
    keys: {
      failures: {
        type: { kind: 'object', keys: backoff },
        about:
          'How failed calls to the KMS are repeated. Once this section is written all three of its keys must be: they have no defaults of their own. Without it: 500 ms, at most 10 s, without end.',
        source,
      },
      'create-key-check': {
        type: { kind: 'object', keys: backoff },
        about:
          'How long the node waits until a key exists and is active: after creating one, and for the wrapper key at each start. All three keys or none. Without it: 100 ms, at most 10 s, 20 times.',
        source,
      },
    },
  },
  about: 'How calls to the KMS are repeated when they fail.',
  source,
} as const satisfies Key;

const auditLogging = {
  type: { kind: 'flag' },
  default: false,
  about:
    'Writes each request to the KMS and its answer, without the sensitive parts, to the log at level INFO; into a file of its own when KMS_LOG_FILE_NAME is set.',
  source,
} as const satisfies Key;

const sessionSigningKeys = {
  type: { kind: 'object', keys: sessionSigningKeys34 },
  since: '3.4',
  until: '3.4',
  about: 'Session signing keys. In 3.4 they stand here; 3.3 and 3.5 have them elsewhere.',
  source: code('config', 'KmsConfig.scala', '3.4'),
} as const satisfies Key;

const aws = {
  region: {
    type: { kind: 'text' },
    required: true,
    about:
      'AWS region of the KMS. Only this counts: AWS_REGION in the environment is not read. A wrong one fails at the first call, not while loading.',
    source,
  },
  'multi-region-key': {
    type: { kind: 'flag' },
    default: false,
    about: 'Keys that Canton creates become multi-region keys. Canton replicates none of them to another region.',
    source,
  },
  'audit-logging': auditLogging,
  retries,
  'disable-ssl-verification': {
    type: { kind: 'flag' },
    default: false,
    about:
      'Stops checking the certificate of the KMS endpoint, so anyone on the way can pose as the KMS. For emulators only; needs canton.parameters.non-standard-config.',
    source,
  },
  'endpoint-override': {
    type: { kind: 'text' },
    nullable: true,
    about:
      'Address of the KMS instead of the one of the region, with its scheme: https://... Whoever runs that address sees every call and signs in the name of the node.',
    source,
  },
  'custom-tags': {
    type: { kind: 'tags' },
    since: '3.6',
    about: 'Tags on the keys that Canton creates from now on. A tag CreatedBy is replaced by Canton.',
    source: code('config', 'KmsConfig.scala', '3.6'),
  },
  'session-signing-keys': sessionSigningKeys,
} as const satisfies Keys;

const gcp = {
  'location-id': {
    type: { kind: 'text' },
    required: true,
    about: 'Location of the key ring: a region, a multi-region, or global.',
    source,
  },
  'project-id': { type: { kind: 'text' }, required: true, about: 'Project that owns the key ring.', source },
  'key-ring-id': {
    type: { kind: 'text' },
    required: true,
    about: 'Name of the key ring. It must exist: Canton creates keys, never rings.',
    source,
  },
  'audit-logging': auditLogging,
  retries,
  'endpoint-override': {
    type: { kind: 'text' },
    nullable: true,
    about: 'Address of the KMS as host:port, for emulators and private endpoints.',
    source,
  },
  'session-signing-keys': sessionSigningKeys,
} as const satisfies Keys;

const driver = {
  name: {
    type: { kind: 'text' },
    required: true,
    about:
      "Name the driver announces itself with. It must match to the letter and the driver's jar must be on the class path, or the node doesn't start.",
    source,
  },
  config: {
    type: { kind: 'opaque' },
    required: true,
    about:
      "The driver's own settings. Canton hands them over unread, but refuses to load without this section: {} is enough.",
    source,
  },
  'health-check-period': {
    type: { kind: 'duration', from: 'above-zero' },
    default: '10s',
    about: "How often the node asks the driver for its health, which becomes part of the node's own.",
    source,
  },
  retries,
  'session-signing-keys': sessionSigningKeys,
} as const satisfies Keys;

export const kmsVariants = { aws, gcp, driver } as const satisfies Record<string, Keys>;
