import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isVisible, quoted, visible } from './visible';

const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

test('what can be seen stays as it is', () => {
  expect(visible('alias/bank1 ü é 漢字 😀 "\\')).toBe('alias/bank1 ü é 漢字 😀 "\\');
});

test.each([
  ['a line end', 'a\nb', 'a\\u000ab'],
  ['a direction mark', 'a\u202eb', 'a\\u202eb'],
  ['a blank of no width', 'a\u200bb', 'a\\u200bb'],
  ['a no-break space', 'a\u00a0b', 'a\\u00a0b'],
  ['half a character', 'a\ud83db', 'a\\ud83db'],
  ['a tag', 'a\u{e0041}b', 'a\\udb40\\udc41b'],
])('%s is spelled out', (_, text, spelled) => {
  expect(visible(text)).toBe(spelled);
});

test('a quoted text reads back as it was, and everything in it can be seen', () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(JSON.parse(quoted(text))).toBe(text);
      expect(isVisible(quoted(text))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
