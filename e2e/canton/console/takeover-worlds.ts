import { exportableNode, kmsKey, newNode, runningNode, world } from './scenarios';
import type { World, WorldNode } from './world';

/** An old node and the new one that takes its place, before and between the scripts that do it; and with what stops them. */

const uses = ['namespace', 'sequencer-auth', 'signing', 'encryption'] as const;
/** It knows the synchronizer under another alias than the new node does. */
export const old = {
  ...exportableNode({ name: 'old-1', kind: 'participant', custody: 'plain', remote: true }),
  registered: ['ledger'],
};
export const next = newNode({ name: 'bank-1', kind: 'participant', custody: 'external', remote: true });
const sequencer = runningNode({ name: 'seq-1', kind: 'sequencer', custody: 'plain', remote: true });
export const namespace = old.identity?.namespace ?? '';
const uidOf = (identifier: string) => `${identifier}::${namespace}`;

type Party = World['parties'][number];
const party = (uid: string, ...hosts: NonNullable<Party['hosts']>): Party => ({ uid, keys: [], hosted: true, hosts });
const host = (participant: string, permission: 'Submission' | 'Confirmation' = 'Submission') => ({
  ...{ participant, permission, onboarding: false },
});
export const alice = party(uidOf('alice'), host(uidOf('old-1')));
export const itself = party(uidOf('old-1'), host(uidOf('old-1')));
/** Of another participant of the namespace, whose identifier begins alike. */
export const dora = party(uidOf('dora'), host(uidOf('old-12')));
const successor = party(uidOf('bank-1'), host(uidOf('bank-1')));
export const carol = party(`carol::1220${'a1'.repeat(32)}`, host(uidOf('old-1'), 'Confirmation'));

export function network(nodes: readonly WorldNode[], more: Partial<World> = {}): World {
  return {
    ...world([sequencer, ...nodes]),
    parties: [itself, successor, alice, carol, dora],
    features: ['preview', 'repair', 'testing'],
    ...more,
  };
}

/** The KMS holds each key of the old node under the id that the plan gives it; `wrong` is another key. */
export function imported(wrong?: (typeof uses)[number]): World {
  const start = network([old, next]);
  const keys = uses.map((use) => {
    const own = old.keys.find(({ usage, purpose }) => (use === 'encryption' ? purpose === use : usage.includes(use)));
    const made = kmsKey(`bank-1-${use}`, use === 'encryption' ? use : 'signing');
    return use === wrong ? made : { ...made, fingerprint: own?.fingerprint ?? '' };
  });
  return { ...start, kms: { ...start.kms, keys } };
}

/** The old node under another identifier. */
function renamed(identifier: string): WorldNode {
  const mappings = old.mappings.map((mapping) => ({ ...mapping, member: mapping.member.replace('old-1', identifier) }));
  return { ...old, identity: { identifier, namespace }, mappings };
}

/** The new node, once it has its identity and is connected. */
const taken: WorldNode = { ...renamed('bank-1'), name: 'bank-1', custody: 'external', registered: ['da'] };
export const both = network([taken, old]);
const withNext = (change: Partial<WorldNode>) => network([{ ...taken, ...change }, old]);
const other = runningNode({ name: 'bank-1', kind: 'participant', custody: 'external', remote: true });

export const off = network([taken, { ...old, connected: false, endedAt: 5 }]);
const files = { contracts: 'contracts-old-1.gz', offset: 'contracts-old-1.offset', parties: 'parties-old-1.tsv' };
const hosted = `${files.parties}.hosted-by-bank-1`;
export const written = {
  [files.contracts]: alice.uid,
  [files.offset]: '5',
  [files.parties]: `${alice.uid}\tSubmission`,
};
const importedAlready = `${files.contracts}.imported-into-bank-1`;
const unknown = network([
  { ...taken, registered: [], connected: false },
  { ...old, connected: false, endedAt: 5 },
]);
const many = Array.from({ length: 10_000 }, (_, at) => party(uidOf(`party-${at}`), host(uidOf('old-1'))));

/** What stops a script before it has changed anything, and what is said of it. */
export const unready: readonly (readonly [
  path: string,
  on: World,
  says: string,
  files?: Readonly<Record<string, string>>,
])[] = [
  ['07-', network([taken, { ...old, running: false, connected: false }]), 'old-1 does not answer'],
  ['07-', network([taken, { ...old, active: false }]), 'old-1 is a passive replica'],
  ['07-', network([taken, { ...old, mappings: [] }]), 'old-1 is not initialised'],
  ['07-', network([taken, renamed('old-2')]), 'the inventory was of'],
  ['07-', { ...both, parties: [itself, successor, carol, dora] }, 'hosts no party of its namespace'],
  ['07-', { ...both, parties: many }, 'there are 10000 parties or more'],
  [
    '07-',
    { ...both, parties: [party(alice.uid, host(uidOf('old-1')), host(uidOf('bank-1')))] },
    'bank-1 hosts parties of old-1 already',
  ],
  ['09-', both, 'old-1 is connected: run', { ...written, [hosted]: '' }],
  ['07-', withNext({ running: false, connected: false }), 'bank-1 does not answer'],
  ['07-', withNext({ mappings: [] }), 'bank-1 is not initialised'],
  ['07-', withNext({ connected: false }), 'bank-1 is not connected to one synchronizer'],
  ['07-', withNext({ identity: old.identity, mappings: old.mappings }), 'bank-1 has the identity of old-1'],
  ['07-', network([other, old]), 'bank-1 has another namespace than old-1'],
  [
    '07-',
    network([taken, { ...old, packages: ['contracts 1.0.0'] }]),
    'bank-1 lacks packages; upload there: contracts',
  ],
  ['07-', off, 'has been at work since its contracts were written', { ...written, [files.offset]: '4' }],
  ['08-', off, 'has been at work since its contracts were written', { ...written, [files.offset]: '4' }],
  ...(['07-', '08-'] as const).map(
    (path) =>
      [
        path,
        off,
        'bank-1 may host some of their parties',
        { ...written, [files.offset]: '4', [`${hosted}.begun`]: '' },
      ] as const,
  ),
  ['08-', withNext({ running: false, connected: false }), 'bank-1 does not answer'],
  ['08-', withNext({ active: false }), 'bank-1 is a passive replica'],
  ['08-', withNext({ mappings: [] }), 'bank-1 is not initialised'],
  ['08-', off, 'contracts-old-1.gz: export the contracts first'],
  ['08-', off, 'there is no file parties-old-1.tsv', { [files.contracts]: '' }],
  ['08-', off, 'has no permission that is known: All', { ...written, [files.parties]: `${alice.uid}\tAll` }],
  ['08-', off, 'is not of the namespace', { ...written, [files.parties]: `${carol.uid}\tSubmission` }],
  ['08-', unknown, 'is connected to no synchronizer', written],
  ['09-', withNext({ running: false, connected: false }), 'bank-1 does not answer'],
  ['09-', withNext({ active: false }), 'bank-1 is a passive replica'],
  ['09-', withNext({ mappings: [] }), 'bank-1 is not initialised'],
  ['09-', off, 'bank-1 is connected: run', { ...written, [hosted]: '' }],
  ['09-', unknown, 'is connected to no synchronizer', { ...written, [hosted]: '', [importedAlready]: '' }],
];

/** The stand-in has one synchronizer, which a node has left as soon as it is told to; and a party has one permission there. */
export const beyondReach = [
  'export-contracts: STOP: .. has not one permission for ..',
  'export-contracts: STOP: .. is connected to several synchronizers: these files are for one',
  'export-contracts: STOP: .. is still connected after ..; what was done stays, run this script again',
  'export-contracts: STOP: the two nodes are connected to different synchronizers',
  'host-parties: STOP: .. is connected to several synchronizers: these parties are of one',
  'host-parties: STOP: .. is still connected after ..; what was done stays, run this script again',
  'import-contracts: STOP: .. knows several synchronizers, or none: these contracts are of one',
];
