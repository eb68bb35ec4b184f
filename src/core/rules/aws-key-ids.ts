import { type AwsKeyId, awsArn, awsKeyIdSource, keyIdProblem, readAwsKeyId } from '../canton/key-ids';
import { code, concluded } from '../canton/sources';
import type { AwsKms } from '../plan/kms';
import type { Path, Plan } from '../plan/plan';
import { changeAws } from './change';
import type { Finding } from './finding';
import { type KeyPlace, rewrite } from './key-place';

/** Whether a wrapper key of AWS can be found: its form, its region, its account. */
export function awsKeyFindings(plan: Plan, kms: AwsKms, place: KeyPlace): Finding[] {
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

function inThatRegion(kms: AwsKms, key: AwsKeyId, { path, kmsIndex }: KeyPlace): Finding[] {
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

function inThatAccount(kms: AwsKms, key: AwsKeyId, { path, index, kmsIndex }: KeyPlace): Finding[] {
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
    why: 'Canton stores the alias, not the key behind it. Once it points elsewhere, what was encrypted before cannot be decrypted and the node does not start. The id or the ARN of the key always mean the same key. Nor does an alias tell whether another node has the same key: it hides which one it is, and in another account it means another one.',
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
