import { find, sessionSigningKeysAt } from '../canton/keys';
import { defaultIn } from '../canton/keys-model';
import type { Release } from '../canton/releases';
import type { SessionKeyDuration, SessionKeyDurations } from '../canton/session-keys';
import { code, type Source } from '../canton/sources';
import { parseDuration } from '../plan/duration';
import type { SessionSigningKeys } from '../plan/node';

export type SessionKeysOn = Extract<SessionSigningKeys, { type: 'on' }>;

/** Where a line's settings of session signing keys are written. */
export function sessionConfigSource(release: Release): Source {
  return code('config', release === '3.4' ? 'KmsConfig.scala' : 'SessionSigningKeysConfig.scala', release);
}

/** Which answer gives which duration. */
export const sessionAnswers = {
  'key-validity-duration': 'keyValidityDuration',
  'tolerance-shift-duration': 'toleranceShiftDuration',
  'cut-off-duration': 'cutOffDuration',
  'key-eviction-period': 'keyEvictionPeriod',
} as const satisfies Record<SessionKeyDuration, keyof SessionKeysOn>;

/** Answers are never changed in place, so their durations hold as long as they do. */
const read = new WeakMap<SessionKeysOn, { release: Release; durations: SessionKeyDurations | undefined }>();

/**
 * The durations of a node in milliseconds, Canton's defaults where nothing was given.
 * @returns nothing while one of them can't be read
 */
export function sessionDurations(keys: SessionKeysOn, release: Release): SessionKeyDurations | undefined {
  const before = read.get(keys);
  if (before?.release === release) return before.durations;
  const durations = readDurations(keys, release);
  read.set(keys, { release, durations });
  return durations;
}

function readDurations(keys: SessionKeysOn, release: Release): SessionKeyDurations | undefined {
  const msOf = (key: SessionKeyDuration) => {
    const answer = keys[sessionAnswers[key]];
    return answer === '' ? standard(key, release) : parseDuration(answer);
  };
  const validity = msOf('key-validity-duration');
  const tolerance = msOf('tolerance-shift-duration');
  const cutOff = msOf('cut-off-duration');
  const eviction = msOf('key-eviction-period');
  if (validity === undefined || tolerance === undefined || cutOff === undefined || eviction === undefined) {
    return undefined;
  }
  return {
    'key-validity-duration': validity,
    'tolerance-shift-duration': tolerance,
    'cut-off-duration': cutOff,
    'key-eviction-period': eviction,
  };
}

/** Asked for every node, and the same each time. */
const standards = new Map<string, number | undefined>();

function standard(key: SessionKeyDuration, release: Release): number | undefined {
  const path = `${sessionSigningKeysAt(release)}.${key}`;
  const name = `${release} ${path}`;
  if (!standards.has(name)) {
    const setting = find(path);
    standards.set(name, parseDuration(String((setting && defaultIn(setting, release)) ?? '')));
  }
  return standards.get(name);
}
