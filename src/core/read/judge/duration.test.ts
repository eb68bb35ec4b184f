import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDuration, parseDuration, tooLong } from './duration';

const nanos = (text: string) => {
  const parsed = parseDuration(text);
  return parsed.ok && 'nanos' in parsed.duration ? parsed.duration.nanos : parsed;
};
const second = 1_000_000_000n;

describe('reads a number and a unit', () => {
  test.each([
    ['500ms', second / 2n],
    ['5 m', 300n * second],
    [' 5  minutes ', 300n * second],
    ['5.minutes', 300n * second],
    ['.5s', second / 2n],
    ['1e3s', 1000n * second],
    ['-0s', 0n],
    ['2 hrs', 7200n * second],
    ['7 µs', 7000n],
    ['٥m', 300n * second],
    ['106751d', 106751n * 86400n * second],
    // One more than 64 bits hold: floating point takes it, and the result is the largest there is.
    ['9223372036854775808ns', 9223372036854775807n],
  ])('%s', (text, expected) => {
    expect(nanos(text)).toBe(expected);
  });
});

describe('refuses', () => {
  test.each([
    '',
    '300',
    '0',
    'm',
    '7us',
    '1w',
    '5M',
    '5 Minutes',
    '5m30s',
    'PT5M',
    '5_m',
    '5h0',
    'infinity',
    '5\u00a0m',
  ])('%j', (text) => {
    expect(parseDuration(text)).toMatchObject({ ok: false, crash: false });
  });
});

test('takes the words for endless', () => {
  expect(parseDuration('Inf')).toEqual({ ok: true, duration: { endless: 'ahead' } });
  expect(parseDuration('Duration.MinusInf')).toEqual({ ok: true, duration: { endless: 'back' } });
  expect(parseDuration('1e400s')).toEqual({ ok: true, duration: { endless: 'ahead' } });
});

test('crashes as Canton does where 64 bits are not enough', () => {
  for (const text of ['106752d', '106752.5d', '-106752d', '9223372036855s']) {
    expect(parseDuration(text)).toEqual({ ok: false, reason: tooLong, crash: true });
  }
});

test('whole milliseconds come back as they went in', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -9_223_372_036_854n, max: 9_223_372_036_854n }), (ms) => {
      expect(nanos(`${ms}ms`)).toBe(ms * 1_000_000n);
    }),
  );
});

test('writes durations as the messages have them', () => {
  const told = [300n * second, 150n * second, second / 2n, 3601n * second, 0n, -second, 59_999_000_000n];
  expect(told.map(formatDuration)).toEqual(['5m', '2m 30s', '0.5s', '1h 1s', '0s', '-1s', '59.999s']);
});
