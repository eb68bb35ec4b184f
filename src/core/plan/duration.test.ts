import { describe, expect, it } from 'vitest';
import { parseDuration } from './duration';

describe('durations as typed', () => {
  it.each([
    ['500ms', 500],
    ['30s', 30_000],
    ['5 m', 300_000],
    [' 1h ', 3_600_000],
    ['1d', 86_400_000],
    ['0s', 0],
  ])('%j is %d milliseconds', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each(['', '5', '5M', '1.5s', '-1s', '5m30s', 'PT5M', '1w', 'constructor', '5toString'])('%j is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});
