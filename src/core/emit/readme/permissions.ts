import { awsArn, readAwsKeyId } from '../../canton/key-ids';
import {
  awsPermissions,
  deletePermission,
  gcpPermissions,
  type Permission,
  permissionReason,
  permissionSources,
} from '../../canton/permissions';
import type { AwsKms, GcpKms } from '../../plan/kms';
import { type Block, type CodeLine, codeBlock, type Inline, paragraph, said } from '../markdown/printer';
import { type Group, givenKeysOf, isElsewhere } from './groups';
import { kmsName, nodeNames } from './names';

/** More keys than this are not listed one by one. */
const mostResources = 10;

/** What the nodes must be allowed to do in their KMS. */
export function permissions(group: Group): readonly Block[] {
  const { kms, index } = group.used;
  const path = `kms.${index}`;
  switch (kms.type) {
    case 'aws':
      return aws(group, kms, path);
    case 'gcp':
      return gcp(group, kms, path);
    case 'driver':
      return [
        paragraph(
          ...nodeNames(group.nodes),
          ': what the driver ',
          { code: kms.driverName, from: `${path}.driverName` },
          " may do in its KMS and how it signs in there is the driver's own affair: see its documentation.",
        ),
      ];
  }
}

function aws(group: Group, kms: AwsKms, path: string): readonly Block[] {
  const needed = awsPermissions[group.mode];
  const using = needed.filter((permission) => permission.for === 'using').map(({ name }) => name);
  const creating = needed.filter((permission) => permission.for === 'creating').map(({ name }) => name);
  const policy = {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'CantonUsesItsKeys', Effect: 'Allow', Action: using, Resource: awsResources(group, kms) },
      ...(group.creates ? [{ Sid: 'CantonCreatesItsKeys', Effect: 'Allow', Action: creating, Resource: '*' }] : []),
    ],
  };
  return [
    paragraph(...nodeNames(group.nodes), ' in ', ...kmsName(kms, path), ', as an IAM policy:'),
    codeBlock(
      'json',
      JSON.stringify(policy, null, 2)
        .split('\n')
        .map((line) => withReason(line, needed, 'aws')),
    ),
    paragraph(...awsNarrower(group, kms), ...spare(group, 'aws')),
  ];
}

/** A line that names a permission says why the node needs it. */
function withReason(line: string, needed: readonly Permission[], type: 'aws' | 'gcp'): CodeLine {
  const named = needed.find(({ name }) => line === name || line.includes(`"${name}"`));
  return named === undefined ? line : { said: line, reason: permissionReason(named, type) };
}

/** The keys themselves where they are known by id; an alias names no key in a policy. */
function awsResources(group: Group, kms: AwsKms): readonly string[] {
  const account = kms.keyAccount.type === 'other' && kms.keyAccount.account !== '' ? kms.keyAccount.account : '*';
  const known = givenKeysOf(group).map((given) => {
    const id = readAwsKeyId(given);
    if (id?.kind === 'key-arn') return given;
    return id?.kind === 'id' ? awsArn(kms.region, account, `key/${id.id}`) : undefined;
  });
  const arns = known.filter((arn) => arn !== undefined);
  const all = arns.length > 0 && arns.length === known.length && arns.length <= mostResources && !group.creates;
  return all ? arns : [awsArn(kms.region, account, 'key/*')];
}

function awsNarrower(group: Group, kms: AwsKms): readonly Inline[] {
  const resources = awsResources(group, kms);
  if (!resources.some((resource) => resource.includes('*'))) return [];
  if (group.creates)
    return ['Replace the stars by your account and, once the keys exist, by the keys of these nodes. '];
  const aliased = givenKeysOf(group).some((given) => readAwsKeyId(given)?.kind.startsWith('alias') === true);
  const ids = aliased ? ', by their ids: a policy does not take an alias for the key behind it. ' : '. ';
  return [`Replace the stars by your account and by the keys of these nodes${ids}`];
}

function gcp(group: Group, kms: GcpKms, path: string): readonly Block[] {
  const needed = gcpPermissions[group.mode].filter((permission) => group.creates || permission.for === 'using');
  const account: readonly Inline[] =
    kms.keyProject.type === 'other'
      ? [
          ' to the service account, which belongs to the project ',
          { code: kms.keyProject.serviceAccountProject, from: `${path}.keyProject.serviceAccountProject` },
        ]
      : [' to the service account of the nodes'];
  return [
    paragraph(
      ...nodeNames(group.nodes),
      ': a role with these permissions, granted on ',
      ...kmsName(kms, path),
      ...account,
      ':',
    ),
    codeBlock(
      'text',
      needed.map(({ name }) => withReason(name, needed, 'gcp')),
    ),
    paragraph(...spare(group, 'gcp')),
  ];
}

/** What is left out on purpose, and where the list comes from. */
function spare(group: Group, type: 'aws' | 'gcp'): readonly Inline[] {
  const sources = permissionSources[type];
  const list: readonly Inline[] = [
    said('The list is that of ', sources.docs),
    { link: sources.docs.url, label: 'the documentation' },
    said(' with what the calls in ', sources.code),
    { link: sources.code.url, label: 'the code' },
    ' need besides.',
  ];
  const told: readonly Inline[] = [...list, ...(isElsewhere(group.used) ? madeElsewhere(group, type) : [])];
  if (group.mode === 'envelope') return told;
  return [
    ...told,
    ' ',
    { code: deletePermission[type] },
    said(' is left out: with it, ', sources.code),
    { code: 'keys.secret.delete' },
    ' on a node destroys the key in the KMS as well.',
  ];
}

/** Without the right to create keys Canton's other ways of rotating fail. */
function madeElsewhere({ mode }: Group, type: 'aws' | 'gcp'): readonly Inline[] {
  const where = type === 'aws' ? 'account' : 'project';
  const rotation = mode === 'envelope' ? 'keys.secret.rotate_wrapper_key("ID")' : 'keys.secret.rotate_kms_node_key';
  return [
    ` The right to create keys is left out: keys in another ${where} are made there beforehand. For the same reason rotate with `,
    { code: rotation },
    ', which takes a key that exists.',
  ];
}
