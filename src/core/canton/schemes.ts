import { holdsFor, type Release, type Span } from './releases';
import { code, type Source, seen } from './sources';

/**
 * Canton's asymmetric schemes, spelled as its configuration spells them, and what each crypto provider and each KMS
 * can do with them. The fixed ones (symmetric, hash, password-based) have one value each and are not offered.
 */
export const signingAlgorithms = ['ed-25519', 'ec-dsa-sha-256', 'ec-dsa-sha-384', 'ml-dsa-65'] as const;
export const signingKeys = ['ec-curve-25519', 'ec-p-256', 'ec-p-384', 'ec-secp-256k-1', 'ml-dsa-65'] as const;
export const encryptionAlgorithms = [
  'ecies-hkdf-hmac-sha-256-aes-128-cbc',
  'ecies-hkdf-hmac-sha-256-aes-128-gcm',
  'rsa-oaep-sha-256',
] as const;
export const encryptionKeys = ['ec-p-256', 'rsa-2048'] as const;

export type SigningAlgorithm = (typeof signingAlgorithms)[number];
export type SigningKey = (typeof signingKeys)[number];
export type EncryptionAlgorithm = (typeof encryptionAlgorithms)[number];
export type EncryptionKey = (typeof encryptionKeys)[number];
export type Scheme = SigningAlgorithm | SigningKey | EncryptionAlgorithm | EncryptionKey;

/** The four choices a node has, named by where they stand below `crypto`. */
export type SchemeValues = {
  readonly 'signing.algorithms': SigningAlgorithm;
  readonly 'signing.keys': SigningKey;
  readonly 'encryption.algorithms': EncryptionAlgorithm;
  readonly 'encryption.keys': EncryptionKey;
};
export type SchemeKind = keyof SchemeValues;

export const schemesOf: { readonly [K in SchemeKind]: readonly SchemeValues[K][] } = {
  'signing.algorithms': signingAlgorithms,
  'signing.keys': signingKeys,
  'encryption.algorithms': encryptionAlgorithms,
  'encryption.keys': encryptionKeys,
};

/** Source: the enumerations in the crypto package and their readers. */
export const schemeSource: Source = code('config', 'CryptoProvider.scala');

/** Lines in which Canton reads a scheme's name at all; the others are read by all four. */
const spans: Partial<Record<Scheme, Span>> = {
  'ml-dsa-65': { since: '3.6' },
  'ecies-hkdf-hmac-sha-256-aes-128-gcm': { until: '3.3' },
};

const logNames: Record<Scheme, string> = {
  'ed-25519': 'Ed25519',
  'ec-dsa-sha-256': 'EC-DSA-SHA256',
  'ec-dsa-sha-384': 'EC-DSA-SHA384',
  'ml-dsa-65': 'ML-DSA-65',
  'ec-curve-25519': 'EC-Curve25519',
  'ec-p-256': 'EC-P256',
  'ec-p-384': 'EC-P384',
  'ec-secp-256k-1': 'EC-Secp256k1',
  'ecies-hkdf-hmac-sha-256-aes-128-cbc': 'ECIES_HMAC256_AES128-CBC',
  'ecies-hkdf-hmac-sha-256-aes-128-gcm': 'ECIES_HMAC256_AES128-GCM',
  'rsa-oaep-sha-256': 'RSA-OAEP-SHA256',
  'rsa-2048': 'RSA-2048',
};

/** What Canton's log and console call a scheme, so that an operator can search for it. */
export function loggedAs(scheme: Scheme): string {
  return logNames[scheme];
}

/** The lines whose configuration reader knows the scheme's name. */
export function spanOf(scheme: Scheme): Span {
  return spans[scheme] ?? {};
}

/** Whether a line's configuration reader knows the scheme's name. */
export function isKnown(scheme: Scheme, release: Release): boolean {
  return holdsFor(spanOf(scheme), release);
}

/** Schemes that work only with `crypto.enable-experimental`. */
export function isExperimental(scheme: Scheme): boolean {
  return scheme === 'ml-dsa-65';
}

export type CryptoProvider = 'jce' | 'kms';

/** What a node uses when its configuration names no default. Source: {@link schemeSource}. */
export function defaultScheme<K extends SchemeKind>(
  kind: K,
  provider: CryptoProvider,
  release: Release,
): SchemeValues[K] {
  const defaults: { readonly [P in CryptoProvider]: SchemeValues } = {
    jce: {
      'signing.algorithms': 'ed-25519',
      'signing.keys': 'ec-curve-25519',
      'encryption.algorithms':
        release === '3.3' ? 'ecies-hkdf-hmac-sha-256-aes-128-gcm' : 'ecies-hkdf-hmac-sha-256-aes-128-cbc',
      'encryption.keys': 'ec-p-256',
    },
    kms: {
      'signing.algorithms': 'ec-dsa-sha-256',
      'signing.keys': 'ec-p-256',
      'encryption.algorithms': 'rsa-oaep-sha-256',
      'encryption.keys': 'rsa-2048',
    },
  };
  return defaults[provider][kind];
}

/** Key specifications that an algorithm can use. Sources: Signing.scala and Encryption.scala. */
export const keysOfAlgorithm: Record<SigningAlgorithm, readonly SigningKey[]> &
  Record<EncryptionAlgorithm, readonly EncryptionKey[]> = {
  'ed-25519': ['ec-curve-25519'],
  'ec-dsa-sha-256': ['ec-p-256', 'ec-secp-256k-1'],
  'ec-dsa-sha-384': ['ec-p-384'],
  'ml-dsa-65': ['ml-dsa-65'],
  'ecies-hkdf-hmac-sha-256-aes-128-cbc': ['ec-p-256'],
  'ecies-hkdf-hmac-sha-256-aes-128-gcm': ['ec-p-256'],
  'rsa-oaep-sha-256': ['rsa-2048'],
};
export const keysOfAlgorithmSource: Source = code('crypto', 'Signing.scala');

export type KmsType = 'aws' | 'gcp' | 'driver';
export const kmsTypes = ['aws', 'gcp', 'driver'] as const;

type Support = { readonly [K in SchemeKind]: readonly SchemeValues[K][] };

const awsKeys: Support = {
  'signing.algorithms': ['ec-dsa-sha-256', 'ec-dsa-sha-384', 'ml-dsa-65'],
  'signing.keys': ['ec-p-256', 'ec-p-384', 'ec-secp-256k-1', 'ml-dsa-65'],
  'encryption.algorithms': ['rsa-oaep-sha-256'],
  'encryption.keys': ['rsa-2048'],
};

/**
 * What a KMS can do with private keys it holds, so what may stand as a default with external keys. In a line where the
 * name is unknown ({@link isKnown}) it doesn't count. A driver announces its own set at run time: here stands what the
 * driver interface lets it announce. Source: the companion objects of AwsKms and GcpKms.
 */
const support: Record<KmsType, Support> = {
  aws: awsKeys,
  gcp: {
    ...awsKeys,
    'signing.algorithms': ['ed-25519', ...awsKeys['signing.algorithms']],
    'signing.keys': ['ec-curve-25519', ...awsKeys['signing.keys']],
  },
  driver: {
    'signing.algorithms': ['ed-25519', 'ec-dsa-sha-256', 'ec-dsa-sha-384'],
    'signing.keys': ['ec-curve-25519', 'ec-p-256', 'ec-p-384', 'ec-secp-256k-1'],
    'encryption.algorithms': ['ecies-hkdf-hmac-sha-256-aes-128-cbc', 'rsa-oaep-sha-256'],
    'encryption.keys': ['ec-p-256', 'rsa-2048'],
  },
};

/** In 3.3 the KMS provider itself only verifies and encrypts with these, whichever KMS it is. */
const onlyVerifiedIn33: readonly Scheme[] = ['ed-25519', 'ec-curve-25519', 'ecies-hkdf-hmac-sha-256-aes-128-cbc'];

/** The schemes of one kind that a KMS type can hold private keys for, in a line. */
export function supportedByKms<K extends SchemeKind>(
  kind: K,
  type: KmsType,
  release: Release,
): readonly SchemeValues[K][] {
  const all: readonly SchemeValues[K][] = support[type][kind];
  return all.filter((scheme) => {
    if (!isKnown(scheme, release)) return false;
    if (release !== '3.3') return true;
    return !onlyVerifiedIn33.includes(scheme) && !(kind === 'encryption.keys' && scheme === 'ec-p-256');
  });
}

/** Where a KMS type's set is written. */
export function kmsSupportSource(type: KmsType, release: Release): Source {
  const file = { aws: 'kms/aws/AwsKms.scala', gcp: 'kms/gcp/GcpKms.scala', driver: 'kms/driver/v1/DriverKms.scala' };
  // The clients of 3.3 are not in the open repository.
  return code('crypto', file[type], release === '3.3' && type !== 'driver' ? '3.4' : release);
}

/** What a synchronizer requires of a node that connects: fixed at its bootstrap, else what its first sequencer allowed. */
export function handshakeSource(release: Release): Source {
  return code('common', 'crypto/CryptoHandshakeValidator.scala', release);
}

/** That a node which lacks some of it, or has another default, is refused. */
export const handshakeSeen: Source = seen('common', 'crypto/CryptoHandshakeValidator.scala');
