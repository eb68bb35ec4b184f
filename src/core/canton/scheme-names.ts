import type { Scheme } from './schemes';

/** Schemes as Canton's log spells them; its configuration spells them otherwise. Source: Signing.scala, Encryption.scala. */
const inLog = {
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
} as const satisfies Record<Scheme, string>;

/** A scheme as it stands in a node's log. */
export function logNameOf(scheme: Scheme): string {
  return inLog[scheme];
}

/** A set of schemes as it stands in a node's log. */
export function logSetOf(schemes: readonly Scheme[]): string {
  return `Set(${schemes.map(logNameOf).join(', ')})`;
}
