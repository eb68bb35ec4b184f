import { announcedKeysSource, deletingSource, keyRotationSource } from '../../canton/key-care';
import { deletePermission } from '../../canton/permissions';
import type { Node } from '../../plan/node';
import type { Rotate } from '../../plan/task';
import { type Block, type Inline, paragraph, said, type Text } from '../markdown/printer';
import type { Placed } from '../scripts/scripts';
import { type Settings, type UsedKms, usedBy } from '../settings';
import { outcomes } from './console';
import { kmsName, nodeNames } from './names';
import { serviceAccount } from './permissions';
import { awsKeyArns, awsPolicy, gcpPermissionList } from './policy';
import { commandLines } from './run';

/** A key that is to be deleted for good. */
type Deletion = {
  readonly node: Node;
  readonly used: UsedKms | undefined;
  readonly fingerprint: { readonly code: string; readonly from: string };
  readonly retiredBefore: { readonly code: string; readonly from: string };
  /** Empty: it is in no KMS. */
  readonly kmsKeyId: string;
};

/** More keys than this are not listed one by one. */
const mostKeys = 60;

/** What is done on a day of its own, when nothing needs the retired keys any more. */
export function deletions(settings: Settings, task: Rotate, scripts: readonly Placed[]): readonly Block[] {
  const turns = scripts.filter(({ after }) => after === 'pruning');
  if (turns.length === 0) return [];
  const keys = deletionsOf(settings, task, turns);
  const alone = scripts.every(({ when, after }) => when !== 'in-turn' || after === 'pruning');
  return [
    paragraph(
      said(
        'Each node must be pruned up to the instant in the table first: until then a message may need the old key. ',
        keyRotationSource,
      ),
      said(
        'The script cannot see how far a node is pruned; it stops at a key that is announced, or was after that instant. ',
        announcedKeysSource,
      ),
      ...destroyed(keys),
    ),
    table(keys),
    ...rights(settings, keys),
    commandLines(turns),
    paragraph('It ends with ', { code: 'STATE private keys left' }, ' and their number.', ...seenInKms(keys)),
    ...(alone ? [outcomes()] : []),
  ];
}

function deletionsOf({ plan, ...settings }: Settings, task: Rotate, turns: readonly Placed[]): readonly Deletion[] {
  const indices = new Set(turns.flatMap(({ script }) => script.nodes));
  const named = new Map(plan.nodes.flatMap((node, index) => (indices.has(index) ? [[node.name, node]] : [])));
  const held = new Map([...task.inventory].reverse().map(({ name, keys }) => [name, keys]));
  return task.deletions.flatMap(({ node: name, fingerprint, retiredBefore }, at): Deletion[] => {
    const node = named.get(name);
    const key = held.get(name)?.find((each) => each.fingerprint === fingerprint);
    if (node === undefined || key === undefined) return [];
    const path = `task.deletions.${at}`;
    return [
      {
        node,
        used: node.custody.type === 'external' ? usedBy({ plan, ...settings }, node) : undefined,
        fingerprint: { code: fingerprint, from: `${path}.fingerprint` },
        retiredBefore: { code: retiredBefore, from: `${path}.retiredBefore` },
        kmsKeyId: key.kmsKeyId,
      },
    ];
  });
}

function table(keys: readonly Deletion[]): Block {
  const rows = keys
    .slice(0, mostKeys)
    .map(({ node, fingerprint, retiredBefore, kmsKeyId }): readonly Text[] => [
      [{ code: node.name }],
      [fingerprint],
      kmsKeyId === '' ? 'none' : [{ code: kmsKeyId }],
      [retiredBefore],
    ]);
  const more = keys.length - rows.length;
  const rest: readonly (readonly Text[])[] = more === 0 ? [] : [[`${more} more, in the scripts`, '', '', '']];
  return { kind: 'table', head: ['Node', 'Key', 'Id in the KMS', 'Pruned up to'], rows: [...rows, ...rest] };
}

/** What becomes of a deleted key: in a KMS it is destroyed there as well, if the node may. */
function destroyed(keys: readonly Deletion[]): readonly Inline[] {
  const external = new Set(keys.flatMap(({ node, used }) => (used === undefined ? [] : [node])));
  if (external.size === 0) return ['Nothing but a backup of the database brings a deleted key back.'];
  return [
    said('Nothing brings a deleted key back: the KMS of ', deletingSource),
    ...nodeNames([...external]),
    ' destroys it too.',
  ];
}

/** The right to destroy these keys and no others, for the time of the script. */
function rights({ used }: Settings, keys: readonly Deletion[]): readonly Block[] {
  return used.flatMap((kms): readonly Block[] => {
    const own = keys.filter((key) => key.used === kms);
    return own.length === 0 ? [] : right(kms, own);
  });
}

function right({ kms, index }: UsedKms, keys: readonly Deletion[]): readonly Block[] {
  const path = `kms.${index}`;
  const names = nodeNames([...new Set(keys.map(({ node }) => node))]);
  const ids = [...new Set(keys.map(({ kmsKeyId }) => kmsKeyId))];
  const without = said(
    ', and take it back afterwards. Without it the node forgets the key and the KMS keeps it:',
    deletingSource,
  );
  switch (kms.type) {
    case 'aws': {
      const resources = awsKeyArns(kms, ids).slice(0, mostKeys);
      // A key that is known by an alias alone is not deleted: the script stops before it.
      if (resources.length === 0) return [];
      return [
        paragraph('For the time of the script, give ', ...names, ' in ', ...kmsName(kms, path), ' this right', without),
        awsPolicy([{ sid: 'CantonDestroysRetiredKeys', permissions: [deletePermission.aws], resources }]),
        ...(resources.some((resource) => resource.includes(':*:'))
          ? [paragraph('Replace the star by your account; never write one in the place of the keys.')]
          : []),
      ];
    }
    case 'gcp':
      return [
        paragraph(
          'For the time of the script, grant this on the keys of the table in ',
          ...kmsName(kms, path),
          ', and on no others,',
          ...serviceAccount(kms, path),
          without,
        ),
        gcpPermissionList([deletePermission.gcp]),
      ];
    case 'driver':
      return [
        paragraph(
          'What the driver ',
          { code: kms.driverName, from: `${path}.driverName` },
          ' needs to destroy the keys of ',
          ...names,
          ' is told by its own documentation. Give it for the time of the script.',
        ),
      ];
  }
}

function seenInKms(keys: readonly Deletion[]): readonly Inline[] {
  const types = new Set(keys.flatMap(({ used }) => used?.kms.type ?? []));
  if (types.size === 0) return [];
  return [
    ' See in the KMS that the keys are scheduled for destruction.',
    ...(types.has('aws')
      ? [said(' AWS waits for 7 days: until then the deletion can be cancelled there.', deletingSource)]
      : []),
  ];
}
