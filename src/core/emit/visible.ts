/**
 * Characters that a person can't see, or that change how the rest of a line is shown. Spelled as ranges, not as Unicode
 * properties: engines know different versions of Unicode, and the same plan must give the same bytes everywhere.
 */
const unseen: readonly (readonly [from: number, to: number, what: string])[] = [
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

const plain = /^[ -~]*$/;

/** The text with every such character spelled `\uXXXX`, as JSON and HOCON strings read it back. */
export function visible(text: string): string {
  if (plain.test(text)) return text;
  return Array.from(text, (character) => (isUnseen(character) ? spelled(character) : character)).join('');
}

/** Whether a text holds nothing that {@link visible} would spell out. */
export function isVisible(text: string): boolean {
  return visible(text) === text;
}

/** The text as a JSON string, which is a HOCON string too, with nothing unseen in it. */
export function quoted(text: string): string {
  return visible(JSON.stringify(text));
}

function isUnseen(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return unseen.some(([from, to]) => from <= point && point <= to);
}

function spelled(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}
