import type { Release } from '../../canton/releases';
import type { EncryptionKey, SigningKey } from '../../canton/schemes';
import type { KeyUsage, ObservedKey } from '../../plan/task';
import { type Console, consoleOn } from '../scala/console';
import type { Expression } from '../scala/expression';

/** What the console calls the kinds of keys; nothing for a kind that the line doesn't have, or of the other purpose. */
export function specValue(
  purpose: ObservedKey['purpose'],
  spec: SigningKey | EncryptionKey,
  release: Release,
): Expression | undefined {
  const console = consoleOn(release);
  if (purpose === 'encryption') {
    if (spec === 'ec-p-256') return console.call('EncryptionKeySpec.EcP256');
    return spec === 'rsa-2048' ? console.call('EncryptionKeySpec.Rsa2048') : undefined;
  }
  switch (spec) {
    case 'ec-curve-25519':
      return console.call('SigningKeySpec.EcCurve25519');
    case 'ec-p-256':
      return console.call('SigningKeySpec.EcP256');
    case 'ec-p-384':
      return console.call('SigningKeySpec.EcP384');
    case 'ec-secp-256k-1':
      return console.call('SigningKeySpec.EcSecp256k1');
    case 'ml-dsa-65':
      return release === '3.6' ? consoleOn(release).call('SigningKeySpec.MlDsa65') : undefined;
    case 'rsa-2048':
      return undefined;
  }
}

/** What the console calls the uses of a signing key. */
export function usageValue(usage: KeyUsage, console: Console<Release>): Expression {
  switch (usage) {
    case 'namespace':
      return console.call('SigningKeyUsage.NamespaceOnly');
    case 'sequencer-auth':
      return console.call('SigningKeyUsage.SequencerAuthenticationOnly');
    case 'signing':
      return console.call('SigningKeyUsage.ProtocolOnly');
  }
}
