import type { Plan } from '../../../src/core/plan/plan';
import { protocol, stored } from './break-new';
import type { Broken } from './break-node';
import {
  memberOf,
  withKey,
  withKeys,
  withMappings,
  withNode,
  withoutKmsKey,
  withRoot,
  withShown,
} from './change-world';
import { fingerprint, keyOf } from './scenarios';
import type { Key, StoredKey, World, WorldNode } from './world';

/** What can be wrong where a plan replaces keys, deletes them, or makes them known again. */

export function ofReplacements({ task }: Plan, world: World, { name, keys }: WorldNode): Broken {
  if (task.type !== 'rotate') return [];
  return task.keys
    .filter(({ node }) => node === name)
    .flatMap(({ fingerprint: old, name: newName, to }): Broken => {
      const key = keys.find((each) => each.fingerprint === old);
      if (key === undefined) return [];
      const id = to.type === 'given' ? to.kmsKeyId : null;
      const next: StoredKey = {
        ...key,
        fingerprint: fingerprint(id ?? newName),
        name: newName,
        kmsKeyId: id ?? key.kmsKeyId,
      };
      const second: StoredKey = { ...next, fingerprint: fingerprint('second') };
      const without = (mapping: World['nodes'][number]['mappings'][number]) => ({
        ...mapping,
        keys: mapping.keys.filter((each) => each.fingerprint !== old),
      });
      const also = (...more: StoredKey[]) =>
        withNode(world, name, (node) => ({
          ...node,
          keys: [...node.keys.filter((each) => !more.some((one) => one.fingerprint === each.fingerprint)), ...more],
        }));
      return [
        [`${newName} replaces a key of another use`, withKey(world, name, old, otherUse)],
        [`${newName} replaces the root key`, withRoot(world, name, old)],
        [`two keys are called ${newName}`, also(next, second)],
        [
          `the old key is called ${newName}`,
          withKeys(world, name, (each) => (each === key ? { ...each, name: newName } : each)),
        ],
        [
          `only the old key is called ${newName}`,
          withKeys(world, name, (each) => {
            if (each.name === newName) return { ...each, name: 'another' };
            return each === key ? { ...each, name: newName } : each;
          }),
        ],
        [`${newName} is a key of another use`, also({ ...next, ...otherUse(next) })],
        [`${newName} is another key of the KMS`, also({ ...second, kmsKeyId: 'elsewhere' })],
        [`${newName} is known under another name`, also({ ...next, name: 'another' })],
        [
          `${newName} is known under another name for another use`,
          also({ ...next, ...otherUse(next), name: 'another' }),
        ],
        [
          `${newName} is the old key`,
          withKeys(world, name, (each) => (each === key ? { ...each, kmsKeyId: id } : each)),
        ],
        [`what ${newName} replaces is not announced`, withMappings(world, name, without)],
        [
          `${newName} is not announced`,
          withMappings(world, name, (mapping) => ({
            ...mapping,
            keys: mapping.keys.filter(
              (each) => each.fingerprint !== next.fingerprint && !isCalled(world, name, each, newName),
            ),
          })),
        ],
        [
          `the synchronizer does not show ${newName}`,
          withShown(world, memberOf(world, name), (all) =>
            all.map((mapping) => ({
              ...mapping,
              keys: mapping.keys.filter((each) => !isCalled(world, name, each, newName)),
            })),
          ),
        ],
        [`${newName} is used by another node`, usedElsewhere(world, name, keyOf(next))],
      ];
    });
}

export function ofRetired({ task }: Plan, world: World, { name }: WorldNode): Broken {
  if (task.type !== 'rotate') return [];
  return task.deletions
    .filter(({ node }) => node === name)
    .flatMap(({ fingerprint: retired }): Broken => {
      const key = world.nodes.flatMap((node) => node.keys).find((each) => each.fingerprint === retired);
      if (key === undefined) return [];
      const isRetired = (each: Key) => each.fingerprint === retired;
      return [
        [
          'announces the retired key',
          withMappings(world, name, (mapping) =>
            mapping.until === null ? { ...mapping, keys: [...mapping.keys, keyOf(key)] } : mapping,
          ),
        ],
        [
          'delegates to the retired key',
          withNode(world, name, (node) => ({
            ...node,
            delegations: node.delegations.map((each) => ({ ...each, key: keyOf(key) })),
          })),
        ],
        [
          'used the retired key until lately',
          withMappings(world, name, (mapping) => ({ ...mapping, until: mapping.until === null ? null : world.now })),
        ],
        [
          'knows the retired key by another id',
          withKeys(world, name, (each) => (isRetired(each) ? { ...each, kmsKeyId: 'elsewhere' } : each)),
        ],
        [
          'never knew the retired key',
          withMappings(
            withKeys(world, name, (each) => (isRetired(each) ? [] : each)),
            name,
            (mapping) => ({ ...mapping, keys: mapping.keys.filter((each) => !isRetired(each)) }),
          ),
        ],
        ['has the retired key as root key', withRoot(world, name, retired)],
        ['shares the retired key', usedElsewhere(world, name, keyOf(key))],
        ['owns a shared namespace with the retired key', { ...world, owners: [retired] }],
        ...[true, false].map((hosted): Broken[number] => [
          `has a party that signs with the retired key, ${hosted ? 'as hosted' : 'by itself'}`,
          { ...world, parties: [{ uid: `alice::${fingerprint('alice')}`, keys: [keyOf(key)], hosted }] },
        ]),
      ];
    });
}

export function ofInventory({ task }: Plan, world: World, { name, keys }: WorldNode): Broken {
  if (task.type !== 'rotate' || !task.restore) return [];
  const observed = task.inventory.find((node) => node.name === name)?.keys ?? [];
  return observed.flatMap((key): Broken => {
    const changed = (change: Partial<StoredKey>) =>
      withKeys(world, name, (each) => (each.fingerprint === key.fingerprint ? { ...each, ...change } : each));
    const held = keys.some((each) => each.fingerprint === key.fingerprint);
    return held
      ? [
          [`knows ${key.name} under another name`, changed({ name: 'another' })],
          [`knows ${key.name} by another id`, changed({ kmsKeyId: 'elsewhere' })],
          [
            `knows ${key.name} for another use`,
            changed(
              key.purpose === 'signing'
                ? { usage: ['namespace', 'proof-of-ownership'] }
                : { purpose: 'signing', usage: protocol },
            ),
          ],
        ]
      : [
          [
            `calls another key ${key.name}`,
            withNode(world, name, (node) => ({ ...node, keys: [...node.keys, stored('another', key.name, protocol)] })),
          ],
          [`does not find ${key.kmsKeyId} in the KMS`, withoutKmsKey(world, key.kmsKeyId)],
          [
            `finds another key as ${key.kmsKeyId}`,
            {
              ...world,
              kms: {
                ...world.kms,
                keys: world.kms.keys.map((each) =>
                  each.id === key.kmsKeyId ? { ...each, fingerprint: fingerprint('another') } : each,
                ),
              },
            },
          ],
        ];
  });
}
const otherUse = (key: Key): Key => ({
  ...key,
  ...(key.purpose === 'signing'
    ? { usage: ['proof-of-ownership', key.usage.includes('signing') ? 'sequencer-auth' : 'signing'] }
    : { purpose: 'signing', usage: protocol, spec: 'EC-P256' }),
});

function isCalled({ nodes }: World, node: string, { fingerprint: each }: Key, name: string): boolean {
  return nodes.some(
    (one) => one.name === node && one.keys.some((key) => key.fingerprint === each && key.name === name),
  );
}

function usedElsewhere(world: World, name: string, key: Key): World {
  const other = world.nodes.find((node) => node.name !== name);
  return other === undefined
    ? world
    : withMappings(world, other.name, (mapping) => ({ ...mapping, keys: [...mapping.keys, key] }));
}
