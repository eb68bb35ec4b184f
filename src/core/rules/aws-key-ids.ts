import { type AwsKeyId, awsArn, awsKeyIdSource, keyIdProblem, readAwsKeyId } from '../canton/key-ids';
import { code, concluded } from '../canton/sources';
import type { AwsKms } from '../plan/kms';
import type { Plan } from '../plan/plan';
import { changeAws } from './change';
import type { Finding } from './finding';
import { type KeyPlace, notFound, rewrite } from './key-place';

/** Whether a key of AWS can be found: its form, its region, its account. */
export function awsKeyFindings(plan: Pick<Plan, 'release'>, kms: AwsKms, place: KeyPlace): Finding[] {
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
        source: concluded(awsKeyIdSource),
        ...withOutcome('Canton passes the id on unread, and AWS does not find the key.', place),
      },
    ];
  }
  return [
    ...inThatRegion(kms, key, place),
    ...inThatAccount(kms, key, place),
    ...(key.kind === 'alias' || key.kind === 'alias-arn' ? [aliased(place)] : []),
    ...(kms.multiRegionKey && 'multiRegion' in key && !key.multiRegion ? [singleRegion(plan, place)] : []),
  ];
}

function withOutcome(cause: string, { use }: KeyPlace): { readonly why: string; readonly log: string } {
  const { why, log } = notFound[use];
  return { why: `${cause} ${why}`, log };
}

function inThatRegion(kms: AwsKms, key: AwsKeyId, place: KeyPlace): Finding[] {
  const { path, kmsIndex } = place;
  if (!('region' in key) || kms.region === '' || key.region === kms.region) return [];
  const { region } = key;
  return [
    {
      id: 'key-in-another-region',
      severity: 'error',
      path,
      message: `The key lies in ${region}, the KMS is asked in ${kms.region}.`,
      source: concluded(code('crypto', 'kms/aws/AwsKms.scala')),
      ...withOutcome('The client is built for one region and finds no key of another.', place),
      fix: { label: `Ask the KMS in ${region}`, apply: (plan) => changeAws(plan, kmsIndex, { region }) },
    },
  ];
}

function inThatAccount(kms: AwsKms, key: AwsKeyId, place: KeyPlace): Finding[] {
  const { path, kmsIndex } = place;
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
      source: concluded(awsKeyIdSource),
      ...withOutcome(
        "AWS looks for a bare id or alias in the caller's own account and does not find the key there.",
        place,
      ),
      ...(complete ? { fix: rewrite(place, awsArn(kms.region, account, resource)) } : {}),
    },
  ];
}

/** What an alias hides is said wherever one is given: nothing else can be said of it. */
const hides =
  'Nor does an alias tell whether another node, or another use, has the same key: it hides which one it is, and in another account it means another one.';

function aliased({ path, use }: KeyPlace): Finding {
  const common = {
    severity: 'warning',
    path,
    message: 'An alias can be pointed at another key later.',
    source: concluded(code('crypto', 'kms/Kms.scala')),
  } as const;
  return use === 'node-key'
    ? {
        ...common,
        id: 'alias-as-node-key',
        why: `Canton stores the alias, not the key behind it. Once it points elsewhere, the KMS signs with a key that nobody knows to be the node's, and what the node sends is refused. Nor can the key be deleted through Canton: AWS takes no alias there, and the node has forgotten the key by then. The id or the ARN of the key always mean the same key. ${hides}`,
      }
    : {
        ...common,
        id: 'alias-as-wrapper-key',
        why: `Canton stores the alias, not the key behind it. Once it points elsewhere, what was encrypted before cannot be decrypted and the node does not start. The id or the ARN of the key always mean the same key. ${hides}`,
      };
}

function singleRegion(plan: Pick<Plan, 'release'>, { path, use }: KeyPlace): Finding {
  const common = {
    severity: 'warning',
    path,
    message: 'This key stays in one region, although keys are to be multi-region.',
    source: code('crypto', 'kms/aws/AwsKms.scala', plan.release === '3.3' ? '3.4' : plan.release),
  } as const;
  const why =
    'The choice holds for keys that Canton creates and changes no key that exists. The id of a multi-region key begins with mrk-;';
  return use === 'node-key'
    ? { ...common, id: 'single-region-node-key', why: `${why} make one and give its id.` }
    : { ...common, id: 'single-region-wrapper-key', why: `${why} make one and give its id, or let Canton create it.` };
}
