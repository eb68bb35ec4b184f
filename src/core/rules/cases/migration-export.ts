import { givenKeys, migrate } from '../../plan/defaults';
import type { Node } from '../../plan/node';
import type { Plan } from '../../plan/plan';
import type { Migrate, MigrationWay, ObservedKey, ObservedNode } from '../../plan/task';
import { aws, type Case, keyId, node, ownKeys, schemes } from './case';
import { keysFrom, print, seenKey, seenNode } from './observed';

type Change = {
  readonly old?: Partial<Node>;
  readonly next?: Partial<Node>;
  /** `null`: nobody has looked. */
  readonly inventory?: readonly ObservedNode[] | null;
  readonly facts?: Partial<Migrate['facts']>;
  readonly more?: readonly Node[];
};

const move = { from: 'bank1', to: 'bank1-kms' };
const root = keysFrom(11, () => ({})).slice(0, 3);

/** bank1 as it was seen, with its root key and one for each use; and with other keys besides, or instead. */
const bank1 = (more: readonly ObservedKey[] = [], change: Partial<ObservedNode> = {}) =>
  seenNode('bank1', [...root, ...more], change);

/** The keys of bank1 are taken along by bank1-kms. */
function exporting({ old = {}, next = {}, inventory, facts = {}, more = [] }: Change = {}): Plan {
  const way: MigrationWay = {
    type: 'export',
    moves: [move, ...(more.length > 0 ? [{ from: 'bank2', to: 'bank2-kms' }] : [])],
    importJob: '',
    protectionLevel: 'hsm',
  };
  const task: Migrate = {
    ...migrate(),
    facts: { ...migrate().facts, wanted: 'external', parties: 'local', ...facts },
    way,
    inventory: inventory === null ? [] : [...(inventory ?? [bank1()])],
  };
  return aws(
    {},
    {
      nodes: [
        node({ name: 'bank1', custody: { type: 'none' }, ...old }),
        node({ name: 'bank1-kms', ...ownKeys(), ...next }),
        ...more,
      ],
      task,
    },
  );
}

/** Parties move to a new node; the old one has its keys in the same KMS. */
function transferring(namespace: string): Plan {
  const plan = exporting({
    old: { custody: { type: 'external', kms: 'kms1', keys: { type: 'generated' } } },
    next: ownKeys({ namespace }),
    inventory: [
      seenNode(
        'bank1',
        keysFrom(11, (number) => ({ kmsKeyId: keyId(number) })),
      ),
    ],
    facts: { today: 'external', parties: 'external' },
  });
  const { task } = plan;
  return task.type === 'migrate' ? { ...plan, task: { ...task, way: { type: 'transfer', moves: [move] } } } : plan;
}

const external = { type: 'external', kms: 'kms1', keys: { type: 'generated' } } as const;
/** A second move whose keys aren't imported yet, as all are when the way has just been chosen. */
const another = [
  node({ name: 'bank2', custody: { type: 'none' } }),
  node({ name: 'bank2-kms', custody: { ...external, keys: givenKeys() } }),
];

export const exportCases: readonly Case[] = [
  {
    id: 'migration-same-identifier',
    at: 'nodes.1.identifier',
    raised: exporting({ next: { identifier: 'bank1' } }),
    silent: exporting(),
  },
  {
    // The inventory tells the identifier, whatever the node is called.
    id: 'migration-same-identifier',
    at: 'nodes.1.identifier',
    raised: exporting({ inventory: [bank1([], { uid: `bank1-kms::${print(11)}` })] }),
    silent: exporting({ next: { identifier: 'bank1' }, inventory: [bank1([], { uid: `first::${print(11)}` })] }),
  },
  {
    id: 'migration-same-identifier',
    at: 'nodes.1.identifier',
    raised: exporting({ next: { identifier: 'bank1' }, inventory: null }),
    silent: exporting({ old: { identifier: 'first' }, next: { identifier: 'bank1' }, inventory: null }),
  },
  {
    // Another node of the same namespace.
    id: 'migration-same-identifier',
    at: 'nodes.1.identifier',
    raised: exporting({
      next: { identifier: 'bank3' },
      inventory: [bank1(), { ...bank1(), name: 'bank3', uid: `bank3::${print(11)}` }],
    }),
    silent: exporting({
      next: { identifier: 'bank3' },
      inventory: [
        bank1(),
        seenNode(
          'bank3',
          keysFrom(31, () => ({})),
        ),
      ],
    }),
  },
  {
    id: 'migration-export-keys-generated',
    at: 'task.way.moves.0.to',
    raised: exporting({ next: { custody: external }, more: another }),
    silent: exporting({ more: another }),
  },
  {
    id: 'migration-move-new-outside',
    at: 'task.way.moves.0.to',
    raised: exporting({ next: { custody: { type: 'none' } }, more: another }),
    silent: exporting({ more: another }),
  },
  {
    id: 'migration-export-from-kms',
    at: 'task.way.moves.0.from',
    raised: exporting({
      inventory: [
        seenNode(
          'bank1',
          keysFrom(11, (number) => ({ kmsKeyId: keyId(number) })),
        ),
      ],
    }),
    silent: exporting(),
  },
  {
    id: 'migration-export-from-kms',
    at: 'task.way.moves.0.from',
    raised: exporting({ old: { custody: external }, inventory: null }),
    silent: exporting({ inventory: null }),
  },
  {
    id: 'migration-export-unseen',
    at: 'task.way.moves',
    raised: exporting({ inventory: null }),
    silent: exporting(),
  },
  {
    id: 'migration-external-parties',
    at: 'task.facts.parties',
    raised: exporting({ facts: { parties: 'both' } }),
    silent: exporting(),
  },
  {
    id: 'migration-root-not-held',
    at: 'task.inventory.0',
    raised: exporting({ inventory: [{ ...bank1(), keys: root.slice(1) }] }),
    silent: exporting(),
  },
  {
    id: 'migration-key-of-several-uses',
    at: 'task.inventory.0',
    raised: exporting({ inventory: [bank1([seenKey(15, { usage: ['sequencer-auth', 'signing'] })])] }),
    silent: exporting({ inventory: [bank1([seenKey(15, { usage: ['sequencer-auth'] })])] }),
  },
  {
    // The root key signs as well; one that is for more and isn't announced is registered for the namespace alone.
    id: 'migration-key-of-several-uses',
    at: 'task.inventory.0',
    raised: exporting({
      inventory: [seenNode('bank1', [seenKey(11, { root: true, usage: ['namespace', 'signing'] }), ...root.slice(1)])],
    }),
    silent: exporting({
      inventory: [
        seenNode('bank1', [
          seenKey(11, { root: true, mapped: false, usage: ['namespace', 'signing'] }),
          ...root.slice(1),
        ]),
      ],
    }),
  },
  {
    id: 'migration-several-announced',
    at: 'task.inventory.0',
    raised: exporting({ inventory: [bank1([seenKey(15)])] }),
    silent: exporting({ inventory: [bank1([seenKey(15, { mapped: false })])] }),
  },
  {
    id: 'migration-keys-lost',
    at: 'task.inventory.0',
    raised: exporting({ inventory: [bank1([], { lost: [print(19)] })] }),
    silent: exporting(),
  },
  {
    id: 'migration-intermediate-stays',
    at: 'task.inventory.0',
    raised: exporting({ inventory: [bank1([seenKey(15, { usage: ['namespace'], mapped: false })])] }),
    silent: exporting({ inventory: [bank1([seenKey(15, { mapped: false })])] }),
  },
  {
    id: 'migration-retired-stay',
    at: 'task.inventory.0',
    raised: exporting({ inventory: [bank1([seenKey(15, { mapped: false })])] }),
    silent: exporting({ inventory: [bank1([seenKey(15, { usage: ['namespace'], mapped: false })])] }),
  },
  {
    id: 'migration-imported-not-allowed',
    at: 'nodes.1.schemes.signingKeys.allowed',
    raised: exporting({
      next: schemes({ signingKeys: { default: null, allowed: ['ec-p-256'] } }),
      inventory: [bank1([seenKey(15, { usage: ['sequencer-auth'], spec: 'EC-P384' })])],
    }),
    silent: exporting({
      next: schemes({ signingKeys: { default: null, allowed: ['ec-p-256'] } }),
      // What AWS can't hold is replaced before, by a key of a kind that is on the list.
      inventory: [bank1([seenKey(15, { usage: ['sequencer-auth'], spec: 'EC-Curve25519' })])],
    }),
  },
  {
    id: 'migration-imported-not-allowed',
    at: 'nodes.1.schemes.signingAlgorithms.allowed',
    raised: exporting({
      next: schemes({ signingAlgorithms: { default: null, allowed: ['ec-dsa-sha-256'] } }),
      inventory: [bank1([seenKey(15, { usage: ['sequencer-auth'], spec: 'EC-P384' })])],
    }),
    silent: exporting({ next: schemes({ signingAlgorithms: { default: null, allowed: ['ec-dsa-sha-256'] } }) }),
  },
  {
    id: 'migration-key-of-old-node',
    at: 'nodes.1.custody.keys.namespace',
    raised: transferring(keyId(11)),
    silent: transferring(keyId(1)),
  },
];
