import { type Release, releases } from '../../src/core/canton/releases';
import { defaultScheme, type SchemeKind } from '../../src/core/canton/schemes';
import { parseDuration } from '../../src/core/plan/duration';
import type { Backoff, DriverEntry, DriverValue, Kms } from '../../src/core/plan/kms';
import type { Node, Schemes } from '../../src/core/plan/node';
import { kmsOf, type Plan } from '../../src/core/plan/plan';
import type { Settled } from './settled';

type Values = { readonly [name: string]: Settled };

/**
 * What Canton must hold for a node after reading, said a second time, straight from the plan: every value, Canton's
 * defaults spelled out here, without a look at how the files are written.
 * @param env what the variables of secrets hold
 */
export function plannedValues(plan: Plan, node: Node, env: Readonly<Record<string, string>>): Values {
  const { release } = plan;
  const kms = kmsOf(plan, node);
  const session = sessionKeys(node, release);
  const crypto: Values = {
    provider: node.custody.type === 'external' ? 'kms' : 'jce',
    ...schemesOf(plan, node),
    symmetric: {},
    hash: {},
    pbkdf: {},
    ...(kms && {
      kms: { ...kmsValues(kms, release, env), ...(release === '3.4' && { 'session-signing-keys': session }) },
    }),
    ...(since('3.5', release) && { 'session-signing-keys': session }),
    'private-key-store': privateKeyStore(node),
    ...(since('3.5', release) && { parallelism: parallelism(node, release) }),
    ...(since('3.6', release) && { 'enable-experimental': plan.enableExperimental }),
  };
  const init = initValues(node);
  return release === '3.3' ? { crypto, init, parameters: { 'session-signing-keys': session } } : { crypto, init };
}

/** A node with given keys leaves its identity to a script; any other makes it. */
function initValues({ kind, custody }: Node): Values {
  const given = custody.type === 'external' && custody.keys.type === 'given';
  return {
    identity: given ? { type: 'manual' } : { type: 'auto', identifier: { type: 'config' } },
    'generate-intermediate-key': false,
    'generate-topology-transactions-and-keys': !given,
    ...(kind === 'participant' && { 'ledger-api': { 'max-deduplication-duration': time(undefined, '7d') } }),
  };
}

function since(first: Release, release: Release): boolean {
  return releases.indexOf(release) >= releases.indexOf(first);
}

function kmsValues(kms: Kms, release: Release, env: Readonly<Record<string, string>>): Values {
  const retries = {
    failures: backoff(kms.retries.failures, '500ms', 2147483647),
    'create-key-check': backoff(kms.retries.createKeyCheck, '100ms', 20),
  };
  const { type } = kms;
  switch (kms.type) {
    case 'aws':
      return {
        type,
        retries,
        region: kms.region,
        'multi-region-key': kms.multiRegionKey,
        'audit-logging': kms.auditLogging,
        'disable-ssl-verification': kms.disableSslVerification,
        ...(kms.endpointOverride !== '' && { 'endpoint-override': kms.endpointOverride }),
        ...(since('3.6', release) && {
          'custom-tags': Object.fromEntries(kms.customTags.map(({ name, value }) => [name, value])),
        }),
      };
    case 'gcp':
      return {
        type,
        retries,
        'location-id': kms.locationId,
        'project-id': kms.projectId,
        'key-ring-id': kms.keyRingId,
        'audit-logging': kms.auditLogging,
        ...(kms.endpointOverride !== '' && { 'endpoint-override': kms.endpointOverride }),
      };
    case 'driver':
      return {
        type,
        retries,
        name: kms.driverName,
        config: config(kms.config, env),
        'health-check-period': time(kms.healthCheckPeriod, '10s'),
      };
  }
}

function backoff({ initialDelay, maxDelay, maxRetries }: Backoff, delay: string, times: number): Values {
  return {
    'initial-delay': time(initialDelay, delay),
    'max-delay': time(maxDelay, '10s'),
    'max-retries': maxRetries === '' ? times : Number(maxRetries),
  };
}

function config(entries: readonly DriverEntry[], env: Readonly<Record<string, string>>): Values {
  return Object.fromEntries(entries.map(({ key, value }) => [key, driverValue(value, env)]));
}

function driverValue(value: DriverValue, env: Readonly<Record<string, string>>): Settled {
  switch (value.type) {
    case 'number':
      return Number(value.value);
    case 'secret':
      return env[value.variable] ?? '';
    case 'list':
      return value.items.map((item) => driverValue(item, env));
    case 'group':
      return config(value.entries, env);
    default:
      return value.value;
  }
}

function privateKeyStore({ custody }: Node): Values {
  if (custody.type !== 'envelope') return {};
  const given = custody.wrapperKey.type === 'given' ? { 'wrapper-key-id': custody.wrapperKey.id } : {};
  return { encryption: { type: 'kms', reverted: false, ...given } };
}

function parallelism({ parallelism: given }: Node, release: Release): Values {
  const count = (answer: string) => (answer === '' ? 10 : Number(answer));
  return {
    'signature-verification-parallelism': count(given.signatureVerification),
    ...(since('3.6', release) && { 'encryption-parallelism': count(given.encryption) }),
  };
}

function sessionKeys({ sessionSigningKeys: given }: Node, release: Release): Values {
  const on = given.type === 'on' ? given : undefined;
  const bounded = since('3.5', release);
  return {
    enabled: on !== undefined,
    'key-validity-duration': time(on?.keyValidityDuration, '5m'),
    'cut-off-duration': time(on?.cutOffDuration, bounded ? '1m' : '30s'),
    'key-eviction-period': time(on?.keyEvictionPeriod, '10m'),
    'signing-algorithm-spec': on?.signingAlgorithm ?? 'ed-25519',
    'signing-key-spec': on?.signingKey ?? 'ec-curve-25519',
    ...(bounded && {
      'tolerance-shift-duration': time(on?.toleranceShiftDuration, '2m'),
      'disable-bound-checks': on?.disableBoundChecks ?? false,
    }),
  };
}

const answers = {
  'signing.algorithms': 'signingAlgorithms',
  'signing.keys': 'signingKeys',
  'encryption.algorithms': 'encryptionAlgorithms',
  'encryption.keys': 'encryptionKeys',
} as const satisfies Record<SchemeKind, keyof Schemes>;

/** Every default spelled out: the chosen one, or that of the nodes with external keys, or that of the provider. */
function schemesOf(plan: Plan, node: Node): Values {
  const external = plan.nodes.find(({ custody }) => custody.type === 'external');
  const scheme = (kind: SchemeKind): Values => {
    const { default: chosen, allowed } = node.schemes[answers[kind]];
    const family = kind.startsWith('signing')
      ? (['signingAlgorithms', 'signingKeys'] as const)
      : (['encryptionAlgorithms', 'encryptionKeys'] as const);
    const untouched = family.every(
      (name) => node.schemes[name].default === null && node.schemes[name].allowed.length === 0,
    );
    const follows = node.custody.type === 'none' && untouched ? external : undefined;
    const provider = node.custody.type === 'external' || follows ? 'kms' : 'jce';
    const value = chosen ?? follows?.schemes[answers[kind]].default ?? defaultScheme(kind, provider, plan.release);
    return { default: value, ...(allowed.length > 0 && { allowed: [...allowed].sort() }) };
  };
  return {
    signing: { algorithms: scheme('signing.algorithms'), keys: scheme('signing.keys') },
    encryption: { algorithms: scheme('encryption.algorithms'), keys: scheme('encryption.keys') },
  };
}

function time(answer: string | undefined, standard: string): string {
  const milliseconds = parseDuration(answer === undefined || answer === '' ? standard : answer);
  if (milliseconds === undefined) throw new Error(`${answer} is no duration`);
  return `${milliseconds}ms`;
}
