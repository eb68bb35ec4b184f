import { cryptoKeys } from './keys-crypto';
import { initKeys } from './keys-init';
import type { Key, Keys, Section } from './keys-model';
import { sessionSigningKeys33 } from './keys-session';
import { code } from './sources';

/** The keys of a node: those this project is about, and the names of the others. */

const storage = code('config', 'StorageConfig.scala');
const participant = code('participant', 'config/ParticipantNodeConfig.scala');
const sequencer = code('synchronizer', 'sequencer/config/SequencerNodeConfig.scala');
const mediator = code('synchronizer', 'mediator/MediatorNode.scala');

/** A section with a name that Canton knows and contents that are none of our business. */
const elsewhere = (sections: readonly Section[], source = participant) =>
  ({ type: { kind: 'opaque' }, sections, about: 'Not judged here.', source }) as const satisfies Key;
const everywhere = ['participants', 'sequencers', 'mediators'] as const;

/** Every database has settings of its own, which the database library reads. */
const database = {
  config: {
    type: { kind: 'opaque' },
    required: true,
    about: 'Connection to the database; must be written, is read by the database library.',
    source: storage,
  },
  parameters: { type: { kind: 'opaque' }, about: 'Not judged here.', source: storage },
} as const satisfies Keys;

const memory = {
  config: { type: { kind: 'opaque' }, about: 'Has no effect with memory storage.', source: storage },
  parameters: { type: { kind: 'opaque' }, about: 'Not judged here.', source: storage },
} as const satisfies Keys;

const parameters = {
  'session-signing-keys': {
    type: { kind: 'object', keys: sessionSigningKeys33 },
    until: '3.3',
    about: 'Session signing keys. In 3.3 they stand here, in later lines under crypto.',
    source: code('participant', 'config/ParticipantNodeConfig.scala', '3.3'),
  },
  batching: elsewhere(everywhere),
  caching: elsewhere(everywhere),
  watchdog: elsewhere(everywhere),
  'alpha-version-support': elsewhere(everywhere),
  'beta-version-support': elsewhere(everywhere),
  'dont-warn-on-deprecated-pv': elsewhere(everywhere),
  'admin-workflow': elsewhere(['participants']),
  'max-unzipped-dar-size': elsewhere(['participants']),
  stores: elsewhere(['participants']),
  'reassignment-time-proof-freshness-proportion': elsewhere(['participants']),
  'minimum-protocol-version': elsewhere(['participants']),
  'initial-protocol-version': elsewhere(['participants']),
  'warn-if-overloaded-for': elsewhere(['participants']),
  'ledger-api-server': elsewhere(['participants']),
  'exclude-infrastructure-transactions': elsewhere(['participants']),
  engine: elsewhere(['participants']),
  'journal-garbage-collection-delay': elsewhere(['participants']),
  'disable-upgrade-validation': elsewhere(['participants']),
  'enable-strict-dar-validation': elsewhere(['participants']),
  'package-metadata-view': elsewhere(['participants']),
  'command-progress-tracker': elsewhere(['participants']),
  'experimental-enable-topology-events': elsewhere(['participants']),
  'enable-external-authorization': elsewhere(['participants']),
  'unsafe-online-party-replication': elsewhere(['participants']),
  'automatically-perform-lsu': elsewhere(['participants']),
  'activation-frequency-for-warn-about-consistency-checks': elsewhere(['participants']),
  'reassignments-config': elsewhere(['participants']),
  'do-not-await-on-checking-incoming-commitments': elsewhere(['participants']),
  'commitment-checkpoint-interval': elsewhere(['participants']),
  'commitment-mismatch-debugging': elsewhere(['participants']),
  'commitment-processor-nr-acs-changes-behind-to-trigger-catch-up': elsewhere(['participants']),
  'commitment-reduce-parallelism': elsewhere(['participants']),
  'auto-sync-protocol-feature-flags': elsewhere(['participants']),
  'alpha-multi-synchronizer-support': elsewhere(['participants']),
  'max-confirmation-requests-burst-factor': elsewhere(['sequencers'], sequencer),
  'unsafe-enable-online-party-replication': elsewhere(['sequencers'], sequencer),
  'unsafe-sequencer-channel-support': elsewhere(['sequencers'], sequencer),
  'sequencing-time-lower-bound-exclusive': elsewhere(['sequencers'], sequencer),
  'sequencer-api-limits': elsewhere(['sequencers'], sequencer),
  'warn-on-undefined-limits': elsewhere(['sequencers'], sequencer),
  'progress-supervisor': elsewhere(['sequencers'], sequencer),
  'async-writer': elsewhere(['sequencers'], sequencer),
  'time-advancing-topology': elsewhere(['sequencers'], sequencer),
  'produce-post-ordering-topology-ticks': elsewhere(['sequencers'], sequencer),
  'lsu-repair': elsewhere(['sequencers'], sequencer),
} as const satisfies Keys;

const clientSource = code(
  'root',
  'community/base/src/main/scala/com/digitalasset/canton/sequencing/client/SequencerClientConfig.scala',
);

/** The client's own keys, of which only one concerns us. */
const sequencerClient = {
  'default-max-sequencing-time-offset': {
    type: { kind: 'duration', from: 'zero' },
    default: [
      { value: '5m', until: '3.4' },
      { value: '2m', since: '3.5' },
    ],
    about: 'How far ahead of now a message may be timed. A session signing key must outlive it.',
    source: clientSource,
  },
  'event-inbox-size': elsewhere(everywhere, clientSource),
  'startup-connection-retry-delay': elsewhere(everywhere, clientSource),
  'initial-connection-retry-delay': elsewhere(everywhere, clientSource),
  'warn-disconnect-delay': elsewhere(everywhere, clientSource),
  'max-connection-retry-delay': elsewhere(everywhere, clientSource),
  'handshake-retry-attempts': elsewhere(everywhere, clientSource),
  'handshake-retry-delay': elsewhere(everywhere, clientSource),
  'acknowledgement-interval': elsewhere(everywhere, clientSource),
  'keep-alive-client': elsewhere(everywhere, clientSource),
  'auth-token': elsewhere(everywhere, clientSource),
  'skip-sequenced-event-validation': elsewhere(everywhere, clientSource),
  'override-max-request-size': elsewhere(everywhere, clientSource),
  'maximum-in-flight-event-batches': elsewhere(everywhere, clientSource),
} as const satisfies Keys;

export const nodeKeys = {
  crypto: {
    type: { kind: 'object', keys: cryptoKeys },
    about: "The node's cryptography.",
    source: code('config', 'CryptoConfig.scala'),
  },
  init: {
    type: { kind: 'object', keys: initKeys },
    about: 'How the node comes to its identity at its first start.',
    source: code('common', 'config/InitConfig.scala'),
  },
  storage: {
    type: { kind: 'union', variants: { memory, h2: database, postgres: database } },
    about: 'Where the node keeps its data. With memory everything is lost on a restart, keys and identity included.',
    source: storage,
  },
  parameters: {
    type: { kind: 'object', keys: parameters },
    about: 'Settings of the node that few need to touch.',
    source: participant,
  },
  'sequencer-client': {
    type: { kind: 'object', keys: sequencerClient },
    about: 'How the node talks to sequencers.',
    source: clientSource,
  },
  'admin-api': elsewhere(everywhere),
  monitoring: elsewhere(everywhere),
  replication: elsewhere(everywhere),
  topology: elsewhere(everywhere),
  'ledger-api': elsewhere(['participants']),
  'http-ledger-api': elsewhere(['participants']),
  'testing-time': elsewhere(['participants']),
  features: elsewhere(['participants']),
  'alpha-dynamic': elsewhere(['participants']),
  'public-api': elsewhere(['sequencers'], sequencer),
  sequencer: elsewhere(['sequencers'], sequencer),
  health: elsewhere(['sequencers'], sequencer),
  'traffic-config': elsewhere(['sequencers'], sequencer),
  'acknowledgements-conflate-window': elsewhere(['sequencers'], sequencer),
  declarative: elsewhere(['sequencers'], sequencer),
  'time-tracker': elsewhere(['sequencers', 'mediators'], mediator),
  caching: elsewhere(['mediators'], mediator),
  mediator: elsewhere(['mediators'], mediator),
} as const satisfies Keys;
