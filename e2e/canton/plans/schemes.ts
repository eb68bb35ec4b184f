import fc from 'fast-check';
import type { Release } from '../../../src/core/canton/releases';
import {
  defaultScheme,
  type EncryptionAlgorithm,
  type EncryptionKey,
  encryptionAlgorithms,
  isExperimental,
  isKnown,
  type KmsType,
  keysOfAlgorithm,
  type SigningAlgorithm,
  type SigningKey,
  signingAlgorithms,
  supportedByKms,
} from '../../../src/core/canton/schemes';
import type { Schemes } from '../../../src/core/plan/node';

/** Where the private keys are: with a KMS of some type, or in the node's database. */
export type Where = { readonly kms: KmsType | undefined; readonly release: Release; readonly experimental: boolean };

type Pair<A, K> = readonly [algorithm: A, key: K];
export type SigningPair = Pair<SigningAlgorithm, SigningKey>;

/** An algorithm and a kind of key that go together and that a node of the line knows. */
export function signingPairs({ release, experimental }: Where): SigningPair[] {
  return signingAlgorithms
    .filter((algorithm) => isKnown(algorithm, release) && (experimental || !isExperimental(algorithm)))
    .flatMap((algorithm) => keysOfAlgorithm[algorithm].map((key): SigningPair => [algorithm, key]));
}

function encryptionPairs({ release }: Where): Pair<EncryptionAlgorithm, EncryptionKey>[] {
  return encryptionAlgorithms
    .filter((algorithm) => isKnown(algorithm, release))
    .flatMap((algorithm) =>
      keysOfAlgorithm[algorithm].map((key): Pair<EncryptionAlgorithm, EncryptionKey> => [algorithm, key]),
    );
}

/**
 * Schemes that go together and that whoever holds the node's keys can do.
 * @param must what the node has to accept besides
 */
export function schemes(where: Where, must: readonly SigningPair[]): fc.Arbitrary<Schemes> {
  const { kms, release } = where;
  const provider = kms === undefined ? 'jce' : 'kms';
  const signs = ([algorithm, key]: SigningPair) =>
    kms === undefined ||
    (supportedByKms('signing.algorithms', kms, release).includes(algorithm) &&
      supportedByKms('signing.keys', kms, release).includes(key));
  const decrypts = ([algorithm, key]: Pair<EncryptionAlgorithm, EncryptionKey>) =>
    kms === undefined ||
    (supportedByKms('encryption.algorithms', kms, release).includes(algorithm) &&
      supportedByKms('encryption.keys', kms, release).includes(key));
  const signing = family(
    signingPairs(where),
    signs,
    [defaultScheme('signing.algorithms', provider, release), defaultScheme('signing.keys', provider, release)],
    must,
  );
  const encryption = family(
    encryptionPairs(where),
    decrypts,
    [defaultScheme('encryption.algorithms', provider, release), defaultScheme('encryption.keys', provider, release)],
    [],
  );
  return fc
    .record({ signing, encryption })
    .map(({ signing: [algorithms, keys], encryption: [ciphers, cipherKeys] }) => ({
      signingAlgorithms: algorithms,
      signingKeys: keys,
      encryptionAlgorithms: ciphers,
      encryptionKeys: cipherKeys,
    }));
}

type Choice<T> = { default: T | null; allowed: T[] };

function family<A, K>(
  known: readonly Pair<A, K>[],
  usable: (pair: Pair<A, K>) => boolean,
  standard: Pair<A, K>,
  must: readonly Pair<A, K>[],
): fc.Arbitrary<[Choice<A>, Choice<K>]> {
  const chosen = fc.oneof(fc.constant(null), fc.constantFrom(...known.filter(usable)));
  const more = fc.option(fc.subarray([...known]));
  return fc.record({ chosen, more }).map(({ chosen: pair, more: others }) => {
    const allowed = others === null ? [] : [...others, ...must, pair ?? standard];
    return [
      { default: pair?.[0] ?? null, allowed: [...new Set(allowed.map(([algorithm]) => algorithm))] },
      { default: pair?.[1] ?? null, allowed: [...new Set(allowed.map(([, key]) => key))] },
    ];
  });
}
