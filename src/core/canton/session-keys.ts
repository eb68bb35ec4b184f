import { holdsFor, type Release } from './releases';
import { code, type Source } from './sources';

/**
 * The bounds between the durations of session signing keys, as data. Canton evaluates them from 3.5 on, all of them
 * strict: equal isn't enough. Its older lines have the durations without bounds.
 */

/** The durations of a node, by their keys in the configuration. */
export type SessionKeyDuration =
  | 'key-validity-duration'
  | 'tolerance-shift-duration'
  | 'cut-off-duration'
  | 'key-eviction-period';

/** Milliseconds; every one a number, Canton's defaults filled in. */
export type SessionKeyDurations = { readonly [D in SessionKeyDuration]: number };

/** `default-max-sequencing-time-offset` of the node's sequencer client, which this project leaves alone. */
const timeOffset = 'time offset';
const timeOffsetMs = 120_000;

type Term = SessionKeyDuration | typeof timeOffset;

export type Bound = {
  readonly id: 'validity-over-cut-off' | 'validity-over-tolerance' | 'tolerance' | 'validity-over-offset' | 'eviction';
  /** The one that must be longer than the sum of the terms on its right. */
  readonly left: Exclude<SessionKeyDuration, 'cut-off-duration'>;
  readonly right: readonly Term[];
  /** What the bound is good for, for an operator. */
  readonly because: string;
};

const bounds: readonly Bound[] = [
  {
    id: 'validity-over-cut-off',
    left: 'key-validity-duration',
    right: ['cut-off-duration', 'cut-off-duration'],
    because: 'Or a session key would have no time in which it can be used.',
  },
  {
    id: 'validity-over-tolerance',
    left: 'key-validity-duration',
    right: ['tolerance-shift-duration', 'cut-off-duration'],
    because: 'Or a new session key could not sign what is dated a little ahead.',
  },
  {
    id: 'tolerance',
    left: 'tolerance-shift-duration',
    right: ['cut-off-duration'],
    because: 'Or a new session key could not sign what is dated now.',
  },
  {
    id: 'validity-over-offset',
    left: 'key-validity-duration',
    right: ['cut-off-duration', timeOffset],
    because: 'Or a session key could end before the message it signed may arrive.',
  },
  {
    id: 'eviction',
    left: 'key-eviction-period',
    right: ['key-validity-duration'],
    because: 'Or a session key would be forgotten while it is in use.',
  },
];

/** A bound with the numbers of a node. */
export type BoundCheck = Bound & { readonly leftMs: number; readonly rightMs: number; readonly holds: boolean };

/** Where a line's settings of session signing keys are written. */
export function sessionConfigSource(release: Release): Source {
  return code('config', release === '3.4' ? 'KmsConfig.scala' : 'SessionSigningKeysConfig.scala', release);
}

/** Where the bounds are evaluated. */
export function sessionKeyBoundSource(release: Release): Source {
  return code('appConfig', 'ConfigValidations.scala', release);
}

/** Whether a line checks the durations against each other. */
export function hasSessionKeyBounds(release: Release): boolean {
  return holdsFor({ since: '3.5' }, release);
}

/** Every bound of a line with its numbers, in Canton's order; none in a line without bounds. */
export function sessionKeyBounds(durations: SessionKeyDurations, release: Release): readonly BoundCheck[] {
  if (!hasSessionKeyBounds(release)) return [];
  const msOf = (term: Term) => (term === timeOffset ? timeOffsetMs : durations[term]);
  return bounds.map((bound) => {
    const leftMs = msOf(bound.left);
    const rightMs = bound.right.map(msOf).reduce((sum, ms) => sum + ms, 0);
    return { ...bound, leftMs, rightMs, holds: leftMs > rightMs };
  });
}
