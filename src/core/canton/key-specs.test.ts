import { describe, expect, it } from 'vitest';
import { purposesOf } from './key-purposes';
import { keyNeed } from './key-specs';
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
