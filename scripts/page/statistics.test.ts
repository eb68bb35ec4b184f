import { expect, test } from 'vitest';
import { inMilliseconds, quantile } from './statistics.ts';

test('a quantile is one of the samples, by the nearest rank', () => {
  expect(quantile([30, 10, 20], 0.5)).toBe(20);
  expect(quantile([4, 1, 3, 2], 0.95)).toBe(4);
  expect(quantile([7], 0)).toBe(7);
  expect(() => quantile([], 0.5)).toThrow('nothing to take');
});

test('samples are told with how many they are', () => {
  expect(inMilliseconds([1, 2, 90])).toBe('median 2 ms, 95th percentile 90 ms, worst 90 ms (3 samples)');
});
