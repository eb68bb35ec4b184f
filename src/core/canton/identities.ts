import { code, type Source } from './sources';

/** What the identities of nodes and keys look like, where Canton checks it or where more than it checks is asking for trouble. */

/** Where the text before `::` of an identity is read. */
export const identifierSource: Source = code(
  'root',
  'community/base/src/main/scala/com/digitalasset/canton/topology/Identifier.scala',
);
export const longestIdentifier = 185;

/** Canton also takes blanks and colons; in names of parties, files and scripts they are a nuisance for ever. */
const identifier = new RegExp(`^[A-Za-z0-9_-]{1,${longestIdentifier}}$`);

export function isIdentifier(text: string): boolean {
  return identifier.test(text);
}

/** Where fingerprints are made: the SHA-256 of the public key, behind the two bytes that name the hash and its length. */
export const fingerprintSource: Source = code('crypto', 'CryptoKeys.scala');

const fingerprint = /^1220[0-9a-f]{64}$/;

export function isFingerprint(text: string): boolean {
  return fingerprint.test(text);
}

/** Where the name of a key is read. */
export const keyNameSource: Source = code('crypto', 'CryptoKeys.scala');
export const longestKeyName = 300;

/** Where the address of a sequencer is taken apart. */
export const sequencerUrlSource: Source = code(
  'root',
  'community/base/src/main/scala/com/digitalasset/canton/networking/Endpoint.scala',
);
