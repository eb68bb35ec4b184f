import { gcpKeyIdSource, keyIdInGcpName, keyIdProblem, longestKeyId, readAwsKeyId } from '../canton/key-ids';
import { code, seen } from '../canton/sources';
import { withWrapperKey } from '../plan/edit';
import type { Kms } from '../plan/kms';
import { kmsOf, type Path, type Plan } from '../plan/plan';
import { awsKeyFindings } from './aws-key-ids';
import { changeNode } from './change';
import { eachNode } from './each';
import type { Finding, Rule } from './finding';
import { type KeyPlace, rewrite } from './key-place';

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
    const identity = `${kms.id} ${identityOf(kms, id)}`;
    const owner = owners.get(identity);
    if (owner === undefined) owners.set(identity, node.name);
    return [
      ...ofType(plan, kms, place),
      ...(owner === undefined ? [] : [shared(place, owner)]),
      // Once is enough: it is the same for every node whose key was given.
      ...(owners.size === 1 && owner === undefined ? [staysConfigured(place.path)] : []),
    ];
  });
};

/** What tells one key from another, whichever way its id is written. */
function identityOf(kms: Kms, id: string): string {
  const key = kms.type === 'aws' ? readAwsKeyId(id) : undefined;
  if (key === undefined) return id;
  return key.kind === 'id' || key.kind === 'key-arn' ? key.id : key.alias;
}

function ofType(plan: Plan, kms: Kms, place: KeyPlace): Finding[] {
  switch (kms.type) {
    case 'aws':
      return awsKeyFindings(plan, kms, place);
    case 'gcp':
      return ofGcp(place);
    case 'driver':
      return [];
  }
}

function ofGcp({ id, path, index }: KeyPlace): Finding[] {
  const message = keyIdProblem('gcp', id);
  if (message === undefined) return [];
  const bare = keyIdInGcpName(id);
  return [
    {
      id: 'gcp-key-id',
      severity: 'error',
      path,
      message,
      why: "The id becomes one section of the key's resource name, and Google's library refuses anything else there. Canton's documentation shows the whole resource name, which cannot work.",
      source: gcpKeyIdSource,
      ...(bare === undefined ? {} : { fix: rewrite(index, bare) }),
    },
  ];
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
