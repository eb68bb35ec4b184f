import type { Release } from '../canton/releases';
import {
  type BoundCheck,
  hasSessionKeyBounds,
  type SessionKeyDurations,
  sessionKeyBoundSource,
  sessionKeyBounds,
} from '../canton/session-keys';
import { longestDuration } from '../plan/formats';
import type { Path, Plan } from '../plan/plan';
import { durationAnswers, type SessionKeysOn, sessionDurations } from '../plan/session-durations';
import { changeNode } from './change';
import type { Finding, Fix } from './finding';

/** The bounds between the durations of session signing keys, and the switch that leaves them unchecked. */
export function boundFindings(plan: Plan, keys: SessionKeysOn, path: Path, index: number): Finding[] {
  if (!hasSessionKeyBounds(plan.release)) return [];
  const durations = sessionDurations(keys, plan.release);
  if (durations === undefined) return [];
  const tooLong = overflow(plan, durations, path);
  if (tooLong !== undefined) return [tooLong];
  const broken = brokenBounds(durations, plan.release);
  if (keys.disableBoundChecks) return [unchecked(plan, broken.length === 0, path, index)];
  return strictest(broken).map((bound) => missed(plan, bound, path, index));
}

/** Remembered by the durations, which stay the same object while the answers do. */
const judged = new WeakMap<SessionKeyDurations, { release: Release; broken: readonly BoundCheck[] }>();

function brokenBounds(durations: SessionKeyDurations, release: Release): readonly BoundCheck[] {
  const before = judged.get(durations);
  if (before?.release === release) return before.broken;
  const broken = sessionKeyBounds(durations, release).filter(({ holds }) => !holds);
  judged.set(durations, { release, broken });
  return broken;
}

/** Several bounds may ask for a longer duration of the same name: the one that asks for most says it all. */
function strictest(broken: readonly BoundCheck[]): BoundCheck[] {
  const byLeft = new Map<string, BoundCheck>();
  for (const bound of broken) {
    const before = byLeft.get(bound.left);
    if (before === undefined || before.rightMs < bound.rightMs) byLeft.set(bound.left, bound);
  }
  return [...byLeft.values()];
}

const ids = {
  'key-validity-duration': 'session-key-validity-too-short',
  'tolerance-shift-duration': 'session-key-tolerance-too-short',
  'key-eviction-period': 'session-key-eviction-too-short',
} as const satisfies Record<BoundCheck['left'], string>;

const logs = {
  'validity-over-cut-off':
    'The selected session signing key validity duration of ... is too short. It must be longer than ...',
  'validity-over-tolerance':
    'The selected session signing key validity duration of ... is too short. It must be longer than ...',
  tolerance: 'The selected session signing key tolerance shift duration of ... must be longer than the cut-off (...)',
  'validity-over-offset':
    'The selected session signing key validity parameters do not align with the current default max sequencing time offset (2m).',
  eviction:
    'The selected session signing key eviction period of ... must be longer than the key validity duration (...)',
} as const satisfies Record<BoundCheck['id'], string>;

function missed(plan: Plan, bound: BoundCheck, path: Path, index: number): Finding {
  const { id, left, right, leftMs, rightMs, because } = bound;
  return {
    id: ids[left],
    severity: 'error',
    path: `${path}.${durationAnswers[left]}`,
    message: `Make it longer than ${inWords(rightMs)}; it is ${inWords(leftMs)}.`,
    why: `It must exceed ${right.join(' + ')}; equal is not enough. ${because} Canton refuses the whole file while loading.`,
    source: sessionKeyBoundSource(plan.release),
    log: logs[id],
    fix: {
      label: "Use Canton's durations",
      apply: (before) =>
        changeKeys(before, index, {
          keyValidityDuration: '',
          toleranceShiftDuration: '',
          cutOffDuration: '',
          keyEvictionPeriod: '',
        }),
    },
  };
}

/** Canton adds these up in 64 bits, whether or not it checks the bounds. */
function overflow(plan: Plan, durations: SessionKeyDurations, path: Path): Finding | undefined {
  const { 'cut-off-duration': cutOff, 'tolerance-shift-duration': tolerance } = durations;
  if (2 * cutOff <= longestDuration && cutOff + tolerance <= longestDuration) return undefined;
  return {
    id: 'session-durations-too-long',
    severity: 'error',
    path: `${path}.cutOffDuration`,
    message: 'Write shorter durations: their sum passes what Canton can hold.',
    why: 'Loading ends with an exception.',
    source: sessionKeyBoundSource(plan.release),
    log: 'java.lang.IllegalArgumentException',
  };
}

function unchecked(plan: Plan, allHold: boolean, path: Path, index: number): Finding {
  const fix: Fix = {
    label: 'Check the durations again',
    apply: (before) => changeKeys(before, index, { disableBoundChecks: false }),
  };
  const common = {
    path: `${path}.disableBoundChecks`,
    source: sessionKeyBoundSource(plan.release),
    ...(allHold ? { fix } : {}),
  };
  return plan.nonStandardConfig
    ? {
        ...common,
        id: 'session-bounds-unchecked',
        severity: 'warning',
        message: 'The durations are not checked: for tests only.',
        why: 'With durations that do not fit, a session key can end before what it signed is checked, and others refuse the message.',
      }
    : {
        ...common,
        id: 'session-bounds-need-consent',
        severity: 'error',
        message: 'Leaving the durations unchecked needs non-standard settings allowed.',
        why: 'Without canton.parameters.non-standard-config the whole file is refused while loading. It is meant for tests alone.',
        log: 'Disabling bound checks on session signing key validity parameters is only allowed with a `nonStandardConfig` and must only be used for testing.',
      };
}

function changeKeys(plan: Plan, index: number, change: Partial<SessionKeysOn>): Plan {
  return changeNode(plan, index, (node) =>
    node.sessionSigningKeys.type === 'on'
      ? { ...node, sessionSigningKeys: { ...node.sessionSigningKeys, ...change } }
      : node,
  );
}

/** Milliseconds as an operator would write them. */
function inWords(ms: number): string {
  if (ms === 0) return '0s';
  if (ms % 60_000 === 0) return `${ms / 60_000}m`;
  return ms % 1_000 === 0 ? `${ms / 1_000}s` : `${ms}ms`;
}
