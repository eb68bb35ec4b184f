import {
  type AwsKeyId,
  awsArn,
  awsKeyIdSource,
  gcpKeyIdSource,
  keyIdInGcpName,
  keyIdProblem,
  longestKeyId,
  readAwsKeyId,
} from '../canton/key-ids';
import { code, concluded, seen } from '../canton/sources';
import { withWrapperKey } from '../plan/edit';
import type { AwsKms, Kms } from '../plan/kms';
import { kmsOf, type Path, type Plan } from '../plan/plan';
import { changeAws, changeNode } from './change';
import { eachNode } from './each';
import type { Finding, Fix, Rule } from './finding';

/** Wrapper keys that were given: whether the id can be one, whether it can be found, and who else has it. */
export const keyIdRule: Rule = (plan) => {
  const owners = new Map<string, string>();
  return eachNode(plan, (node, at, index) => {
    const { custody } = node;
    if (custody.type !== 'envelope' || custody.wrapperKey.type !== 'given') return [];
    const { id } = custody.wrapperKey;
    const kms = kmsOf(plan, node);
    if (kms === undefined || id === '' || id.length > longestKeyId) return [];
    const place: Place = { id, path: `${at}.custody.wrapperKey.id`, index, kmsIndex: plan.kms.indexOf(kms) };
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

type Place = { readonly id: string; readonly path: Path; readonly index: number; readonly kmsIndex: number };

/** What tells one key from another, whichever way its id is written. */
function identityOf(kms: Kms, id: string): string {
  const key = kms.type === 'aws' ? readAwsKeyId(id) : undefined;
  if (key === undefined) return id;
  return key.kind === 'id' || key.kind === 'key-arn' ? key.id : key.alias;
}

function rewrite(index: number, id: string): Fix {
  return {
    label: `Write ${id}`,
    apply: (plan) => changeNode(plan, index, (node) => withWrapperKey(node, { type: 'given', id })),
  };
}

function ofType(plan: Plan, kms: Kms, place: Place): Finding[] {
  switch (kms.type) {
    case 'aws':
      return ofAws(plan, kms, place);
    case 'gcp':
      return ofGcp(place);
    case 'driver':
      return [];
  }
}

function ofGcp({ id, path, index }: Place): Finding[] {
  const message = keyIdProblem('gcp', id);
  if (message === undefined) return [];
  const bare = keyIdInGcpName(id);
  return [
    {
      id: 'gcp-key-id',
      severity: 'error',
      path,
      message,
      why: "The id becomes one section of the key's resource name, and Google's library refuses anything else there. Canton's documentation shows the whole resource name, which can not work.",
      source: gcpKeyIdSource,
      ...(bare === undefined ? {} : { fix: rewrite(index, bare) }),
    },
  ];
}

function ofAws(plan: Plan, kms: AwsKms, place: Place): Finding[] {
  const { id, path } = place;
  const problem = keyIdProblem('aws', id);
  const key = readAwsKeyId(id);
  if (problem !== undefined || key === undefined) {
    return [
      {
        id: 'aws-key-id',
        severity: 'error',
        path,
        message: problem ?? 'Write the id of a key.',
        why: 'Canton passes the id on unread. AWS does not find the key, and the node ends while starting.',
        source: concluded(awsKeyIdSource),
        log: 'KmsCannotFindKeyError',
      },
    ];
  }
  return [
    ...inThatRegion(kms, key, place),
    ...inThatAccount(kms, key, place),
    ...(key.kind === 'alias' || key.kind === 'alias-arn' ? [aliased(path)] : []),
    ...(kms.multiRegionKey && 'multiRegion' in key && !key.multiRegion ? [singleRegion(plan, path)] : []),
  ];
}

function inThatRegion(kms: AwsKms, key: AwsKeyId, { path, kmsIndex }: Place): Finding[] {
  if (!('region' in key) || kms.region === '' || key.region === kms.region) return [];
  const { region } = key;
  return [
    {
      id: 'key-in-another-region',
      severity: 'error',
      path,
      message: `The key lies in ${region}, the KMS is asked in ${kms.region}.`,
      why: 'The client is built for one region and finds no key of another. The node ends while starting.',
      source: concluded(code('crypto', 'kms/aws/AwsKms.scala')),
      log: 'KmsCannotFindKeyError',
      fix: { label: `Ask the KMS in ${region}`, apply: (plan) => changeAws(plan, kmsIndex, { region }) },
    },
  ];
}

function inThatAccount(kms: AwsKms, key: AwsKeyId, { path, index, kmsIndex }: Place): Finding[] {
  if (kms.keyAccount.type === 'same') return [];
  const { account } = kms.keyAccount;
  if ('account' in key) {
    if (account === key.account || account === '') return [];
    const named = key.account;
    return [
      {
        id: 'key-in-another-account',
        severity: 'warning',
        path,
        message: `The key lies in account ${named}, not in ${account}.`,
        why: 'The ARN decides which key is used; the permissions in the README are written for the account named with the KMS. One of the two is wrong.',
        source: concluded(awsKeyIdSource),
        fix: {
          label: `Name account ${named} with the KMS`,
          apply: (plan) => changeAws(plan, kmsIndex, { keyAccount: { type: 'other', account: named } }),
        },
      },
    ];
  }
  const resource = key.kind === 'id' ? `key/${key.id}` : key.alias;
  const complete = /^\d{12}$/.test(account) && /^[a-z0-9-]+$/.test(kms.region);
  return [
    {
      id: 'key-of-another-account-without-arn',
      severity: 'error',
      path,
      message: 'Write the ARN of the key: it lies in another account.',
      why: "AWS looks for a bare id or alias in the caller's own account and does not find the key there. The node ends while starting.",
      source: concluded(awsKeyIdSource),
      log: 'KmsCannotFindKeyError',
      ...(complete ? { fix: rewrite(index, awsArn(kms.region, account, resource)) } : {}),
    },
  ];
}

function aliased(path: Path): Finding {
  return {
    id: 'alias-as-wrapper-key',
    severity: 'warning',
    path,
    message: 'An alias can be pointed at another key later.',
    why: 'Canton stores the alias, not the key behind it. Once it points elsewhere, what was encrypted before can not be decrypted and the node does not start. The id or the ARN of the key always mean the same key.',
    source: concluded(code('crypto', 'kms/Kms.scala')),
  };
}

function singleRegion(plan: Plan, path: Path): Finding {
  return {
    id: 'single-region-wrapper-key',
    severity: 'warning',
    path,
    message: 'This key stays in one region, although keys are to be multi-region.',
    why: 'The choice holds for keys that Canton creates and changes no key that exists. The id of a multi-region key begins with mrk-; make one and give its id, or let Canton create it.',
    source: code('crypto', 'kms/aws/AwsKms.scala', plan.release === '3.3' ? '3.4' : plan.release),
  };
}

function shared({ path, index }: Place, owner: string): Finding {
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
