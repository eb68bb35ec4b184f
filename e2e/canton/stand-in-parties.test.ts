import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { inConsole, type Result } from './console/run';
import { fingerprint, runningNode, world } from './console/scenarios';
import type { World, WorldNode } from './console/world';
import { missingJvmTools } from './jvm/read-with-jvm';

/** What the stand-in knows of parties and their hosts is itself held to what the documentation says of them. */

const missing = missingJvmTools();
if (missing.length > 0) console.error(`Parties are not stood in for here: ${missing.join(', ')} missing`);

const sequencer = runningNode({ name: 'seq-1', kind: 'sequencer', custody: 'plain' });
const old: WorldNode = { ...runningNode({ name: 'old-1', kind: 'participant', custody: 'plain' }), packages: ['p1'] };
const next: WorldNode = { ...runningNode({ name: 'new-1', kind: 'participant', custody: 'plain' }), packages: ['p1'] };
const uidOf = ({ name, identity }: WorldNode) => `${name}::${identity?.namespace}`;
const hostedBy = (node: WorldNode) => [
  { participant: uidOf(node), permission: 'Submission' as const, onboarding: false },
];
const local = `bob::${old.identity?.namespace}`;
const external = `alice::${fingerprint('alice')}`;
const stranger = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

function network(more: Partial<World> = {}): World {
  return {
    ...world([sequencer, old, next]),
    parties: [
      { uid: local, keys: [], hosted: true, hosts: hostedBy(old) },
      { uid: external, keys: [], hosted: true, hosts: hostedBy(old), publicKey: stranger },
      { uid: `carol::${fingerprint('carol')}`, keys: [], hosted: true },
    ],
    ...more,
  };
}

const having = (node: WorldNode): World => ({
  ...network(),
  nodes: network().nodes.map((each) => (each.name === node.name ? node : each)),
});

const party = (uid: string) => `PartyId.tryFromProtoPrimitive("${uid}")`;
const id = '`old-1`.synchronizers.list_connected().head.synchronizerId';
const store = `TopologyStoreId.Synchronizer(${id})`;
const hosts = (uid: string) =>
  `println(\`old-1\`.topology.party_to_participant_mappings.list(${store}, filterParty = "${uid}").flatMap(_.item.participants.map(h => h.participantId.identifier.unwrap + " " + h.permission + " " + h.onboarding)))`;
const shown = (uid: string) => Array.from({ length: 3 }, () => hosts(uid)).join('; ');
const offer = (uid: string, flag: boolean) =>
  `val proposal = \`new-1\`.topology.party_to_participant_mappings.propose_delta(${party(uid)}, adds = Seq(\`new-1\`.id -> ParticipantPermission.Confirmation), store = ${store}, requiresPartyToBeOnboarded = ${flag})`;
const signed =
  'Signature.fromExternalSigning(SignatureFormat.Concat, com.google.protobuf.ByteString.copyFrom(Array.fill(64)(7.toByte)), PARTY.fingerprint, SigningAlgorithmSpec.Ed25519)'.replace(
    'PARTY',
    party(external),
  );

const seen: readonly (readonly [what: string, text: string, outcome: Result['outcome'], said: string, on?: World])[] = [
  [
    'hosted parties, each node its own',
    'println(`new-1`.parties.hosted().map(_.party.identifier.unwrap)); println(`old-1`.parties.hosted().flatMap(_.participants.flatMap(_.synchronizers.map(_.permission))))',
    'done',
    'List(carol)\nList(Submission, Submission, Submission)',
  ],
  ['no more than asked for', 'println(`old-1`.parties.hosted(limit = 2).size)', 'done', '2'],
  [
    'other hosts for a party of the own namespace: shown when it was looked at a few times',
    `\`old-1\`.topology.party_to_participant_mappings.propose(${party(local)}, Seq(\`old-1\`.id -> ParticipantPermission.Confirmation), store = ${store}); ${shown(local)}`,
    'done',
    'List(old-1 Submission false)\nList(old-1 Confirmation false)',
  ],
  [
    'the same hosts again',
    `\`old-1\`.topology.party_to_participant_mappings.propose(${party(local)}, Seq(\`old-1\`.id -> ParticipantPermission.Submission), store = ${store})`,
    'refused',
    'TOPOLOGY_MAPPING_ALREADY_EXISTS',
  ],
  [
    'an offer waits for the signature of the party, and may be repeated',
    `${offer(external, true)}; ${offer(external, true).replace('proposal', 'again')}; println(proposal.hash.hash.getCryptographicEvidence == again.hash.hash.getCryptographicEvidence); ${shown(external)}`,
    'done',
    'true\nList(old-1 Submission false)\nList(old-1 Submission false)',
  ],
  [
    'a signature of another key',
    `${offer(external, true)}; \`old-1\`.topology.transactions.load(Seq(proposal.addSingleSignatures(NonEmpty(Set, ${signed}))), ${store})`,
    'refused',
    'InvalidSignature',
  ],
  [
    'without a signature nothing takes effect',
    `${offer(external, true)}; proposal.writeToFile("offer"); \`old-1\`.topology.transactions.load(SignedTopologyTransaction.readFromTrustedFilePVV("offer").toSeq, ${store}); ${shown(external)}`,
    'done',
    'List(old-1 Submission false)\nList(old-1 Submission false)\nList(old-1 Submission false)',
  ],
  [
    'connected by hand, it is not connected by itself',
    '`new-1`.synchronizers.disconnect_all(); `new-1`.synchronizers.modify("da", _.copy(manualConnect = true)); `new-1`.synchronizers.reconnect_all(); println(`new-1`.synchronizers.list_connected().size + " " + `new-1`.synchronizers.list_registered().map(_._1.manualConnect)); println(`new-1`.synchronizers.reconnect("da"))',
    'done',
    '0 List(true)\ntrue',
  ],
  [
    'the ledger of a disconnected node stands still',
    'val first = `old-1`.ledger_api.state.end(); `new-1`.synchronizers.disconnect_all(); val still = `new-1`.ledger_api.state.end(); `old-1`.synchronizers.disconnect_all(); println((`old-1`.ledger_api.state.end() > first) + " " + (`new-1`.ledger_api.state.end() == still))',
    'done',
    'true true',
  ],
  [
    'an export without an activation',
    `\`old-1\`.parties.export_party_acs(${party(external)}, ${id}, \`new-1\`.id, 0)`,
    'refused',
    'no activation',
  ],
  [
    'an import while connected',
    `\`new-1\`.parties.import_party_acs(${id}, Some(${party(external)}), "file")`,
    'refused',
    'connected to a synchronizer',
  ],
  [
    'a schedule is cleared',
    'println(`old-1`.pruning.get_schedule().map(_.cron)); `old-1`.pruning.clear_schedule(); println(`old-1`.pruning.get_schedule())',
    'done',
    'Some(0 0 20 * * ?)\nNone',
    having({ ...old, pruning: '0 0 20 * * ?' }),
  ],
  [
    'packages, vetted and in DARs',
    'println(`new-1`.topology.vetted_packages.list(filterParticipant = `old-1`.id.filterString).flatMap(_.item.packages.map(_.packageId))); println(`old-1`.dars.list().map(_.mainPackageId))',
    'done',
    'List(p1)\nList(p1)',
  ],
];

test.skipIf(missing.length > 0)('parties, their hosts and what is replicated behave as documented', () => {
  const nodes = network().nodes.map(({ name, kind, remote }) => ({ name, kind, remote }));
  const scripts = seen.map(([script, text]) => ({ id: script, text, nodes }));
  const runs = seen.map(([script, , , , on]) => ({ world: on ?? network(), scripts: [{ script }] }));
  const results = inConsole('3.5', scripts, (runAll) => runAll(runs).map(({ results: [result] }) => result));
  expect(
    results.map((result, at) => [seen[at]?.[0], result?.outcome, [result?.output, result?.message].join('\n')]),
  ).toEqual(seen.map(([what, , outcome, said]) => [what, outcome, expect.stringContaining(said)]));
});

test.skipIf(missing.length > 0)('a node that connects by hand is not connected by a restart', () => {
  const at = (manualConnect: boolean) => having({ ...next, connected: false, manualConnect });
  const nodes = inConsole('3.5', [], (runAll) =>
    runAll([true, false].map((manual) => ({ world: at(manual), scripts: [{ restart: true }] }))),
  ).map((answer) => answer.world.nodes.find(({ name }) => name === next.name));
  expect(nodes.map((node) => node?.connected)).toEqual([false, true]);
});
