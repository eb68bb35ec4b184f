import { code } from '../../../canton/sources';
import { textAt } from '../values';
import type { Check } from './check';
import { providerOf } from './node-schemes';

/** What a node's start says about where its keys live. Seen on a 3.5 node; it ends the process with exit status 117. */
export const startCustody: Check = {
  source: (release) =>
    code('crypto', release === '3.3' ? 'store/CommunityCryptoPrivateStoreFactory.scala' : 'CryptoApi.scala', release),
  look: (node, { release, refuse }) => {
    const encrypted = node.values.has('crypto.private-key-store.encryption') && providerOf(node, release) === 'jce';
    // A node without a storage section keeps its data in memory too; but files such as ours leave that section to another
    // file, so only what is written counts.
    const inMemory = textAt(node.values, 'storage.type', release) === 'memory';
    if (encrypted && inMemory) {
      // 3.3 and 3.4 start and leave the keys unencrypted, without a word.
      if (release === '3.3' || release === '3.4') return;
      refuse('crypto.private-key-store.encryption', 'encryption is only supported for database-backed stores');
      return;
    }
    const needsKms = encrypted || providerOf(node, release) === 'kms';
    if (needsKms && !node.values.has('crypto.kms')) {
      refuse('crypto.provider', 'Missing KMS configuration for KMS crypto provider');
    }
  },
};
