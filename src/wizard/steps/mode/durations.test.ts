import { describe, expect, it } from 'vitest';
import type { SessionKeysOn } from '../../../core/plan/session-durations';
import { barsOf, readable, ticks } from './durations';

const untouched: SessionKeysOn = {
  type: 'on',
  keyValidityDuration: '',
  toleranceShiftDuration: '',
  cutOffDuration: '',
  keyEvictionPeriod: '',
  signingAlgorithm: null,
  signingKey: null,
  disableBoundChecks: false,
};

describe('the bars of the time axis', () => {
  it('show what the durations come to, and what they are held against', () => {
    expect(barsOf(untouched, '3.5')).toEqual([
      { label: 'in memory', ms: 600_000 },
      { label: 'valid', ms: 300_000, cutOff: 60_000 },
      { label: 'tolerance', ms: 120_000 },
      { label: 'time offset', ms: 120_000 },
    ]);
    expect(barsOf(untouched, '3.4').map(({ label }) => label)).toEqual(['in memory', 'valid']);
  });

  it('leave out what cannot be read, and cut off no more than there is', () => {
    const answers = { ...untouched, keyEvictionPeriod: '?', keyValidityDuration: '30s' };
    expect(barsOf(answers, '3.5').slice(0, 1)).toEqual([{ label: 'valid', ms: 30_000, cutOff: 30_000 }]);
  });
});

it.each([
  [0, '0s'],
  [500, '500ms'],
  [30_000, '30s'],
  [90_000, '1m 30s'],
  [300_000, '5m'],
  [86_400_000, '1d'],
  [90_061_000, '1d 1h'],
])('%d milliseconds read %s', (ms, text) => {
  expect(readable(ms)).toBe(text);
});

it.each([
  [600_000, [0, 120_000, 240_000, 360_000, 480_000, 600_000]],
  [90_000, [0, 30_000, 60_000, 90_000]],
  [1, [0, 1]],
])('an axis of %d milliseconds has its marks at %j', (longest, expected) => {
  expect(ticks(longest)).toEqual(expected);
});

it('never puts more than seven marks on an axis', () => {
  for (let longest = 1; longest < 1e15; longest *= 3) expect(ticks(longest).length).toBeLessThanOrEqual(7);
});
