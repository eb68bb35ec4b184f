import { type KeyPurpose, purposesOf } from '../canton/key-purposes';
import type { Release } from '../canton/releases';
import { withWrapperKey } from '../plan/edit';
import { editIntermediate, keyOf, withKeyIds } from '../plan/edit-keys';
import type { Kms } from '../plan/kms';
import { setsUpNodes } from '../plan/migration';
import type { Node } from '../plan/node';
import { kmsOf, type Path, type Plan } from '../plan/plan';
import { awsKeyFindings } from './aws-key-ids';
import { changeNode } from './change';
import type { Finding } from './finding';
import { gcpKeyFindings } from './gcp-key-ids';
import { identitiesOf } from './key-identity';
import type { KeyPlace } from './key-place';
import { isGivenKeys } from './scripts';

/** What a given key is to a node. */
export type Role = KeyPurpose | 'intermediate' | 'wrapper';

export const roleNames: Record<Role, string> = {
  namespace: 'namespace',
  'sequencer-auth': 'sequencer authentication',
  signing: 'protocol signing',
  encryption: 'encryption',
  intermediate: 'intermediate namespace',
  wrapper: 'wrapper',
};

/** A key that a node was given, with what is said of its id alone and what it is in its cloud. */
export type NodeKey = KeyPlace & {
  readonly role: Role;
  readonly found: readonly Finding[];
  readonly identities: readonly string[];
};

type Known = {
  readonly kms: Plan['kms'];
  readonly release: Release;
  readonly setsUp: boolean;
  readonly index: number;
  readonly keys: readonly NodeKey[];
};
const none: readonly NodeKey[] = [];

/** What is known of a node's keys holds as long as the node does, its place and what it is asked beside: there may be thousands. */
const known = new WeakMap<Node, Known>();

/** The keys that a node is given and that can be asked for: those with an id, in the KMS that the node has. */
export function nodeKeys(plan: Plan, node: Node, index: number): readonly NodeKey[] {
  if (node.custody.type === 'none') return none;
  const { kms, release, task } = plan;
  const before = known.get(node);
  if (
    before?.index === index &&
    before.kms === kms &&
    before.release === release &&
    before.setsUp === setsUpNodes(task)
  ) {
    return before.keys;
  }
  const keys = look(plan, node, index);
  known.set(node, { kms, release, setsUp: setsUpNodes(task), index, keys });
  return keys;
}

function look(plan: Plan, node: Node, index: number): readonly NodeKey[] {
  const kms = kmsOf(plan, node);
  if (kms === undefined) return none;
  const kmsIndex = plan.kms.indexOf(kms);
  return given(plan, node).flatMap(({ role, id, at, put }): NodeKey[] => {
    if (id === '') return [];
    const place: KeyPlace = {
      id,
      path: `nodes.${index}.${at}`,
      kmsIndex,
      use: role === 'wrapper' ? 'wrapper' : 'node-key',
      put: (before, other) => changeNode(before, index, (old) => put(old, other)),
    };
    return [{ ...place, role, found: idFindings(plan, kms, place), identities: identitiesOf(kms, id) }];
  });
}

type Given = {
  readonly role: Role;
  readonly id: string;
  readonly at: Path;
  readonly put: (node: Node, id: string) => Node;
};

/** Where the ids of a node's keys stand. Of one that runs already they are what was observed, and not these. */
function given({ task }: Plan, node: Node): readonly Given[] {
  const { custody, intermediate } = node;
  if (custody.type === 'envelope' && custody.wrapperKey.type === 'given') {
    const put = (old: Node, id: string) => withWrapperKey(old, { type: 'given', id });
    return [{ role: 'wrapper', id: custody.wrapperKey.id, at: 'custody.wrapperKey.id', put }];
  }
  if (custody.type !== 'external' || !setsUpNodes(task)) return [];
  const own = isGivenKeys(node)
    ? purposesOf(node.kind).map((role): Given => {
        const put = (old: Node, id: string) => withKeyIds(old, { [role]: id });
        return { role, id: keyOf(node, role), at: keyPath(role), put };
      })
    : [];
  if (intermediate.type === 'off') return own;
  const put = (old: Node, keyId: string) => editIntermediate(old, { keyId });
  return [...own, { role: 'intermediate', id: intermediate.keyId, at: 'intermediate.keyId', put }];
}

/** Where the id of one of a node's own keys stands, below the node. */
export function keyPath(purpose: KeyPurpose): Path {
  return `custody.keys.${purpose === 'sequencer-auth' ? 'sequencerAuth' : purpose}`;
}

/** What is said of an id by itself: whether it can be one, and whether it can be found. */
export function idFindings(plan: Pick<Plan, 'release'>, kms: Kms, place: KeyPlace): readonly Finding[] {
  switch (kms.type) {
    case 'aws':
      return awsKeyFindings(plan, kms, place);
    case 'gcp':
      return gcpKeyFindings(kms, place);
    case 'driver':
      return [];
  }
}
