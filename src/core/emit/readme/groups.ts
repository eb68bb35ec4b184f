import type { Mode } from '../../canton/permissions';
import type { Node } from '../../plan/node';
import { type Settings, type UsedKms, usedBy } from '../settings';

/** Nodes that use one KMS in one way, and so need the same permissions and show the same keys. */
export type Group = {
  readonly used: UsedKms;
  readonly mode: Mode;
  /** Whether the nodes create keys in the KMS themselves. */
  readonly creates: boolean;
  /** Whether their keys, or their wrapper keys, exist beforehand. */
  readonly given: boolean;
  readonly nodes: readonly Node[];
};

/** The nodes with a KMS, grouped; in the order in which the plan first has a node of each group. */
export function groupsOf(settings: Settings): readonly Group[] {
  const groups = new Map<string, { readonly group: Omit<Group, 'nodes'>; readonly nodes: Node[] }>();
  const { task } = settings.plan;
  // Where encryption is taken back there is a wrapper key already, and no other is made.
  const takenBack = task.type === 'migrate' && task.way.type === 'revert';
  for (const node of settings.plan.nodes) {
    const used = usedBy(settings, node);
    if (used === undefined || node.custody.type === 'none') continue;
    const mode = node.custody.type;
    const given = hasGivenKeys(node);
    const creates = !isElsewhere(used) && !takenBack && createsKeys(node);
    const id = `${used.index} ${mode} ${creates} ${given}`;
    const group = groups.get(id) ?? { group: { used, mode, creates, given }, nodes: [] };
    groups.set(id, group);
    group.nodes.push(node);
  }
  return [...groups.values()].map(({ group, nodes }) => ({ ...group, nodes }));
}

function hasGivenKeys({ custody }: Node): boolean {
  if (custody.type === 'none') return false;
  return custody.type === 'external' ? custody.keys.type === 'given' : custody.wrapperKey.type === 'given';
}

/** An intermediate key that nobody names is made by the node, in the KMS where its keys are there. */
function createsKeys(node: Node): boolean {
  const { custody, intermediate } = node;
  const makesIntermediate = intermediate.type === 'on' && intermediate.keyId === '' && custody.type === 'external';
  return makesIntermediate || !hasGivenKeys(node);
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

/** The ids of the keys that were given to the nodes of a group: wrapper keys, or the nodes' own. */
export function givenKeysOf(group: Group): readonly string[] {
  return [...new Set(group.nodes.flatMap(givenKeys))].filter((id) => id !== '');
}

function givenKeys({ custody, intermediate }: Node): readonly string[] {
  if (custody.type === 'none') return [];
  const more = intermediate.type === 'on' && custody.type === 'external' ? [intermediate.keyId] : [];
  if (custody.type === 'envelope') return custody.wrapperKey.type === 'given' ? [custody.wrapperKey.id] : [];
  const { keys } = custody;
  if (keys.type === 'generated') return more;
  return [keys.namespace, keys.sequencerAuth, keys.signing, keys.encryption, ...more];
}
