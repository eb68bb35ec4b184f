import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longMax, parseDouble, parseLong, withoutWhitespace } from './java';

test('whole numbers take a sign, leading zeros and the digits of any script, and nothing else', () => {
  expect(['5', '+5', '-05', '٤٢', '９'].map(parseLong)).toEqual([5n, 5n, -5n, 42n, 9n]);
  for (const text of ['', '+', ' 5', '5.', '1_000', '0x5', '𝟓']) expect(parseLong(text)).toBeUndefined();
});

test('whole numbers end where 64 bits end', () => {
  expect(parseLong(String(longMax))).toBe(longMax);
  expect(parseLong(String(longMax + 1n))).toBeUndefined();
  fc.assert(fc.property(fc.bigInt({ min: -longMax, max: longMax }), (value) => parseLong(String(value)) === value));
});

test('floating point takes what Java takes', () => {
  expect(['1.5', ' 5 ', '.5', '5.', '1e3', '2d', '1.5f', 'Infinity', '-0'].map(parseDouble)).toEqual([
    1.5,
    5,
    0.5,
    5,
    1000,
    2,
    1.5,
    Infinity,
    -0,
  ]);
  for (const text of ['', '.', 'e3', '1e', 'infinity', '1,5', '5\u00a0']) expect(parseDouble(text)).toBeUndefined();
});

test('a no-break space is no white space', () => {
  expect(withoutWhitespace('a \t\u2003b\u001cc\u00a0d')).toBe('abc\u00a0d');
});
