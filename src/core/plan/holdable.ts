import type { Release } from '../canton/releases';
import { type KmsType, loggedAs, supportedByKms } from '../canton/schemes';

/** The kinds of keys that a KMS can hold, each behind what it is for: a curve that can sign need not decrypt. */
export function holdableSpecs(type: KmsType, release: Release): readonly string[] {
  return [
    ...supportedByKms('signing.keys', type, release).map((key) => `signing ${loggedAs(key)}`),
    ...supportedByKms('encryption.keys', type, release).map((key) => `encryption ${loggedAs(key)}`),
  ];
}
