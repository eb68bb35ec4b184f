import type { Source } from './sources';

/** How AWS and Google Cloud take private keys that were made elsewhere. Their documents, not Canton's. */

/** What the material is wrapped with for AWS: RSA-OAEP around an AES key, AES key wrap with padding around the key. */
export const awsImport = {
  wrappingAlgorithm: 'RSA_AES_KEY_WRAP_SHA_256',
  wrappingKeySpec: 'RSA_4096',
  source: {
    label: 'AWS: encrypt key material',
    url: 'https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-encrypt-key-material.html',
    kind: 'docs',
  },
} as const;

/** That AWS gives no imported material back, and that a key is empty until its material is imported. */
export const awsImportedSource: Source = {
  label: 'AWS: importing key material',
  url: 'https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys.html',
  kind: 'docs',
};

/** The same wrapping for Google Cloud, with a key that an import job gives out for three days. */
export const gcpImport = {
  method: 'rsa-oaep-4096-sha256-aes-256',
  jobDays: 3,
  source: {
    label: 'Google Cloud: key wrapping',
    url: 'https://docs.cloud.google.com/kms/docs/key-wrapping',
    kind: 'docs',
  },
} as const;

/** That a key made without a version takes the imported material as its first one. */
export const gcpImportedSource: Source = {
  label: 'Google Cloud: import a key version',
  url: 'https://docs.cloud.google.com/kms/docs/importing-a-key',
  kind: 'docs',
};
