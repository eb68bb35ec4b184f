import {
  constants,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  privateDecrypt,
} from 'node:crypto';

/** Keys as an export leaves them, and the pair of the cloud that they are wrapped for. */

export const wrapping = generateKeyPairSync('rsa', { modulusLength: 4096 });
export const spki = (key: KeyObject) => key.export({ type: 'spki', format: 'der' });
export const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();

export type Exported = {
  readonly fingerprint: string;
  readonly spec: string;
  readonly usage: string;
  readonly key: KeyObject;
};

export const keys: readonly Exported[] = [
  { fingerprint: `1220${'0a'.repeat(32)}`, spec: 'EC-P256', usage: 'namespace', ...pair('P-256') },
  { fingerprint: `1220${'0b'.repeat(32)}`, spec: 'EC-Secp256k1', usage: 'sequencer-auth', ...pair('secp256k1') },
  { fingerprint: `1220${'0c'.repeat(32)}`, spec: 'EC-P384', usage: 'signing', ...pair('P-384') },
  {
    ...{ fingerprint: `1220${'0d'.repeat(32)}`, spec: 'RSA-2048', usage: 'encryption' },
    key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
  },
];

function pair(namedCurve: string): { readonly key: KeyObject } {
  return { key: generateKeyPairSync('ec', { namedCurve }).privateKey };
}

export const pkcs8 = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'der' });

/** The public half of a private key that arrived. */
export const publicOf = (material: Buffer) =>
  createPublicKey(createPrivateKey({ key: material, format: 'der', type: 'pkcs8' }));

/** What was wrapped: RSA-OAEP around an AES key, AES key wrap with padding around the rest. */
export function unwrapped(material: Buffer): Buffer {
  const oaep = { key: wrapping.privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const aes = privateDecrypt(oaep, material.subarray(0, 512));
  const cipher = createDecipheriv('id-aes256-wrap-pad', aes, Buffer.from('A65959A6', 'hex'));
  return Buffer.concat([cipher.update(material.subarray(512)), cipher.final()]);
}
