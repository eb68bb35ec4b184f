import type { Keys } from './keys-model';
import { code } from './sources';

/** The keys of a node's `init` section. They act on a node without an identity and may stay afterwards. */

const source = code('common', 'config/InitConfig.scala');
const participantSource = code('participant', 'config/ParticipantInitConfig.scala');

const auto = {
  identifier: {
    type: {
      kind: 'union',
      variants: {
        config: {},
        random: {},
        explicit: {
          name: { type: { kind: 'text' }, required: true, about: "First part of the node's identity.", source },
        },
      },
    },
    about: "First part of the node's identity: its name in the configuration, a random one, or a given one.",
    source,
  },
} as const satisfies Keys;

const external = {
  identifier: { type: { kind: 'text' }, required: true, about: "First part of the node's identity.", source },
  namespace: {
    type: { kind: 'text' },
    nullable: true,
    about: 'Fingerprint of the root key; without it, the one of the first certificate.',
    source,
  },
  certificates: { type: { kind: 'texts' }, about: 'Files with the certificates of the namespace.', source },
} as const satisfies Keys;

export const initKeys = {
  identity: {
    type: { kind: 'union', variants: { auto, manual: {}, external } },
    about:
      'Who gives the node its identity. auto: the node itself, with keys of its own, at its first start. manual: a script, so that the node can be built on keys made beforehand. The identity can not be changed later.',
    source,
  },
  'generate-intermediate-key': {
    type: { kind: 'flag' },
    default: false,
    about: 'Makes a second key below the root key that signs in its place, so that the root key can be put away.',
    source,
  },
  'generate-topology-transactions-and-keys': {
    type: { kind: 'flag' },
    default: true,
    about:
      'Whether the node makes its keys and announces them by itself. With keys made beforehand it must be off, or the node makes further keys and announces those.',
    source,
  },
  'ledger-api': {
    type: {
      kind: 'object',
      keys: {
        'max-deduplication-duration': {
          type: { kind: 'duration', from: 'zero' },
          default: '7 days',
          about: 'Longest time over which the participant recognises a command it has seen before.',
          source: participantSource,
        },
      },
    },
    sections: ['participants'],
    about: 'What the Ledger API is set up with at the first start.',
    source: participantSource,
  },
} as const satisfies Keys;
