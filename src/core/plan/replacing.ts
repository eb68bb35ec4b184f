import type { EncryptionKey, SigningKey } from '../canton/schemes';
import type { ObservedKey } from './task';

/** The kind of key that every KMS can hold, and every node that is to talk to this one knows. */
export function newKeyOf(purpose: ObservedKey['purpose']): SigningKey | EncryptionKey {
  return purpose === 'encryption' ? 'rsa-2048' : 'ec-p-256';
}
