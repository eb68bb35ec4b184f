import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf } from '../artefact';
import { visible } from '../visible';
import { printScript, shellWord } from './script';

/** What a real shell makes of the words of a command, one at a time. */
function wordsOf(script: string): string[] {
  return execFileSync('sh', ['-eu'], { input: script, encoding: 'utf8' }).split('\n').slice(0, -1);
}

const hostile = fc.string({
  unit: fc.constantFrom(
    "'",
    '"',
    '\\',
    '$',
    '`',
    ' ',
    '!',
    ';',
    '&',
    '|',
    '#',
    '*',
    '~',
    '-',
    'a',
    'é',
    '\n',
    '\u202e',
  ),
});

test('a word reaches the command as it was typed, one word, never run', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(hostile, fc.string({ unit: 'grapheme' })), { maxLength: 40 }), (words) => {
      const script = `printf '%s\\n' begin ${words.map(shellWord).join(' ')}\n`;
      expect(wordsOf(script)).toEqual(['begin', ...words.map(visible)]);
    }),
    { numRuns: 200 },
  );
});

test('nothing gets out of a comment', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(hostile, fc.string({ unit: 'binary' })), { maxLength: 40 }), (texts) => {
      const script = textOf({ lines: printScript([...texts.map((comment) => ({ comment })), ['echo end']]) });
      expect(wordsOf(script)).toEqual(['end']);
    }),
    { numRuns: 200 },
  );
});

test('plain paths stay plain', () => {
  expect(['log/kms.log', '/opt/canton/a-b.jar', '', 'my log', "it's"].map(shellWord)).toEqual([
    'log/kms.log',
    '/opt/canton/a-b.jar',
    "''",
    "'my log'",
    "'it'\\''s'",
  ]);
});
