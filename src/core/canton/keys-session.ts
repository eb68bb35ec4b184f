import { signingAlgorithmChoices, signingKeyChoices } from './keys-choices';
import type { Keys } from './keys-model';
import { code } from './sources';

/**
 * Session signing keys: short-lived keys in the node's memory that a KMS key vouches for. Each line has them at another
 * place, with other keys and other bounds, so each has its own group.
 */

const source = code('config', 'SessionSigningKeysConfig.scala');

const common = {
  enabled: {
    type: { kind: 'flag' },
    required: true,
    about:
      'Signs with short-lived keys in memory that a KMS key vouches for, so most signatures cost no call to the KMS. Has no default: the section is refused without it.',
    source,
  },
  'signing-algorithm-spec': {
    type: { kind: 'choice', values: signingAlgorithmChoices },
    default: 'ed-25519',
    about: 'Algorithm of the session keys. It must be among the algorithms the node allows.',
    source,
  },
  'signing-key-spec': {
    type: { kind: 'choice', values: signingKeyChoices },
    default: 'ec-curve-25519',
    about: 'Kind of the session keys. It must be among the kinds the node allows.',
    source,
  },
} as const satisfies Keys;

const about = {
  'key-validity-duration': 'How long a session key may be used. Shorter means more calls to the KMS.',
  'cut-off-duration':
    'How long before its end a session key is no longer taken for new signatures, so that a signature is not too old when it is checked.',
  'key-eviction-period':
    'How long a session key stays in memory. Longer than its validity, so that it is not forgotten while in use.',
} as const;

/** 3.3: under the node's `parameters`; fractions of a second are refused. */
export const sessionSigningKeys33 = {
  ...common,
  'key-validity-duration': {
    type: { kind: 'duration', from: 'above-zero', wholeSeconds: true },
    default: '5m',
    about: about['key-validity-duration'],
    source: code('config', 'SessionSigningKeysConfig.scala', '3.3'),
  },
  'cut-off-duration': {
    type: { kind: 'duration', from: 'above-zero', wholeSeconds: true },
    default: '30s',
    about: about['cut-off-duration'],
    source: code('config', 'SessionSigningKeysConfig.scala', '3.3'),
  },
  'key-eviction-period': {
    type: { kind: 'duration', from: 'above-zero', wholeSeconds: true },
    default: '10m',
    about: about['key-eviction-period'],
    source: code('config', 'SessionSigningKeysConfig.scala', '3.3'),
  },
} as const satisfies Keys;

/** 3.4: under `crypto.kms`. */
export const sessionSigningKeys34 = {
  ...common,
  'key-validity-duration': {
    type: { kind: 'duration', from: 'above-zero' },
    default: '5m',
    about: about['key-validity-duration'],
    source: code('config', 'KmsConfig.scala', '3.4'),
  },
  'cut-off-duration': {
    type: { kind: 'duration', from: 'above-zero' },
    default: '30s',
    about: about['cut-off-duration'],
    source: code('config', 'KmsConfig.scala', '3.4'),
  },
  'key-eviction-period': {
    type: { kind: 'duration', from: 'above-zero' },
    default: '10m',
    about: about['key-eviction-period'],
    source: code('config', 'KmsConfig.scala', '3.4'),
  },
} as const satisfies Keys;

/** From 3.5: under `crypto`, with bounds between the durations. */
export const sessionSigningKeys35 = {
  ...common,
  'key-validity-duration': {
    type: { kind: 'duration', from: 'above-zero' },
    default: '5m',
    about: `${about['key-validity-duration']} Longer than twice the cut-off, than cut-off and tolerance together, and than the cut-off and the sequencer client's time offset together.`,
    source,
  },
  'tolerance-shift-duration': {
    type: { kind: 'duration', from: 'zero' },
    default: '2m',
    about:
      'How far the time of a signature may lie from the time the session key was made, in both directions. Longer than the cut-off.',
    source,
  },
  'cut-off-duration': {
    type: { kind: 'duration', from: 'zero' },
    default: '1m',
    about: about['cut-off-duration'],
    source,
  },
  'key-eviction-period': {
    type: { kind: 'duration', from: 'above-zero' },
    default: '10m',
    about: about['key-eviction-period'],
    source,
  },
  'disable-bound-checks': {
    type: { kind: 'flag' },
    default: false,
    about:
      'Skips the bounds between the durations. For tests only; needs canton.parameters.non-standard-config, or the configuration is refused.',
    source,
  },
} as const satisfies Keys;
