/**
 * Characters that nobody sees, or that make a text look like another one: control characters, direction marks, joiners
 * and fillers, separators that pass for a blank, halves of characters. In an answer they are a mistake or an attack.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/u;

/** The first such character of a text, as an operator can look it up: `U+200B`. */
export function unseenCharacter(text: string): string | undefined {
  const point = unseen.exec(text)?.[0].codePointAt(0);
  return point === undefined ? undefined : `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
