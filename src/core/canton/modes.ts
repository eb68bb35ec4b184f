import { code, concluded, documented, type Source, seen } from './sources';

/** The two ways in which a node can use a KMS. Never both: with external keys the envelope's settings are ignored. */
export type Mode = 'envelope' | 'external';
export const modes = ['envelope', 'external'] as const satisfies readonly Mode[];

/** One thing the modes differ in, told for both. */
export type Difference = { readonly id: string; readonly about: string; readonly source: Source } & {
  readonly [M in Mode]: string;
};

const create = code('crypto', 'CryptoApi.scala');

/** What an operator should know before choosing, in the order in which it matters. */
export const differences: readonly Difference[] = [
  {
    id: 'where',
    about: 'Where private keys live',
    envelope: "Encrypted in the node's database; in the clear in its memory while it runs.",
    external: 'In the KMS only. The node never sees them.',
    source: create,
  },
  {
    id: 'cost',
    about: 'When the KMS is called',
    envelope: 'At the start, for a new key, and for a key that is not in memory. Signing costs no call.',
    external: 'For each signature and each decryption. Session signing keys save most calls for signatures.',
    source: create,
  },
  {
    id: 'outage',
    about: 'While the KMS is away',
    envelope: 'A running node goes on with the keys in its memory. It cannot start and makes no new keys.',
    external: 'The node can neither sign nor decrypt, so it takes part in nothing until the KMS is back.',
    source: concluded(create),
  },
  {
    id: 'undone',
    about: 'What can be undone',
    envelope:
      'Switched on and off by a restart, on a running node too. Without its wrapper key, keys and backups are lost.',
    external: 'Nothing by itself: keys never leave the KMS. Into this mode or out of it leads a new node.',
    source: documented('howtos/secure/kms/mode/encrypted_key_storage.rst', 'Encrypted private key storage'),
  },
  {
    id: 'needs',
    about: 'Storage and schemes',
    envelope: 'Needs a database. All schemes of Canton.',
    external: 'Needs a database to find its keys again after a restart. Only schemes that the KMS can do.',
    source: code('config', 'CryptoProvider.scala'),
  },
];

/** The keys that Canton makes in the KMS at a node's first start, by the kind of node. */
export const keysMade = {
  participant: ['namespace', 'sequencer authentication', 'protocol signing', 'encryption'],
  sequencer: ['namespace', 'sequencer authentication', 'protocol signing'],
  mediator: ['namespace', 'sequencer authentication', 'protocol signing'],
} as const;
export const keysMadeSource = code('common', 'environment/CantonNodeBootstrap.scala');

/** Calls to the KMS for signatures, counted on a running network of one participant, one sequencer and one mediator. */
export type CallCount = { readonly what: string; readonly with: Calls; readonly without: Calls };
type Calls = { readonly participant: number; readonly sequencer: number; readonly mediator: number };

/** With session signing keys and without; Canton 3.5, protocol version 35. */
export const signingCalls: readonly CallCount[] = [
  {
    what: 'Five pings',
    with: { participant: 0, sequencer: 0, mediator: 0 },
    without: { participant: 50, sequencer: 180, mediator: 20 },
  },
  {
    what: 'A whole start, with bootstrap and two pings',
    with: { participant: 10, sequencer: 45, mediator: 6 },
    without: { participant: 30, sequencer: 129, mediator: 13 },
  },
];
export const signingCallsSource = seen('crypto', 'signer/SyncCryptoSignerWithSessionKeys.scala');

/** What a wrapper key must be, by the type of KMS, and how it is named. */
export const wrapperKeyNeeds = {
  aws: {
    key: 'A symmetric key: specification SYMMETRIC_DEFAULT, usage ENCRYPT_DECRYPT.',
    id: 'Key id, key ARN or alias/name',
    example: '1234abcd-12ab-34cd-56ef-1234567890ab',
  },
  gcp: {
    key: 'A symmetric key: algorithm GOOGLE_SYMMETRIC_ENCRYPTION, purpose ENCRYPT_DECRYPT.',
    id: 'The bare key id, without projects/...',
    example: 'bank1-wrapper',
  },
  driver: { key: 'A 128-bit key that works with AES-GCM.', id: "The driver's own id of the key", example: 'wrapper-1' },
} as const;
export const wrapperKeySource = documented(
  'howtos/secure/kms/mode/encrypted_key_storage.rst',
  'Encrypted private key storage',
);
