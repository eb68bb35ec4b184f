import { find, sessionSigningKeysAt } from '../canton/keys';
import { defaultIn } from '../canton/keys-model';
import type { Release } from '../canton/releases';
import type { SessionKeyDuration, SessionKeyDurations } from '../canton/session-keys';
import { parseDuration } from './duration';
import type { SessionSigningKeys } from './node';

export type SessionKeysOn = Extract<SessionSigningKeys, { type: 'on' }>;

/** Which answer gives which duration. */
export const durationAnswers = {
  'key-validity-duration': 'keyValidityDuration',
  'cut-off-duration': 'cutOffDuration',
  'tolerance-shift-duration': 'toleranceShiftDuration',
  'key-eviction-period': 'keyEvictionPeriod',
} as const satisfies Record<SessionKeyDuration, keyof SessionKeysOn>;

/** Canton's defaults, as text: asked for every node, and the same each time. */
const standards = new Map<string, string | undefined>();

/** Canton's default for a duration, as text; nothing where the line doesn't know the setting. */
export function defaultDuration(name: SessionKeyDuration, release: Release): string | undefined {
  const at = `${release} ${name}`;
  if (!standards.has(at)) {
    const setting = find(`${sessionSigningKeysAt(release)}.${name}`);
    const standard = setting && defaultIn(setting, release);
    standards.set(at, standard === undefined ? undefined : String(standard));
  }
  return standards.get(at);
}

/** A duration in milliseconds as it would hold: what was typed, else Canton's default. Nothing when it can't be read. */
export function durationMs(name: SessionKeyDuration, answers: SessionKeysOn, release: Release): number | undefined {
  const typed = answers[durationAnswers[name]];
  const text = typed.trim() === '' ? defaultDuration(name, release) : typed;
  return text === undefined ? undefined : parseDuration(text);
}

/** Answers are never changed in place, so their durations hold as long as they do. */
const read = new WeakMap<SessionKeysOn, { release: Release; durations: SessionKeyDurations | undefined }>();

/**
 * The durations of a node in milliseconds, Canton's defaults where nothing was given.
 * @returns nothing while one of them can't be read
 */
export function sessionDurations(answers: SessionKeysOn, release: Release): SessionKeyDurations | undefined {
  const before = read.get(answers);
  if (before?.release === release) return before.durations;
  const durations = readDurations(answers, release);
  read.set(answers, { release, durations });
  return durations;
}

function readDurations(answers: SessionKeysOn, release: Release): SessionKeyDurations | undefined {
  const validity = durationMs('key-validity-duration', answers, release);
  const cutOff = durationMs('cut-off-duration', answers, release);
  const tolerance = durationMs('tolerance-shift-duration', answers, release);
  const eviction = durationMs('key-eviction-period', answers, release);
  if (validity === undefined || cutOff === undefined || tolerance === undefined || eviction === undefined) {
    return undefined;
  }
  return {
    'key-validity-duration': validity,
    'cut-off-duration': cutOff,
    'tolerance-shift-duration': tolerance,
    'key-eviction-period': eviction,
  };
}
