import { longestKeyId } from '../canton/key-ids';
import { code, seen } from '../canton/sources';
import { withWrapperKey } from '../plan/edit';
import type { Kms } from '../plan/kms';
import { kmsOf, type Path, type Plan } from '../plan/plan';
import { awsKeyFindings } from './aws-key-ids';
import { changeNode } from './change';
import { eachNode } from './each';
import type { Finding, Rule } from './finding';
import { gcpKeyFindings } from './gcp-key-ids';
import { identitiesOf } from './key-identity';
import type { KeyPlace } from './key-place';

/** Wrapper keys that were given: whether the id can be one, whether it can be found, and who else has it. */
export const keyIdRule: Rule = (plan) => {
  const owners = new Map<string, string>();
  return eachNode(plan, (node, at, index) => {
    const { custody } = node;
    if (custody.type !== 'envelope' || custody.wrapperKey.type !== 'given') return [];
    const { id } = custody.wrapperKey;
    const kms = kmsOf(plan, node);
    if (kms === undefined || id === '' || id.length > longestKeyId) return [];
    const place: KeyPlace = { id, path: `${at}.custody.wrapperKey.id`, index, kmsIndex: plan.kms.indexOf(kms) };
    // Once is enough: it is the same for every node whose key was given.
    const first = owners.size === 0;
    const identities = identitiesOf(kms, id);
    const owner = identities.map((identity) => owners.get(identity)).find((name) => name !== undefined);
    for (const identity of identities) if (!owners.has(identity)) owners.set(identity, node.name);
    return [
      ...ofType(plan, kms, place),
      ...(owner === undefined ? [] : [shared(place, owner)]),
      ...(first ? [staysConfigured(place.path)] : []),
    ];
  });
};

function ofType(plan: Plan, kms: Kms, place: KeyPlace): Finding[] {
  switch (kms.type) {
    case 'aws':
      return awsKeyFindings(plan, kms, place);
    case 'gcp':
      return gcpKeyFindings(kms, place);
    case 'driver':
      return [];
  }
}

function shared({ path, index }: KeyPlace, owner: string): Finding {
  return {
    id: 'wrapper-key-shared',
    severity: 'warning',
    path,
    message: `${owner} has the same wrapper key.`,
    why: "Whoever may use it can decrypt the keys of both nodes, and neither can be shut out alone. Canton's own sample advises one key for each node.",
    source: code('config', 'EncryptedPrivateStoreConfig.scala'),
    fix: {
      label: 'Let Canton create one for this node',
      apply: (plan) => changeNode(plan, index, (node) => withWrapperKey(node, { type: 'generated' })),
    },
  };
}

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
