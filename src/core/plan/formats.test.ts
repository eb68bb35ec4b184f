import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as consoleFormats from './console-formats';
import { type Format, problemOf } from './format';
import * as formats from './formats';

const { longestDuration, ...shapes } = formats;
const all = Object.entries({ ...shapes, ...consoleFormats });

describe.each(all)('%s', (name, shape) => {
  test('refuses what nobody can see, by its code point', () => {
    for (const character of [
      '\u0000',
      '\u0007',
      '\n',
      '\u007f',
      '\u200b',
      '\u202e',
      '\u2066',
      '\ufeff',
      '\u00ad',
      '\ud800',
    ]) {
      expect(problemOf(shape, `a${character}b`)).toMatch(/^Remove the character U\+[0-9A-F]{4}: it can't be seen\.$/);
    }
  });

  test('says what to write in one line, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const problem = problemOf(shape, text);
        if (problem === undefined) return;
        expect(problem).toMatch(/^[A-Z][^\n]+[^\s]$/);
      }),
      { numRuns: 200 },
    );
  });

  test('leaves an empty answer to the rules, except a name', () => {
    expect(problemOf(shape, '') === undefined).toBe(name !== 'NodeName');
  });
});

test.each(all.filter(([name]) => name !== 'DriverText'))('%s refuses blanks around', (_name, shape) => {
  expect(problemOf(shape, ' a')).toBe('Remove the blank at the beginning or the end.');
  expect(problemOf(shape, 'a ')).toBe('Remove the blank at the beginning or the end.');
});

const taken: readonly (readonly [name: string, shape: Format, good: readonly string[], bad: readonly string[]])[] = [
  [
    'a name of a node',
    formats.NodeName,
    ['a', '1', '-', '_', 'bank-1', 'x'.repeat(30)],
    ['a.b', 'ä', 'a b', 'x'.repeat(31)],
  ],
  ['a region', formats.Region, ['eu-central-1', 'us-gov-west-1'], ['eu central 1']],
  ['an account', formats.AccountNumber, ['012345678901'], ['12345678901', '1234-5678-9012', '1234567890123']],
  ['a location', formats.LocationId, ['europe-west6', 'global'], ['Europe', 'a/b']],
  ['a project', formats.ProjectId, ['acme-prod', 'acme.com:prod', '123456789'], ['projects/acme', 'Acme']],
  ['a key ring', formats.KeyRingId, ['canton', 'A_b-1'], ['a/b', 'a b', 'x'.repeat(64)]],
  [
    'a key id',
    formats.KeyId,
    ['anything at all', 'x'.repeat(300), '😀'.repeat(150)],
    ['x'.repeat(301), '😀'.repeat(151)],
  ],
  ['a delay', formats.Delay, ['0s', '500ms', '5 m', '1h', '106751d'], ['300', '5m30s', 'Inf', '1.5s', '5M', '106752d']],
  ['a period', formats.HealthCheckPeriod, ['1ms'], ['0ms', '-1s']],
  ['whole seconds', formats.SessionKeyWholeSeconds, ['2s', '2000ms'], ['1500ms']],
  ['a count', formats.MaxRetries, ['0', '2147483647'], ['-1', '1.5', '007', '2147483648', 'forever', '1e3']],
  ['a parallelism', formats.Parallelism, ['1', '10'], ['0', '-1']],
  ['a variable', formats.VariableName, ['HSM_PIN', '_a1'], ['1A', 'MY PIN', 'A-B', '${A}']],
  [
    'a number',
    formats.DriverNumber,
    ['0', '-0.5', '1e3', '12', '9223372036854775807', '-9223372036854775808', '1e30'],
    ['0012', '.5', '1.', '0x10', 'one', '1e999', '9223372036854775808', '-9223372036854775809'],
  ],
  ['a tag', formats.TagName, ['team', 'a b', 'x'.repeat(128)], ['aws:x', 'AWS:x', 'x'.repeat(129)]],
];

describe.each(taken)('%s', (_name, shape, good, bad) => {
  test.each(good.map((text) => [text]))('can be %j', (text) => {
    expect(problemOf(shape, text)).toBeUndefined();
  });
  test.each(bad.map((text) => [text]))('can not be %j', (text) => {
    expect(problemOf(shape, text)).toBeDefined();
  });
});

test('the longest duration is the last that fits into 64 bits of nanoseconds', () => {
  expect(BigInt(longestDuration) * 1_000_000n).toBeLessThan(2n ** 63n);
  expect(BigInt(longestDuration + 1) * 1_000_000n).toBeGreaterThanOrEqual(2n ** 63n);
});
