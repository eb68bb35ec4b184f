/**
 * Characters that nobody sees, or that make a text look like another one: control characters, direction marks, joiners
 * and fillers, blanks that pass for a space, halves of characters, characters that every font shows otherwise or not at
 * all. In an answer they are a mistake or an attack; where a text is shown, they are spelled out.
 *
 * Written as ranges, not as Unicode properties: engines know different versions of Unicode, and the same plan must be
 * judged alike, and give the same bytes, everywhere.
 */
const ranges: readonly (readonly [from: number, to: number, what: string])[] = [
  [0x00, 0x1f, 'controls'],
  [0x7f, 0xa0, 'controls, no-break space'],
  [0xad, 0xad, 'soft hyphen'],
  [0x34f, 0x34f, 'grapheme joiner'],
  [0x600, 0x605, 'Arabic number signs, which embrace what follows'],
  [0x61c, 0x61c, 'direction mark'],
  [0x6dd, 0x6dd, 'end of verse'],
  [0x70f, 0x70f, 'abbreviation mark'],
  [0x890, 0x891, 'currency marks'],
  [0x8e2, 0x8e2, 'end of verse'],
  [0x115f, 0x1160, 'fillers'],
  [0x1680, 0x1680, 'blank'],
  [0x17b4, 0x17b5, 'silent vowels'],
  [0x180b, 0x180f, 'variation selectors'],
  [0x2000, 0x200f, 'blanks, joiners, direction marks'],
  [0x2028, 0x202f, 'line ends, direction marks, blank'],
  [0x205f, 0x206f, 'blank, joiners, direction marks'],
  [0x2800, 0x2800, 'empty Braille pattern'],
  [0x3000, 0x3000, 'blank'],
  [0x3164, 0x3164, 'filler'],
  [0xd800, 0xf8ff, 'halves of pairs, private use'],
  [0xfe00, 0xfe0f, 'variation selectors'],
  [0xfeff, 0xfeff, 'byte order mark'],
  [0xffa0, 0xffa0, 'filler'],
  [0xfff0, 0xffff, 'specials'],
  [0x110bd, 0x110bd, 'number sign'],
  [0x110cd, 0x110cd, 'number sign'],
  [0x13430, 0x1343f, 'format controls'],
  [0x1bca0, 0x1bca3, 'format controls'],
  [0x1d173, 0x1d17a, 'format controls'],
  [0xe0000, 0x10ffff, 'tags, variation selectors, private use'],
];

const classed = ranges.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join('');

/** One such character, as part of a pattern with the flag `u`. */
export const unseen = `[${classed}]`;

const first = new RegExp(unseen, 'u');

/** The first such character of a text, as an operator can look it up: `U+200B`. */
export function unseenCharacter(text: string): string | undefined {
  const point = first.exec(text)?.[0].codePointAt(0);
  return point === undefined ? undefined : `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
