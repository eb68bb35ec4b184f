import { describe, expect, test } from 'vitest';
import { releases } from './releases';
import { hasSessionKeyBounds, type SessionKeyDurations, sessionKeyBounds } from './session-keys';

const standard: SessionKeyDurations = {
  'key-validity-duration': 300_000,
  'tolerance-shift-duration': 120_000,
  'cut-off-duration': 60_000,
  'key-eviction-period': 600_000,
};
const broken = (change: Partial<SessionKeyDurations>) =>
  sessionKeyBounds({ ...standard, ...change }, '3.5').flatMap(({ id, holds }) => (holds ? [] : [id]));

test("Canton's own durations hold", () => {
  expect(broken({})).toEqual([]);
});

test('a line without bounds has none to show', () => {
  for (const release of releases) {
    expect(sessionKeyBounds(standard, release).length > 0).toBe(hasSessionKeyBounds(release));
  }
  expect(hasSessionKeyBounds('3.4')).toBe(false);
});

describe('equal is not enough', () => {
  test.each([
    [
      'validity-over-cut-off',
      { 'key-validity-duration': 400_000, 'cut-off-duration': 200_000, 'tolerance-shift-duration': 201_000 },
    ],
    ['validity-over-tolerance', { 'key-validity-duration': 180_000 }],
    ['tolerance', { 'tolerance-shift-duration': 60_000 }],
    ['validity-over-offset', { 'key-validity-duration': 180_000 }],
    ['eviction', { 'key-eviction-period': 300_000 }],
  ] as const)('%s', (id, change) => {
    expect(broken(change)).toContain(id);
    const longer = Object.fromEntries(Object.entries(change).map(([name, ms]) => [name, ms]));
    expect(broken({ ...longer, ...oneMore(id, change) })).not.toContain(id);
  });
});

/** The same durations with the one on the left a millisecond longer. */
function oneMore(id: string, change: Partial<SessionKeyDurations>): Partial<SessionKeyDurations> {
  const bound = sessionKeyBounds({ ...standard, ...change }, '3.5').find((each) => each.id === id);
  return bound === undefined ? {} : { [bound.left]: bound.rightMs + 1 };
}

test('both sides carry their sums', () => {
  expect(
    sessionKeyBounds(standard, '3.6').map(({ left, leftMs, right, rightMs }) => [left, leftMs, right, rightMs]),
  ).toEqual([
    ['key-validity-duration', 300_000, ['cut-off-duration', 'cut-off-duration'], 120_000],
    ['key-validity-duration', 300_000, ['tolerance-shift-duration', 'cut-off-duration'], 180_000],
    ['tolerance-shift-duration', 120_000, ['cut-off-duration'], 60_000],
    ['key-validity-duration', 300_000, ['cut-off-duration', 'time offset'], 180_000],
    ['key-eviction-period', 600_000, ['key-validity-duration'], 300_000],
  ]);
});
