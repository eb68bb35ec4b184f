import { awsArn, readAwsKeyId } from '../../canton/key-ids';
import { type Permission, permissionReason } from '../../canton/permissions';
import type { AwsKms } from '../../plan/kms';
import { type Block, type CodeLine, codeBlock } from '../markdown/printer';

/** Permissions as each cloud takes them. */

/** Something that a node must be allowed to do, and with which keys. */
export type Grant = {
  /** What AWS calls the statement. */
  readonly sid: string;
  readonly permissions: readonly Permission[];
  /** ARNs of AWS; everything is for what is done with no key. */
  readonly resources: readonly string[] | '*';
};

/** More keys than this are not listed one by one. */
const mostResources = 10;

/** An IAM policy. */
export function awsPolicy(grants: readonly Grant[]): Block {
  const policy = {
    Version: '2012-10-17',
    Statement: grants.map(({ sid, permissions, resources }) => ({
      Sid: sid,
      Effect: 'Allow',
      Action: permissions.map(({ name }) => name),
      Resource: resources,
    })),
  };
  const named = grants.flatMap(({ permissions }) => permissions);
  const lines = JSON.stringify(policy, null, 2).split('\n');
  return codeBlock(
    'json',
    lines.map((line) => withReason(line, named, 'aws')),
  );
}

/** The permissions of a role, one a line. */
export function gcpPermissionList(permissions: readonly Permission[]): Block {
  return codeBlock(
    'text',
    permissions.map(({ name }) => withReason(name, permissions, 'gcp')),
  );
}

/** A line that names a permission says why the node needs it. */
function withReason(line: string, needed: readonly Permission[], type: 'aws' | 'gcp'): CodeLine {
  const named = needed.find(({ name }) => line === name || line.includes(`"${name}"`));
  return named === undefined ? line : { said: line, reason: permissionReason(named, type) };
}

/**
 * The keys themselves where they are known by id; an alias names no key in a policy.
 * @param open whether there are other keys besides, which nobody knows yet
 */
export function awsResources(kms: AwsKms, ids: readonly string[], open: boolean): readonly string[] {
  const arns = awsKeyArns(kms, ids);
  const all = arns.length > 0 && arns.length === ids.length && arns.length <= mostResources && !open;
  return all ? arns : [awsArn(kms.region, accountOf(kms), 'key/*')];
}

/** Each key of which the id tells enough. */
export function awsKeyArns(kms: AwsKms, ids: readonly string[]): readonly string[] {
  return ids.flatMap((given) => {
    const id = readAwsKeyId(given);
    if (id?.kind === 'key-arn') return [given];
    return id?.kind === 'id' ? [awsArn(kms.region, accountOf(kms), `key/${id.id}`)] : [];
  });
}

function accountOf({ keyAccount }: AwsKms): string {
  return keyAccount.type === 'other' && keyAccount.account !== '' ? keyAccount.account : '*';
}

/** Whether some of the keys are known by an alias alone. */
export function hasAlias(ids: readonly string[]): boolean {
  return ids.some((id) => readAwsKeyId(id)?.kind.startsWith('alias') === true);
}
