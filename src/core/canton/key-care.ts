import { code, concluded, documented, type Source, seen } from './sources';

/** Where it stands what becomes of a node's keys when they are registered, rotated, deleted or restored. */

/** What the commands about keys ask for, and how they fail. */
export const keyCommandsSource: Source = code('common', 'crypto/admin/grpc/GrpcVaultService.scala');
export const keyCommandsSeen: Source = seen('common', 'crypto/admin/grpc/GrpcVaultService.scala');

/** That a KMS key is registered once, under one name and for one use. */
export const registeredOnceSource: Source = seen('crypto', 'store/db/DbCryptoPublicStore.scala');

/** That registering asks the KMS for the public key and what kind of key it is, and not whether it is enabled. */
export const registeringSource: Source = seen('crypto', 'provider/kms/KmsPrivateCrypto.scala');

/** That deleting a key of a node whose keys are in a KMS has the KMS destroy it. */
export const deletingSource: Source = seen('crypto', 'store/KmsCryptoPrivateStore.scala');

/** Which wrapper keys stand in the database, and what a start makes of several. */
export const wrapperKeysSource: Source = seen('crypto', 'store/EncryptedCryptoPrivateStore.scala');

/** How a node comes to its identity and its first keys. */
export const firstKeysSource: Source = seen('common', 'environment/CantonNodeBootstrap.scala');

/** Which keys a node has announced as its own, and how the list is changed. */
export const announcedKeysSource: Source = code('console', 'commands/TopologyAdministrationGroup.scala');
export const announcedKeysSeen: Source = seen('console', 'commands/TopologyAdministrationGroup.scala');

/** That Google's client always takes version 1 of a key that signs or decrypts. */
export const firstVersionSource: Source = code('crypto', 'kms/gcp/GcpKms.scala');

/** That AWS takes no alias where a key is to be deleted. */
export const deletedByAliasSource: Source = concluded(code('crypto', 'kms/aws/AwsKms.scala'));

export const namespaceKeySource: Source = documented(
  'howtos/secure/keys/namespace_key.rst',
  'Namespace key management',
);
export const keyRotationSource: Source = documented('howtos/secure/keys/key_management.rst', 'Key management');
export const wrapperRotationSource: Source = documented(
  'howtos/secure/kms/key_rotation/rotate_wrapper_key.rst',
  'Rotate the wrapper key',
);
export const externalRotationSource: Source = documented(
  'howtos/secure/kms/key_rotation/rotate_external_keys.rst',
  'Rotate external keys',
);

/** How a new node is built on a root key that it never holds. */
export const offlineRootSource: Source = documented(
  'howtos/secure/keys/namespace_key.rst#offline-root-namespace-key',
  'Offline root namespace key',
);
