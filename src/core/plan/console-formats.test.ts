import { expect, test } from 'vitest';
import { Address, Fingerprint, Identifier, Instant, KeyName, Port, SequencerUrl } from './console-formats';
import { problemOf } from './format';

const hex = '0123456789abcdef'.repeat(4);

test.each([
  [Identifier, 'identifier', ['', 'bank-1', 'x'.repeat(185)], ['a b', 'a::b', 'bänk', 'x'.repeat(186), ' a']],
  [
    Address,
    'address',
    ['', '127.0.0.1', 'node-1.example.com', '::1', 'fe80::1:2'],
    ['http://a', 'a:5001', 'a/b', 'a b', 'u@a'],
  ],
  [Port, 'port', ['', '1', '5002', '65535'], ['0', '65536', '05', '-1', '1.5', 'x']],
  [
    SequencerUrl,
    'address of a sequencer',
    ['', 'https://a.example.com:5001', 'http://127.0.0.1', 'http://[::1]:1', 'https://a:65535'],
    [
      'a:5001',
      'ftp://a',
      'https://',
      'https://a/b',
      'https://a/',
      'https://u:p@a',
      'https://a:0',
      'https://a:65536',
      'https://a?b',
    ],
  ],
  [
    Fingerprint,
    'fingerprint',
    ['', `1220${hex}`],
    [hex, `1220${hex}0`, `1220${hex.slice(1)}`, `1220${hex.toUpperCase()}`, '12206976..', 'bank1::1220'],
  ],
  [KeyName, 'name of a key', ['', 'bank1-signing', 'x'.repeat(300)], ['x'.repeat(301), 'a\tb', ' a']],
  [
    Instant,
    'instant',
    ['', '2026-11-01T00:00:00Z', '2028-02-29T23:59:59.123456789Z'],
    [
      '2026-11-01',
      '2026-11-01T00:00:00',
      '2026-11-01T00:00:00+01:00',
      '2026-02-30T00:00:00Z',
      '2026-11-01T25:00:00Z',
      'x',
    ],
  ],
])('$1 %#', (shape, _what, good, bad) => {
  for (const text of good) expect(problemOf(shape, text), text).toBeUndefined();
  for (const text of bad) expect(problemOf(shape, text), text).toMatch(/^[A-Z].*\.$/);
});

test('a fingerprint cut short is told from one that is none', () => {
  expect(problemOf(Fingerprint, '12206976')).toContain('in full');
  expect(problemOf(Fingerprint, 'ff')).not.toContain('in full');
});
