import { defaultOf } from '../../../core/canton/keys';
import type { Release } from '../../../core/canton/releases';
import { hasSessionKeyBounds } from '../../../core/canton/session-keys';
import { parseDuration } from '../../../core/plan/duration';
import { durationMs, type SessionKeysOn } from '../../../core/plan/session-durations';

/** A bar of the time axis, from the making of a session key on. */
export type Bar = {
  readonly label: string;
  readonly ms: number;
  /** How much of its end is the cut-off. */
  readonly cutOff?: number;
};

const offset = 'sequencer-client.default-max-sequencing-time-offset';

/** What the axis shows: what is read of the answers, and what they are held against. */
export function barsOf(answers: SessionKeysOn, release: Release): Bar[] {
  const bar = (label: string, ms: number | undefined): Bar[] => (ms === undefined ? [] : [{ label, ms }]);
  const validity = durationMs('key-validity-duration', answers, release);
  const cutOff = durationMs('cut-off-duration', answers, release);
  return [
    ...bar('in memory', durationMs('key-eviction-period', answers, release)),
    ...bar('valid', validity).map((valid) =>
      cutOff === undefined ? valid : { ...valid, cutOff: Math.min(cutOff, valid.ms) },
    ),
    ...bar('tolerance', durationMs('tolerance-shift-duration', answers, release)),
    ...bar('time offset', hasSessionKeyBounds(release) ? parseDuration(String(defaultOf(offset, release))) : undefined),
  ];
}

/** Milliseconds as a person reads them: `90s` is `1m 30s`. */
export function readable(ms: number): string {
  const parts = [
    [86_400_000, 'd'],
    [3_600_000, 'h'],
    [60_000, 'm'],
    [1_000, 's'],
    [1, 'ms'],
  ] as const;
  let rest = ms;
  const text = parts.flatMap(([size, unit]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${count}${unit}`];
  });
  return text.length === 0 ? '0s' : text.slice(0, 2).join(' ');
}

/** Evenly spaced marks from zero to a length, at most seven, at steps people count in. */
export function ticks(longest: number): number[] {
  const steps = [
    1, 10, 100, 1_000, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000, 7_200_000,
    21_600_000, 43_200_000, 86_400_000,
  ];
  const step = steps.find((one) => longest / one <= 6) ?? 10 ** Math.ceil(Math.log10(longest / 6));
  return Array.from({ length: Math.floor(longest / step) + 1 }, (_, at) => at * step);
}
