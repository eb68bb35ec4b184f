import { memberOf, next, withDelay, withKeys, withNode, withRoot, withShown } from './change-world';
import { fingerprint, withLeft } from './scenarios';
import type { StoredKey, World, WorldNode } from './world';

/** What is wrong, and a world in which it is. */
export type Broken = readonly (readonly [what: string, world: World])[];

export function ofNode(world: World, { name, identity, registered }: WorldNode): Broken {
  const having = (change: Partial<WorldNode>) => withNode(world, name, (node) => ({ ...node, ...change }));
  const leaving = [
    ['is no longer connected', having({ connected: false, seen: (world.synchronizer?.mappings ?? []).length })],
    ['has left a synchronizer', withNode(world, name, (node) => withLeft(node, 'old'))],
    ['is connected where its keys are not shown', withShown(world, memberOf(world, name), () => [])],
  ] as const;
  return [
    ['does not run', having({ running: false })],
    ['has no identity', having({ identity: null })],
    ['has what an interrupted bootstrap left', having({ temporary: ['da-setup'] })],
    ['is a passive replica', having({ active: false })],
    ['is not connected', having({ connected: false })],
    ['is connected', having({ connected: true })],
    // Only participants say which synchronizers they are connected to.
    ...(registered.length === 0 ? [] : leaving),
    ...(identity === null ? [] : [['is another node', withRoot(world, name, fingerprint('another'))] as const]),
    ['belongs to no synchronizer', having({ initialized: false })],
    ['belongs to a synchronizer', having({ initialized: true })],
    ['has announced nothing', having({ mappings: [] })],
    ['is answered by the synchronizer after an hour', withDelay(world, 3600)],
  ];
}

export function ofLists(world: World, { name, mappings }: WorldNode): Broken {
  const member = memberOf(world, name);
  const own = (change: (all: WorldNode['mappings']) => WorldNode['mappings']) =>
    withNode(world, name, (node) => ({ ...node, mappings: change(node.mappings) }));
  return [
    [
      'is behind the synchronizer',
      withShown(world, member, (all) => next(all, (keys) => keys.toReversed(), world.now)),
    ],
    ['is ahead of the synchronizer', own((all) => all.map((each) => ({ ...each, serial: each.serial + 10 })))],
    ['has another list of the same serial', own((all) => all.map((each) => ({ ...each, keys: each.keys.slice(1) })))],
    [
      'has another list of the same last serial as the synchronizer',
      withNode(world, name, (node) => ({
        ...node,
        mappings: [...(world.synchronizer?.mappings ?? [])]
          .filter((each) => each.member === member)
          .map((each) => ({ ...each, keys: each.keys.slice(1) })),
      })),
    ],
    ['holds no key', withKeys(world, name, () => [])],
    ...mappings.flatMap(({ keys }) =>
      keys.map(({ fingerprint: key }): Broken[number] => [
        `does not hold ${key}`,
        withKeys(world, name, (held) => (held.fingerprint === key ? [] : held)),
      ]),
    ),
    ...(world.synchronizer?.mappings ?? [])
      .filter((mapping) => mapping.member === member)
      .flatMap(({ serial, keys }) =>
        keys.map(({ fingerprint: key }): Broken[number] => [
          `does not hold ${key}, announced with serial ${serial}`,
          withKeys(world, name, (held) => (held.fingerprint === key ? [] : held)),
        ]),
      ),
  ];
}

export function ofKeys(world: World, { name, identity }: WorldNode): Broken {
  const isRoot = (key: StoredKey) => key.fingerprint === identity?.namespace;
  const some = (change: Partial<StoredKey>) =>
    withKeys(world, name, (key) => (isRoot(key) ? key : { ...key, ...change }));
  const all = (change: Partial<StoredKey>) => withKeys(world, name, (key) => ({ ...key, ...change }));
  return [
    ['does not hold its root key', withKeys(world, name, (key) => (isRoot(key) ? [] : key))],
    ['holds keys in the clear', some({ kmsKeyId: null, wrapperKeyId: null })],
    ['holds keys of a KMS', some({ kmsKeyId: 'elsewhere', wrapperKeyId: null })],
    ['holds keys under a third wrapper key', some({ wrapperKeyId: 'third' })],
    ['holds all keys under a third wrapper key', all({ wrapperKeyId: 'third' })],
    [
      'holds keys under a fourth and a fifth wrapper key',
      withKeys(world, name, (key) => ({ ...key, wrapperKeyId: isRoot(key) ? 'fourth' : 'fifth' })),
    ],
  ];
}
