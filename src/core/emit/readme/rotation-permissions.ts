import { awsPermissions, gcpPermissions, type Mode, neededFor, type Permission } from '../../canton/permissions';
import type { AwsKms, GcpKms } from '../../plan/kms';
import type { Node } from '../../plan/node';
import { type Block, type Inline, paragraph } from '../markdown/printer';
import type { Settings, UsedKms } from '../settings';
import { isElsewhere } from './groups';
import { kmsName, nodeNames } from './names';
import type { NewKey } from './new-keys';
import { origin, serviceAccount } from './permissions';
import { awsPolicy, awsResources, type Grant, gcpPermissionList, hasAlias } from './policy';

/** What nodes must be allowed besides what they may do today: to use the new keys, and to make those that nobody gives. */
export function rotationPermissions(settings: Settings, keys: readonly NewKey[]): readonly Block[] {
  const groups = settings.used.flatMap((used) =>
    (['external', 'envelope'] as const).flatMap((mode) => {
      const own = keys.filter((key) => key.used === used && key.node.custody.type === mode);
      return own.length === 0 ? [] : [{ used, mode, own }];
    }),
  );
  if (groups.length === 0) return [];
  const clouds = (['aws', 'gcp'] as const).filter((type) => groups.some(({ used }) => used.kms.type === type));
  const sources = clouds.map((type) => paragraph(...origin(type)));
  return [...groups.flatMap(({ used, mode, own }) => ofGroup(used, mode, own)), ...sources];
}

/** A right to use or to make new keys, before it is spelled in the way of a cloud. */
type Right = {
  readonly sid: string;
  readonly permissions: readonly Permission[];
  readonly ids: readonly string[];
  /** Whether it is for keys besides those, which the node makes. */
  readonly open: boolean;
  readonly creates: boolean;
};

function ofGroup(used: UsedKms, mode: Mode, keys: readonly NewKey[]): readonly Block[] {
  const { kms } = used;
  const path = `kms.${used.index}`;
  const names = nodeNames(unique(keys.map(({ node }) => node)));
  switch (kms.type) {
    case 'aws':
      return aws(rightsOf(used, mode, keys, awsPermissions[mode]), kms, [...names, ' in ', ...kmsName(kms, path)]);
    case 'gcp':
      return gcp(rightsOf(used, mode, keys, gcpPermissions[mode]), kms, names, path);
    case 'driver':
      return [
        paragraph(
          ...names,
          ': what the driver ',
          { code: kms.driverName, from: `${path}.driverName` },
          ' needs in its KMS to use the new keys, or to make them, is told by its own documentation.',
        ),
      ];
  }
}

function rightsOf(used: UsedKms, mode: Mode, keys: readonly NewKey[], all: readonly Permission[]): readonly Right[] {
  const uses: readonly (readonly [string, Permission['keys'], readonly NewKey[]])[] =
    mode === 'envelope'
      ? [['CantonUsesNewWrapperKeys', 'all', keys]]
      : [
          ['CantonSignsWithNewKeys', 'signing', keys.filter(({ role }) => role !== 'encryption')],
          ['CantonDecryptsWithNewKeys', 'encryption', keys.filter(({ role }) => role === 'encryption')],
        ];
  const isMade = ({ id }: NewKey) => id === undefined;
  const using = uses.flatMap(([sid, purpose, own]): Right[] => {
    if (own.length === 0) return [];
    const ids = [...new Set(own.flatMap(({ id }) => id?.code ?? []))];
    return [{ sid, permissions: neededFor(all, 'using', purpose), ids, open: own.some(isMade), creates: false }];
  });
  const made = keys.some(isMade) && !isElsewhere(used);
  const creating = { sid: 'CantonCreatesNewKeys', permissions: neededFor(all, 'creating'), ids: [], open: true };
  return made ? [...using, { ...creating, creates: true }] : using;
}

function aws(rights: readonly Right[], kms: AwsKms, where: readonly Inline[]): readonly Block[] {
  const grants = rights.map(({ sid, permissions, ids, open, creates }) => ({
    sid,
    permissions,
    resources: creates ? ('*' as const) : awsResources(kms, ids, open),
  }));
  return [
    paragraph(...where, ', besides what is granted already, as an IAM policy:'),
    awsPolicy(grants),
    paragraph(...awsNarrower(rights, grants), ...afterwards(rights)),
  ];
}

function awsNarrower(rights: readonly Right[], grants: readonly Grant[]): readonly Inline[] {
  const resources = grants.flatMap((grant) => grant.resources);
  if (!resources.some((resource) => resource.includes(':key/*'))) {
    return resources.some((resource) => resource.includes(':*:')) ? ['Replace the star by your account. '] : [];
  }
  const exist = rights.some(({ creates }) => creates) ? ', once they exist: the inventory prints them. ' : '. ';
  const aliased = hasAlias(rights.flatMap(({ ids }) => ids));
  const why = aliased ? 'A policy does not take an alias for the key behind it. ' : '';
  return [`Replace the stars by your account and by the ids of the new keys${exist}${why}`];
}

function gcp(rights: readonly Right[], kms: GcpKms, names: readonly Inline[], path: string): readonly Block[] {
  return [
    ...rights.flatMap((right) => [
      paragraph(...names, ': ', ...onWhat(right, kms, path), ...serviceAccount(kms, path), ':'),
      gcpPermissionList(right.permissions),
    ]),
    paragraph(...afterwards(rights)),
  ];
}

/** A role may be granted on single keys, once they exist. */
function onWhat({ ids, open, creates }: Right, kms: GcpKms, path: string): readonly Inline[] {
  const role = 'besides what is granted already, a role with these permissions, granted on ';
  if (creates) return [role, ...kmsName(kms, path)];
  if (open || ids.length > mostIds) return [role, 'the new keys or, until they exist, on ', ...kmsName(kms, path)];
  return [role, ...ids.flatMap((id, at): readonly Inline[] => (at === 0 ? [{ code: id }] : [', ', { code: id }]))];
}

/** More keys than this are not listed in a sentence. */
const mostIds = 10;

/** The right to make keys is for this rotation, unless the nodes are to make further ones. */
function afterwards(rights: readonly Right[]): readonly Inline[] {
  return rights.some(({ creates }) => creates)
    ? ['When the scripts have run, take the right to create keys back if the nodes are to make no more.']
    : ['No right to create keys is needed: these nodes make none.'];
}

function unique(nodes: readonly Node[]): readonly Node[] {
  return [...new Set(nodes)];
}
