import { firstVersionSource, registeredOnceSource } from '../canton/key-care';
import { longestKeyId } from '../canton/key-ids';
import { seen } from '../canton/sources';
import { makesKeys } from '../plan/migration';
import { kmsOf, type Path } from '../plan/plan';
import { eachNode } from './each';
import type { Finding, Rule } from './finding';
import { nodeKeys } from './node-keys';

/** Keys that were given by their ids: whether an id can be one and can be found, and what to know of such keys. */
export const keyIdRule: Rule = (plan) => {
  // Once is enough for what is the same for every node.
  const told = new Set<string>();
  const once = (note: Finding): Finding[] => {
    if (told.has(note.id)) return [];
    told.add(note.id);
    return [note];
  };
  return eachNode(plan, (node, _at, index) =>
    nodeKeys(plan, node, index).flatMap(({ id, path, role, found }) => {
      if (id.length > longestKeyId) return [];
      if (role === 'wrapper') return [...found, ...(makesKeys(plan) ? once(staysConfigured(path)) : [])];
      const first = kmsOf(plan, node)?.type === 'gcp' ? once(versionOne(path)) : [];
      return [...found, ...first, ...once(forOneUse(path))];
    }),
  );
};

function staysConfigured(path: Path): Finding {
  return {
    id: 'wrapper-key-stays-configured',
    severity: 'note',
    path,
    message: 'Take the wrapper key out of the file after the first start.',
    why: 'The node knows it from its database then. Left here, it is forgotten when the wrapper key is rotated: new keys go on being encrypted with the old one, two ids stand in the database, and a later start or a fail-over ends the process.',
    source: seen('crypto', 'store/EncryptedCryptoPrivateStore.scala'),
    log: 'FailedToGetWrapperKeyId(Found more than one distinct wrapper_key_id)',
  };
}

function versionOne(path: Path): Finding {
  return {
    id: 'gcp-key-version-one',
    severity: 'note',
    path,
    message: 'Version 1 of each key must be the one to use, and enabled.',
    why: 'Canton always signs and decrypts with version 1 of a Google key. A key that was rotated in Google, or whose material was imported as a later version, has another one: the node would use the old key, or none.',
    source: firstVersionSource,
  };
}

function forOneUse(path: Path): Finding {
  return {
    id: 'key-registered-for-one-use',
    severity: 'note',
    path,
    message: 'Check which key is for which use before the script runs: it can be said only once.',
    why: 'Registering a key ties it to its use and its name on the node. Two signing keys exchanged by mistake are accepted without a word; neither can be registered again for another use, not even after it was deleted, and the node needs a new database.',
    source: registeredOnceSource,
    log: 'Existing public key for ... is different than inserted key',
  };
}
