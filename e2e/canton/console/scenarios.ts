import { createHash } from 'node:crypto';
import type { NodeKind } from '../../../src/core/canton/console/command';
import type { Key, Mapping, StoredKey, World, WorldNode } from './world';

/** Worlds for scripts to run on: a network with its keys announced, and nodes that wait for their identity. */

const now = '2026-11-24T07:00:00Z';
const before = '2026-11-01T07:00:00Z';
const codes = { participant: 'PAR', sequencer: 'SEQ', mediator: 'MED' } as const;
const keyNames = ['namespace', 'sequencer-auth', 'signing', 'encryption'] as const;
type KeyName = (typeof keyNames)[number];
type KmsKey = World['kms']['keys'][number];

export type NodeParts = {
  readonly name: string;
  readonly kind: NodeKind;
  readonly custody: WorldNode['custody'];
  readonly remote?: boolean;
};

/** What stands for the digest of a public key. */
export function fingerprint(seed: string): string {
  return `1220${createHash('sha256').update(seed).digest('hex')}`;
}

/** A key in the KMS; its fingerprint follows from its identifier. */
export function kmsKey(
  id: string,
  purpose: KmsKey['purpose'],
  spec = purpose === 'encryption' ? 'RSA-2048' : 'EC-P256',
): KmsKey {
  return {
    id,
    aliases: [],
    purpose,
    spec,
    state: 'enabled',
    fingerprint: purpose === 'symmetric' ? '' : fingerprint(id),
  };
}

/** The keys of a node: `<node>-namespace` and so on, in the KMS under the same names where it is external. */
function ownKeys({ name, kind, custody }: NodeParts): StoredKey[] {
  return keyNames
    .filter((key) => key !== 'encryption' || kind === 'participant')
    .map((key) => {
      const id = `${name}-${key}`;
      return {
        ...publicKey(id, key, custody === 'external'),
        name: id,
        kmsKeyId: custody === 'external' ? id : null,
        wrapperKeyId: custody === 'envelope' ? `${name}-wrapper` : null,
      };
    });
}

function publicKey(id: string, key: KeyName, inKms: boolean): Key {
  if (key === 'encryption') {
    return { fingerprint: fingerprint(id), purpose: 'encryption', usage: [], spec: inKms ? 'RSA-2048' : 'EC-P256' };
  }
  const usage = key === 'namespace' ? ['namespace'] : ['proof-of-ownership', key].sort();
  return { fingerprint: fingerprint(id), purpose: 'signing', usage, spec: inKms ? 'EC-P256' : 'EC-Curve25519' };
}

/** A node without an identity, as `identity.type = manual` leaves it. */
export function newNode({ name, kind, custody, remote = true }: NodeParts): WorldNode {
  return {
    ...{
      name,
      kind,
      custody,
      remote,
      configuredWrapper: null,
      makesTopology: false,
      running: true,
      active: true,
      identity: null,
    },
    ...{
      initialized: false,
      registered: [],
      connected: false,
      seen: null,
      left: [],
      temporary: [],
      keys: [],
      mappings: [],
      delegations: [],
    },
  };
}

/** A node that has its keys, has announced them, and belongs to the synchronizer `da`. */
export function runningNode(parts: NodeParts): WorldNode {
  const keys = ownKeys(parts);
  const [root, ...others] = keys;
  if (root === undefined) throw new Error('a node has a namespace key');
  const identity = { identifier: parts.name, namespace: root.fingerprint };
  const member = `${codes[parts.kind]}::${identity.identifier}::${identity.namespace}`;
  return {
    ...newNode(parts),
    ...{ identity, keys, initialized: parts.kind !== 'participant', connected: true },
    registered: parts.kind === 'participant' ? ['da'] : [],
    mappings: [{ member, serial: 1, keys: others.map(keyOf), from: before, until: null }],
    delegations: [{ namespace: root.fingerprint, key: keyOf(root), restriction: 'CanSignAllMappings', from: before }],
  };
}

/** A running node whose keys a KMS can take in; but for the one that it shows to sequencers, which is replaced before. */
export function exportableNode(parts: NodeParts): WorldNode {
  const node = runningNode(parts);
  const holdable = <K extends Key>(key: K): K =>
    key.usage.includes('sequencer-auth')
      ? key
      : { ...key, spec: key.purpose === 'encryption' ? 'RSA-2048' : 'EC-P256' };
  return {
    ...node,
    keys: node.keys.map(holdable),
    mappings: node.mappings.map((mapping) => ({ ...mapping, keys: mapping.keys.map(holdable) })),
    delegations: node.delegations.map((delegation) => ({ ...delegation, key: holdable(delegation.key) })),
  };
}

/** The same node, having left a synchronizer: there its first keys are announced for ever. */
export function withLeft(node: WorldNode, name: string): WorldNode {
  const mappings = node.mappings.slice(0, 1).map((mapping) => ({ ...mapping, until: null }));
  return { ...node, left: [{ name, namespace: fingerprint(name), mappings, delegations: node.delegations }] };
}

/** The same node after as many rotations of its protocol key: each mapping and each retired key is still there. */
export function withHistory(node: WorldNode, rotations: number): WorldNode {
  return Array.from({ length: rotations }, (_, at) => at + 1).reduce(rotated, node);
}

function rotated(node: WorldNode, rotation: number): WorldNode {
  const last = node.mappings.at(-1);
  const old = node.keys.findLast(({ usage }) => usage.includes('signing'));
  if (last === undefined || old === undefined) throw new Error('the node has announced no protocol key');
  const id = `${node.name}-signing-${rotation + 1}`;
  const next = { ...old, fingerprint: fingerprint(id), name: id, kmsKeyId: old.kmsKeyId === null ? null : id };
  const [announcing, withdrawing] = [1, 2].map((step) => `2026-11-${10 + rotation}T0${step}:00:00Z`);
  if (announcing === undefined || withdrawing === undefined) throw new Error('two steps');
  const [both, one] = [[...last.keys, keyOf(next)], last.keys.filter((key) => key.fingerprint !== old.fingerprint)];
  return {
    ...node,
    keys: [...node.keys, next],
    mappings: [
      ...node.mappings.slice(0, -1),
      { ...last, until: announcing },
      { ...last, serial: last.serial + 1, keys: both, from: announcing, until: withdrawing },
      { ...last, serial: last.serial + 2, keys: [...one, keyOf(next)], from: withdrawing, until: null },
    ],
  };
}

export function keyOf({ fingerprint, purpose, usage, spec }: StoredKey): Key {
  return { fingerprint, purpose, usage, spec };
}

/** A world with these nodes; the KMS knows their keys and the given ones, and a synchronizer shows what is announced. */
export function world(nodes: readonly WorldNode[], keys: readonly KmsKey[] = [], delay = 2): World {
  const owner = nodes.find(({ kind, initialized }) => kind === 'sequencer' && initialized);
  const joined = nodes.filter(({ connected }) => connected);
  const held = nodes.flatMap((node) => node.keys);
  const wrappers = new Set(held.flatMap(({ wrapperKeyId }) => wrapperKeyId ?? []));
  return {
    now,
    kms: {
      mayCreate: true,
      keys: [
        ...held.flatMap(({ kmsKeyId, purpose, spec }) => (kmsKeyId === null ? [] : [kmsKey(kmsKeyId, purpose, spec)])),
        ...[...wrappers].map((id) => kmsKey(id, 'symmetric', 'symmetric')),
        ...keys,
      ],
    },
    network: { url: 'http://127.0.0.1:28001', delay },
    synchronizer:
      owner?.identity === null || owner === undefined
        ? null
        : {
            name: 'da',
            namespace: owner.identity.namespace,
            mappings: joined.flatMap(({ mappings }) => mappings).sort((a, b) => a.from.localeCompare(b.from)),
            delegations: joined.flatMap(({ delegations }) => delegations),
          },
    parties: [],
    owners: [],
    features: [],
    nodes: [...nodes],
  };
}

/** The keys that a node announces now. */
export function announced(node: WorldNode): readonly Key[] {
  return node.mappings.find(({ until }: Mapping) => until === null)?.keys ?? [];
}
