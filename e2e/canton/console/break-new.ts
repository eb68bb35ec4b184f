import type { Plan } from '../../../src/core/plan/plan';
import type { Broken } from './break-node';
import { withKeys, withMappings, withNode } from './change-world';
import { fingerprint, keyOf } from './scenarios';
import type { StoredKey, World, WorldNode } from './world';

/** What can be wrong where a plan sets up nodes. */

export function ofIdentity({ nodes }: Plan, world: World, { name }: WorldNode): Broken {
  const custody = nodes.find((each) => each.name === name)?.custody;
  if (custody?.type !== 'external' || custody.keys.type !== 'given') return [];
  const { namespace, sequencerAuth, signing } = custody.keys;
  const root = stored(namespace, `${name}-namespace`, ['namespace']);
  const known = (identifier: string, of: StoredKey, keys: readonly StoredKey[]) =>
    withNode(world, name, (node) => ({
      ...node,
      identity: { identifier, namespace: of.fingerprint },
      keys: [...keys],
    }));
  const registered = (...keys: StoredKey[]) => withNode(world, name, (node) => ({ ...node, keys }));
  return [
    ['is another node', known('another', root, [root])],
    [
      'has another root key',
      known(name, stored('another', 'another', ['namespace']), [stored('another', 'another', ['namespace'])]),
    ],
    ['knows its protocol key under another name', registered(stored(signing, 'another', protocol))],
    ['holds a key of its own', registered({ ...stored('own', 'own', protocol), kmsKeyId: null })],
    ['calls another key as its protocol key', registered(stored('elsewhere', `${name}-signing`, protocol))],
    [
      'knows its protocol key for another use',
      registered(stored(signing, `${name}-signing`, ['proof-of-ownership', 'sequencer-auth'])),
    ],
    [
      'knows its key for sequencers for another use',
      registered(stored(sequencerAuth, `${name}-sequencer-auth`, protocol)),
    ],
  ];
}

/** Two nodes with one key, which no id in the plan has shown: one was given as an alias, for example. */
export function ofNetwork(world: World, { name }: WorldNode): Broken {
  const shared = world.nodes.find((node) => node.name !== name)?.mappings.at(-1)?.keys[0];
  if (shared === undefined) return [];
  return [
    [
      'has the key of another node',
      withMappings(world, name, (mapping) => ({ ...mapping, keys: [...mapping.keys, shared] })),
    ],
  ];
}

export function ofDelegation({ nodes }: Plan, world: World, { name, custody, identity, keys }: WorldNode): Broken {
  const intermediate = nodes.find((each) => each.name === name)?.intermediate;
  if (intermediate?.type !== 'on') return [];
  const called = `${name}-intermediate`;
  const id = intermediate.keyId === '' ? 'made-before' : intermediate.keyId;
  const key = { ...stored(id, called, ['namespace']), ...(custody === 'external' ? {} : { kmsKeyId: null }) };
  const also = (...more: StoredKey[]) => withNode(world, name, (node) => ({ ...node, keys: [...keys, ...more] }));
  return [
    [`${called} is another key`, also({ ...key, kmsKeyId: 'elsewhere' })],
    ['its intermediate key has another name', also({ ...key, name: 'another' })],
    [`several keys are ${called}`, also(key, { ...key, fingerprint: fingerprint('second') })],
    [
      `${called} is the root key`,
      withKeys(world, name, (each) =>
        each.fingerprint === identity?.namespace ? { ...each, name: called, kmsKeyId: key.kmsKeyId } : each,
      ),
    ],
    [`${called} signs for the protocol`, also({ ...key, usage: protocol })],
    [
      `${called} may sign otherwise`,
      withNode(world, name, (node) => ({
        ...node,
        keys: [...keys, key],
        delegations: [
          ...node.delegations,
          {
            namespace: identity?.namespace ?? '',
            key: keyOf(key),
            restriction:
              intermediate.restriction === 'all-mappings' ? 'CanSignAllButNamespaceDelegations' : 'CanSignAllMappings',
            from: world.now,
          },
        ],
      })),
    ],
    [`${called} encrypts`, also({ ...key, purpose: 'encryption', usage: [], spec: 'RSA-2048' })],
  ];
}

export const protocol = ['proof-of-ownership', 'signing'];

/** A signing key in the KMS. */
export function stored(kmsKeyId: string, name: string, usage: readonly string[]): StoredKey {
  return {
    ...{ fingerprint: fingerprint(kmsKeyId), purpose: 'signing', usage: [...usage], spec: 'EC-P256' },
    ...{ name, kmsKeyId, wrapperKeyId: null },
  };
}
