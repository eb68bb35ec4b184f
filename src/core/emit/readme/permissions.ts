import {
  awsPermissions,
  deletePermission,
  gcpPermissions,
  neededFor,
  permissionSources,
} from '../../canton/permissions';
import type { AwsKms, GcpKms } from '../../plan/kms';
import { type Block, type Inline, paragraph, said } from '../markdown/printer';
import { type Group, givenKeysOf, isElsewhere } from './groups';
import { kmsName, nodeNames } from './names';
import { awsPolicy, awsResources, type Grant, gcpPermissionList, hasAlias } from './policy';

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
  const all = awsPermissions[group.mode];
  const resources = awsResources(kms, givenKeysOf(group), group.creates);
  const grants: readonly Grant[] = [
    { sid: 'CantonUsesItsKeys', permissions: neededFor(all, 'using'), resources },
    ...(group.creates
      ? [{ sid: 'CantonCreatesItsKeys', permissions: neededFor(all, 'creating'), resources: '*' } as const]
      : []),
  ];
  return [
    paragraph(...nodeNames(group.nodes), ' in ', ...kmsName(kms, path), ', as an IAM policy:'),
    awsPolicy(grants),
    paragraph(...awsNarrower(group, resources), ...spare(group, 'aws')),
  ];
}

function awsNarrower(group: Group, resources: readonly string[]): readonly Inline[] {
  if (!resources.some((resource) => resource.includes('*'))) return [];
  if (group.creates)
    return ['Replace the stars by your account and, once the keys exist, by the keys of these nodes. '];
  const ids = hasAlias(givenKeysOf(group))
    ? ', by their ids: a policy does not take an alias for the key behind it. '
    : '. ';
  return [`Replace the stars by your account and by the keys of these nodes${ids}`];
}

function gcp(group: Group, kms: GcpKms, path: string): readonly Block[] {
  const needed = gcpPermissions[group.mode].filter((permission) => group.creates || permission.for === 'using');
  return [
    paragraph(
      ...nodeNames(group.nodes),
      ': a role with these permissions, granted on ',
      ...kmsName(kms, path),
      ...serviceAccount(kms, path),
      ':',
    ),
    gcpPermissionList(needed),
    paragraph(...spare(group, 'gcp')),
  ];
}

/** Whom to grant it. */
export function serviceAccount({ keyProject }: GcpKms, path: string): readonly Inline[] {
  if (keyProject.type === 'same') return [' to the service account of the nodes'];
  const project = { code: keyProject.serviceAccountProject, from: `${path}.keyProject.serviceAccountProject` };
  return [' to the service account, which belongs to the project ', project];
}

/** What is left out on purpose, and where the list comes from. */
function spare(group: Group, type: 'aws' | 'gcp'): readonly Inline[] {
  const told: readonly Inline[] = [...origin(type), ...(isElsewhere(group.used) ? madeElsewhere(group, type) : [])];
  if (group.mode === 'envelope') return told;
  return [
    ...told,
    ' ',
    { code: deletePermission[type].name },
    said(' is left out: with it, ', permissionSources[type].code),
    { code: 'keys.secret.delete' },
    ' on a node destroys the key in the KMS as well.',
  ];
}

/** Where the list comes from. */
export function origin(type: 'aws' | 'gcp'): readonly Inline[] {
  const { docs, code } = permissionSources[type];
  return [
    said('The list is that of ', docs),
    { link: docs.url, label: 'the documentation' },
    said(' with what the calls in ', code),
    { link: code.url, label: 'the code' },
    ' need besides.',
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
