import type { Mode } from '../../canton/permissions';
import type { Node } from '../../plan/node';
import { type Settings, type UsedKms, usedBy } from '../settings';

/** Nodes that use one KMS in one way, and so need the same permissions and show the same keys. */
export type Group = {
  readonly used: UsedKms;
  readonly mode: Mode;
  /** Whether the nodes create keys in the KMS themselves. */
  readonly creates: boolean;
  readonly nodes: readonly Node[];
};

/** The nodes with a KMS, grouped; in the order in which the plan first has a node of each group. */
export function groupsOf(settings: Settings): readonly Group[] {
  const groups = new Map<string, { readonly group: Omit<Group, 'nodes'>; readonly nodes: Node[] }>();
  for (const node of settings.plan.nodes) {
    const used = usedBy(settings, node);
    if (used === undefined || node.custody.type === 'none') continue;
    const mode = node.custody.type;
    const creates = !isElsewhere(used) && createsKeys(node);
    const id = `${used.index} ${mode} ${creates}`;
    const group = groups.get(id) ?? { group: { used, mode, creates }, nodes: [] };
    groups.set(id, group);
    group.nodes.push(node);
  }
  return [...groups.values()].map(({ group, nodes }) => ({ ...group, nodes }));
}

function createsKeys({ custody }: Node): boolean {
  if (custody.type === 'none') return false;
  return custody.type === 'external' ? custody.keys.type === 'generated' : custody.wrapperKey.type === 'generated';
}

/**
 * Keys in an account of somebody else Canton can use, but not create. In a project of somebody else it could: the
 * documentation leaves that right out, and whoever owns the project makes the keys.
 */
export function isElsewhere({ kms }: UsedKms): boolean {
  switch (kms.type) {
    case 'aws':
      return kms.keyAccount.type === 'other';
    case 'gcp':
      return kms.keyProject.type === 'other';
    case 'driver':
      return false;
  }
}

/** The wrapper keys that were given to the nodes of a group. */
export function givenWrapperKeys(group: Group): readonly string[] {
  const ids = group.nodes.flatMap(({ custody }) =>
    custody.type === 'envelope' && custody.wrapperKey.type === 'given' ? [custody.wrapperKey.id] : [],
  );
  return [...new Set(ids)].filter((id) => id !== '');
}
