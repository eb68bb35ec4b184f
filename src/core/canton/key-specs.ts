import type { KeyPurpose } from './key-purposes';
import type { Release } from './releases';
import { defaultScheme, type EncryptionKey, isKnown, type KmsType, type SigningKey } from './schemes';

/** What a key must be when it is made in the KMS, in the KMS's own words. */
export type KeyNeed = { readonly spec: string; readonly use: string };

/** What each KMS calls the two properties of a {@link KeyNeed}. */
export const keyNeedWords = {
  aws: { spec: 'KeySpec', use: 'KeyUsage' },
  gcp: { spec: 'Algorithm', use: 'Purpose' },
  driver: { spec: 'Key', use: 'Use' },
} as const satisfies Record<KmsType, KeyNeed>;

type Needs = {
  readonly signing: Partial<Record<SigningKey, KeyNeed>>;
  readonly encryption: Partial<Record<EncryptionKey, KeyNeed>>;
};

const awsSigning = { use: 'SIGN_VERIFY' } as const;
const gcpSigning = { use: 'ASYMMETRIC_SIGN' } as const;
const driverSigning = { use: 'signing' } as const;
const driverEncryption = { use: 'decryption' } as const;

/** What isn't named is refused when the key is registered. Source: `kmsSupportSource` of each KMS. */
const needs = {
  aws: {
    signing: {
      'ec-p-256': { spec: 'ECC_NIST_P256', ...awsSigning },
      'ec-p-384': { spec: 'ECC_NIST_P384', ...awsSigning },
      'ec-secp-256k-1': { spec: 'ECC_SECG_P256K1', ...awsSigning },
      'ml-dsa-65': { spec: 'ML_DSA_65', ...awsSigning },
    },
    encryption: { 'rsa-2048': { spec: 'RSA_2048', use: 'ENCRYPT_DECRYPT' } },
  },
  gcp: {
    signing: {
      'ec-p-256': { spec: 'EC_SIGN_P256_SHA256', ...gcpSigning },
      'ec-p-384': { spec: 'EC_SIGN_P384_SHA384', ...gcpSigning },
      'ec-secp-256k-1': { spec: 'EC_SIGN_SECP256K1_SHA256', ...gcpSigning },
      'ec-curve-25519': { spec: 'EC_SIGN_ED25519', ...gcpSigning },
      'ml-dsa-65': { spec: 'PQ_SIGN_ML_DSA_65', ...gcpSigning },
    },
    encryption: { 'rsa-2048': { spec: 'RSA_DECRYPT_OAEP_2048_SHA256', use: 'ASYMMETRIC_DECRYPT' } },
  },
  driver: {
    signing: {
      'ec-p-256': { spec: 'EC on P-256', ...driverSigning },
      'ec-p-384': { spec: 'EC on P-384', ...driverSigning },
      'ec-secp-256k-1': { spec: 'EC on secp256k1', ...driverSigning },
      'ec-curve-25519': { spec: 'Ed25519', ...driverSigning },
    },
    encryption: {
      'rsa-2048': { spec: 'RSA with 2048 bits, OAEP with SHA-256', ...driverEncryption },
      'ec-p-256': { spec: 'EC on P-256, for ECIES', ...driverEncryption },
    },
  },
} as const satisfies Record<KmsType, Needs>;

/** What a key must be in a KMS; nothing when that KMS has no such key. */
export function keyNeed(type: KmsType, purpose: 'encryption', key: EncryptionKey): KeyNeed | undefined;
export function keyNeed(
  type: KmsType,
  purpose: Exclude<KeyPurpose, 'encryption'>,
  key: SigningKey,
): KeyNeed | undefined;
export function keyNeed(type: KmsType, purpose: KeyPurpose, key: SigningKey | EncryptionKey): KeyNeed | undefined {
  const of: Needs = needs[type];
  const known: Partial<Record<string, KeyNeed>> = purpose === 'encryption' ? of.encryption : of.signing;
  return known[key];
}

/** The kinds of keys that a node makes unless it is told otherwise; `null` leaves it to Canton. */
export type DefaultKeys = { readonly signing: SigningKey | null; readonly encryption: EncryptionKey | null };

/** What a key must be to be of the kind that holds on its node by default; a kind that the line doesn't know is none. */
export function defaultNeed(
  type: KmsType,
  purpose: KeyPurpose,
  { signing, encryption }: DefaultKeys,
  release: Release,
): KeyNeed | undefined {
  if (purpose === 'encryption') {
    const chosen = encryption !== null && isKnown(encryption, release) ? encryption : undefined;
    return keyNeed(type, purpose, chosen ?? defaultScheme('encryption.keys', 'kms', release));
  }
  const chosen = signing !== null && isKnown(signing, release) ? signing : undefined;
  return keyNeed(type, purpose, chosen ?? defaultScheme('signing.keys', 'kms', release));
}

/** What a key must be that encrypts the keys of nodes in their databases. Source: `wrapperKeySource`. */
export const wrapperNeeds = {
  aws: { spec: 'SYMMETRIC_DEFAULT', use: 'ENCRYPT_DECRYPT' },
  gcp: { spec: 'GOOGLE_SYMMETRIC_ENCRYPTION', use: 'ENCRYPT_DECRYPT' },
  driver: { spec: 'AES-GCM with 128 bits', use: 'encryption and decryption' },
} as const satisfies Record<KmsType, KeyNeed>;
