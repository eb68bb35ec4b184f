import { describe, expect, it } from 'vitest';
import { purposesOf } from './key-purposes';
import { defaultNeed, keyNeed, wrapperNeeds } from './key-specs';
import { wrapperKeyNeeds } from './modes';
import { releases } from './releases';
import { kmsTypes, supportedByKms } from './schemes';

describe('what a key must be in the KMS', () => {
  it('is said for every kind of key that the KMS can hold, in every line', () => {
    for (const type of kmsTypes) {
      for (const release of releases) {
        for (const key of supportedByKms('signing.keys', type, release)) {
          expect(keyNeed(type, 'signing', key), `${type} ${key}`).toBeDefined();
        }
        for (const key of supportedByKms('encryption.keys', type, release)) {
          expect(keyNeed(type, 'encryption', key), `${type} ${key}`).toBeDefined();
        }
      }
    }
  });

  it("is in the cloud's own words, and the same for all that sign", () => {
    expect(keyNeed('aws', 'namespace', 'ec-p-256')).toEqual({ spec: 'ECC_NIST_P256', use: 'SIGN_VERIFY' });
    expect(keyNeed('aws', 'sequencer-auth', 'ec-p-256')).toEqual(keyNeed('aws', 'namespace', 'ec-p-256'));
    expect(keyNeed('gcp', 'encryption', 'rsa-2048')).toEqual({
      spec: 'RSA_DECRYPT_OAEP_2048_SHA256',
      use: 'ASYMMETRIC_DECRYPT',
    });
  });

  it('follows the default of the node, where the line knows it', () => {
    const chosen = { signing: 'ml-dsa-65', encryption: null } as const;
    expect(defaultNeed('aws', 'signing', chosen, '3.6')).toEqual({ spec: 'ML_DSA_65', use: 'SIGN_VERIFY' });
    expect(defaultNeed('aws', 'signing', chosen, '3.5')).toEqual({ spec: 'ECC_NIST_P256', use: 'SIGN_VERIFY' });
    expect(defaultNeed('aws', 'encryption', chosen, '3.6')).toEqual({ spec: 'RSA_2048', use: 'ENCRYPT_DECRYPT' });
    expect(defaultNeed('aws', 'signing', { signing: 'ec-curve-25519', encryption: null }, '3.5')).toBeUndefined();
  });

  it.each(['aws', 'gcp'] as const)('of a wrapper key of %s is told in one way', (type) => {
    expect(wrapperKeyNeeds[type].key).toContain(wrapperNeeds[type].spec);
    expect(wrapperKeyNeeds[type].key).toContain(wrapperNeeds[type].use);
  });

  it('is nothing for what the KMS lacks', () => {
    expect(keyNeed('aws', 'signing', 'ec-curve-25519')).toBeUndefined();
    expect(keyNeed('gcp', 'encryption', 'ec-p-256')).toBeUndefined();
  });
});

it('only participants have a key to decrypt with', () => {
  expect(purposesOf('participant')).toContain('encryption');
  expect(purposesOf('sequencer')).toEqual(['namespace', 'sequencer-auth', 'signing']);
  expect(purposesOf('mediator')).toEqual(purposesOf('sequencer'));
});
