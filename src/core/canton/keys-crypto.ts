import {
  encryptionAlgorithmChoices,
  encryptionKeyChoices,
  signingAlgorithmChoices,
  signingKeyChoices,
} from './keys-choices';
import { kmsVariants } from './keys-kms';
import type { Choice, Key, Keys } from './keys-model';
import { sessionSigningKeys35 } from './keys-session';
import { code } from './sources';

/** The keys of a node's `crypto` section; the same for the three node kinds. */

const source = code('config', 'CryptoConfig.scala');

/** One scheme: what the node uses, and what it accepts from others. */
const scheme = (values: readonly Choice[], what: string, about: { default: string; allowed: string }) =>
  ({
    type: {
      kind: 'object',
      keys: {
        default: { type: { kind: 'choice', values }, nullable: true, about: about.default, source },
        allowed: { type: { kind: 'choices', values }, nullable: true, about: about.allowed, source },
      },
    },
    about: what,
    source,
  }) as const satisfies Key;

const only = (value: string, what: string) =>
  scheme([{ value }], what, {
    default: `${value} is the only one there is.`,
    allowed: `${value} is the only one there is.`,
  });

const allowedAbout =
  'Never empty. Dropping one that the synchronizer requires keeps the node from connecting; so does a default that is not among them.';

const encryptionVariants = {
  kms: {
    'wrapper-key-id': {
      type: { kind: 'text', length: { from: 1, to: 300 } },
      nullable: true,
      about:
        'KMS key that encrypts the private keys in the database. Without it the node takes the id found there, or creates a key. On a running node it is changed by a console command only: a new id here leaves two in the database, and a later start fails.',
      source: code('config', 'EncryptedPrivateStoreConfig.scala'),
    },
    reverted: {
      type: { kind: 'flag' },
      default: false,
      about:
        'Decrypts all private keys at the next start and stores them in the clear. Needs the KMS once more; from then on the database alone holds the keys.',
      source: code('config', 'EncryptedPrivateStoreConfig.scala'),
    },
  },
} as const satisfies Record<string, Keys>;

export const cryptoKeys = {
  provider: {
    type: { kind: 'choice', values: [{ value: 'jce' }, { value: 'kms' }] },
    default: 'jce',
    about:
      "Where private keys live: jce in the node's database, kms in the KMS alone. Switched on a node that has keys, the node finds none of them.",
    source,
  },
  signing: {
    type: {
      kind: 'object',
      keys: {
        algorithms: scheme(signingAlgorithmChoices, 'Signature algorithms of the node.', {
          default:
            'Algorithm of new signatures. With external keys the KMS must offer it, and it must fit the default kind of key.',
          allowed: `Signature algorithms the node accepts. ${allowedAbout}`,
        }),
        keys: scheme(signingKeyChoices, 'Kinds of signing keys of the node.', {
          default:
            'Kind of new signing keys. It must fit the default algorithm, or a node of 3.5 or later does not start. Keys that exist stay what they are.',
          allowed: `Kinds of signing keys the node accepts. ${allowedAbout}`,
        }),
      },
    },
    about: 'How the node signs.',
    source,
  },
  encryption: {
    type: {
      kind: 'object',
      keys: {
        algorithms: scheme(encryptionAlgorithmChoices, 'Encryption algorithms of the node.', {
          default:
            'Algorithm of new encryptions. With external keys the KMS must offer it, and it must fit the default kind of key.',
          allowed: `Encryption algorithms the node accepts. ${allowedAbout}`,
        }),
        keys: scheme(encryptionKeyChoices, 'Kinds of encryption keys of the node.', {
          default: 'Kind of new encryption keys. It must fit the default algorithm.',
          allowed: `Kinds of encryption keys the node accepts. ${allowedAbout}`,
        }),
      },
    },
    about: 'How the node encrypts.',
    source,
  },
  symmetric: only('aes-128-gcm', 'Symmetric encryption of the node.'),
  hash: only('sha-256', 'Hash algorithm of the node.'),
  pbkdf: only('argon-2id-mode-1', 'How a key is derived from a password.'),
  kms: {
    type: { kind: 'union', variants: kmsVariants },
    nullable: true,
    about:
      'The KMS of this node. This section alone switches nothing on: it takes provider = kms, or private-key-store.encryption.',
    source: code('config', 'KmsConfig.scala'),
  },
  'session-signing-keys': {
    type: { kind: 'object', keys: sessionSigningKeys35 },
    since: '3.5',
    about: 'Session signing keys. They work on a synchronizer of protocol version 35 or later.',
    source: code('config', 'SessionSigningKeysConfig.scala'),
  },
  'private-key-store': {
    type: {
      kind: 'object',
      keys: {
        encryption: {
          type: { kind: 'union', variants: encryptionVariants },
          nullable: true,
          about:
            'Encrypts the private keys in the database with a key that the KMS holds. Ignored without a word when provider = kms. Taking the section away does not decrypt: the next start fails.',
          source: code('config', 'EncryptedPrivateStoreConfig.scala'),
        },
      },
    },
    about: 'How private keys are stored.',
    source,
  },
  parallelism: {
    type: {
      kind: 'object',
      keys: {
        'signature-verification-parallelism': {
          type: { kind: 'whole', positive: true },
          default: 10,
          about: 'How many signatures the node checks at the same time.',
          source: code('config', 'CryptoParallelismConfig.scala'),
        },
        'encryption-parallelism': {
          type: { kind: 'whole', positive: true },
          default: 10,
          since: '3.6',
          about: 'How many encryptions the node does at the same time.',
          source: code('config', 'CryptoParallelismConfig.scala', '3.6'),
        },
      },
    },
    since: '3.5',
    about: 'How much cryptography the node does at the same time.',
    source: code('config', 'CryptoParallelismConfig.scala'),
  },
  'enable-experimental': {
    type: { kind: 'flag' },
    default: false,
    since: '3.6',
    about:
      'Allows the experimental ML-DSA-65 signatures. On one node alone it is worse than off: a sequencer with it makes them required of everybody.',
    source: code('config', 'CryptoConfig.scala', '3.6'),
  },
} as const satisfies Keys;
