import type { Release } from './releases';
import { code, concluded, documented, type Source, seen } from './sources';

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

const howtos = 'howtos/secure/kms/migration';

/** That a new node is given the old keys, which are exported and imported into the KMS, and with them the old namespace. */
export const keyExportSource: Source = documented(
  `${howtos}/external_key_storage_migration_export_keys.rst`,
  'Migrate to external keys by exporting keys',
);

/** What Canton's own test of it shows: a new namespace, to which the old one delegates, on another synchronizer. */
export const keyExportTestSource: Source = code(
  'root',
  'community/app/src/test/scala/com/digitalasset/canton/integration/tests/security/kms/KmsMigrationIntegrationTest.scala',
);

/**
 * What becomes of a node that is begun anew under an old identity: as after a restore from an older backup it has to
 * replay with keys that are retired by now, and changes on its younger list of keys never reach the synchronizer.
 */
export const oldIdentitySource: Source = concluded(seen('console', 'commands/TopologyAdministrationGroup.scala'));

/** That participants prune no further than those who share contracts with them confirm, but for those they were told not to wait for. */
export const noWaitSource: Source = code('console', 'commands/ParticipantAdministration.scala');

/** That parties move to a new node with new keys where the old keys can't, or must not, be taken along. */
export const assetTransferSource: Source = documented(
  `${howtos}/external_key_storage_migration_transfer_assets.rst`,
  'Migrate to external keys by moving assets',
);

/** That a party in the namespace of its participant is another party once the keys are others. */
export const localPartiesSource: Source = assetTransferSource;

/** How a party comes to be hosted by another participant, with its contracts. */
export const partyReplicationSource: Source = documented(
  'howtos/operate/parties/party_replication.rst',
  'Party replication',
);

/** That a node with its keys in a KMS begins with an empty database. */
export const newNodeSource: Source = concluded(code('crypto', 'CryptoApi.scala'));

/** That neither AWS nor Google Cloud returns a private key. */
export const keysStayInKmsSource: Source = keyExportSource;
