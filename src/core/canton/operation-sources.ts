import type { Release } from './releases';
import { code, concluded, type Source, seen } from './sources';

/** Where it stands what a node does with its keys at a start, while it runs, and when something is missing. */

/** That a node asks its KMS for each key of its own, or its database, and never both. */
export const keyStoreSource: Source = code('crypto', 'CryptoApi.scala');

/** That a node whose provider is switched, or left out, doesn't find the keys it has. */
export const otherProviderSource: Source = seen('crypto', 'CryptoApi.scala');

/** That the database of a node with external keys holds their ids and nothing else of them. */
export const keyIdListSource: Source = concluded(code('crypto', 'store/KmsMetadataStore.scala'));

/** What becomes of encrypted keys when the wrapper key or its configuration changes. */
export const encryptedKeysSource: Source = seen('crypto', 'store/EncryptedCryptoPrivateStore.scala');

/** That a backup needs the wrapper key of its time, and that only the active one of several replicas converts keys. */
export const wrappedRowsSource: Source = concluded(encryptedKeysSource);

/** What envelope encryption does without a database: 3.5 refuses to start, older lines say nothing. */
export function memoryStorageSource(release: Release): Source {
  return release === '3.3' || release === '3.4'
    ? code('crypto', 'store/CryptoPrivateStoreFactory.scala', '3.4')
    : seen('crypto', 'store/CryptoPrivateStore.scala');
}

/** How the drivers on the class path are found, and what is said when one isn't. */
export const driverLoaderSource: Source = seen(
  'root',
  'community/base/src/main/scala/com/digitalasset/canton/driver/v1/DriverLoader.scala',
);

/** That only keys are created in a key ring, and that keys for several regions are replicated by nobody. */
export const createdInKmsSources = {
  gcp: code('crypto', 'kms/gcp/GcpKms.scala'),
  aws: code('crypto', 'kms/aws/AwsKms.scala'),
} as const satisfies Record<'aws' | 'gcp', Source>;

/** How a node ends whose KMS refuses the connection or the call. */
export const refusedCallSource: Source = concluded(createdInKmsSources.aws);
