import type { Release } from './releases';
import { code, documented, type Source, seen } from './sources';

/** How nodes that run are moved to a KMS or away from it, where that is written, and what of it has been tried. */

export const encryptedMigrationSource: Source = documented(
  'howtos/secure/kms/migration/encrypted_key_storage_migration.rst',
  'Migrate to encrypted private key storage',
);

/** That the active node converts its keys at a start, and only if the section says so. */
export const convertedAtStartSource: Source = seen('crypto', 'store/EncryptedCryptoPrivateStore.scala');

/** That a passive replica converts nothing and waits until the active one has. */
export const passiveWaitsSource: Source = code('crypto', 'store/EncryptedCryptoPrivateStore.scala');

/** That a start without the section, while keys are encrypted, fails; and that putting it back heals it. */
export const removedSectionSource: Source = seen('crypto', 'store/CryptoPrivateStoreExtended.scala');

/** The line on which the ways within the database have run on real nodes, of each kind; replicas and GCP have not. */
export const inPlaceTried: Release = '3.5';
