import { expect, test } from 'vitest';
import { unseenCharacter } from './characters';

/** What Unicode itself calls unseen, in the version that this engine knows. */
const byProperty = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/u;

test('every character that Unicode calls unseen is one', () => {
  const missed: string[] = [];
  for (let point = 0; point <= 0x10ffff; point += 1) {
    const character = String.fromCodePoint(point);
    if (byProperty.test(character) && unseenCharacter(character) === undefined) missed.push(point.toString(16));
  }
  expect(missed).toEqual([]);
});

test('letters, signs and pictures of all writings may stand in an answer', () => {
  expect(unseenCharacter('alias/bank1 ü é 漢字 한국 עברית العربية हिन्दी 😀 ~€"\\')).toBeUndefined();
});

test.each([
  ['a blank of no width', 'a\u200bb\u202e', 'U+200B'],
  ['a tag', 'a\u{e0041}', 'U+E0041'],
  ['half a character', 'a\ud83db', 'U+D83D'],
  // Not by any property of Unicode: these look like a blank, like whatever a font makes of them, or like an error.
  ['an empty Braille pattern', 'a\u2800b', 'U+2800'],
  ['a character of private use', 'a\ue000b', 'U+E000'],
  ['what stands for an unreadable character', 'a\ufffdb', 'U+FFFD'],
])('%s is named', (_, text, name) => {
  expect(unseenCharacter(text)).toBe(name);
});
