import type { Key, Mapping, StoredKey, World, WorldNode } from './world';

/** Small changes to a world, each giving a new one. */

export function withNode(world: World, name: string, change: (node: WorldNode) => WorldNode): World {
  return { ...world, nodes: world.nodes.map((node) => (node.name === name ? change(node) : node)) };
}

/** A synchronizer that shows a change after so long; a look at it counts as five seconds. */
export function withDelay(world: World, seconds: number): World {
  return { ...world, network: { ...world.network, delay: seconds / 5 } };
}

/** The KMS has destroyed a key. */
export function withoutKmsKey(world: World, id: string): World {
  return { ...world, kms: { ...world.kms, keys: world.kms.keys.filter((key) => key.id !== id) } };
}

export function withKeys(
  world: World,
  name: string,
  change: (key: StoredKey) => StoredKey | readonly StoredKey[],
): World {
  return withNode(world, name, (node) => ({ ...node, keys: node.keys.flatMap(change) }));
}

/** The versions of a member's list in the synchronizer. */
export function withShown(
  world: World,
  member: string,
  change: (all: readonly Mapping[]) => readonly Mapping[],
): World {
  const { synchronizer } = world;
  if (synchronizer === null) return world;
  const isOwn = (mapping: Mapping) => mapping.member === member;
  const [own, others] = [synchronizer.mappings.filter(isOwn), synchronizer.mappings.filter((each) => !isOwn(each))];
  return { ...world, synchronizer: { ...synchronizer, mappings: [...others, ...change(own)] } };
}

/** The versions of a node's list, in its own store and in the synchronizer alike. */
export function withMappings(
  world: World,
  name: string,
  change: (mapping: Mapping) => Mapping | readonly Mapping[],
): World {
  const changed = withNode(world, name, (node) => ({ ...node, mappings: node.mappings.flatMap(change) }));
  return withShown(changed, memberOf(world, name), (all) => all.flatMap(change));
}

/** A public key wherever it is: held, and in every version of every list. */
export function withKey(world: World, name: string, fingerprint: string, change: (key: Key) => Key): World {
  const changeIf = <K extends Key>(key: K): K => (key.fingerprint === fingerprint ? { ...key, ...change(key) } : key);
  const held = withKeys(world, name, changeIf);
  return withMappings(held, name, (mapping) => ({ ...mapping, keys: mapping.keys.map(changeIf) }));
}

/** Another version of a node's list, after the last one. */
export function next(
  all: readonly Mapping[],
  keys: (last: readonly Key[]) => readonly Key[],
  now: string,
): readonly Mapping[] {
  const last = all.at(-1);
  if (last === undefined) return all;
  const following = { ...last, serial: last.serial + 1, keys: [...keys(last.keys)], from: now, until: null };
  return [...all.slice(0, -1), { ...last, until: now }, following];
}

/** The same node with another key as the root of its namespace. */
export function withRoot(world: World, name: string, root: string): World {
  const [before, now] = [memberOf(world, name), memberOf(world, name).replace(/[^:]+$/, root)];
  const changed = withNode(world, name, (node) => ({
    ...node,
    identity: node.identity === null ? null : { ...node.identity, namespace: root },
    mappings: node.mappings.map((mapping) => ({ ...mapping, member: now })),
    delegations: node.delegations.map((delegation) => ({ ...delegation, namespace: root })),
  }));
  return withShown(changed, before, (all) => all.map((mapping) => ({ ...mapping, member: now })));
}

export function memberOf({ nodes }: World, name: string): string {
  return nodes.find((node) => node.name === name)?.mappings[0]?.member ?? '';
}
