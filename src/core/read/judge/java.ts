/** How Java, and so Canton, makes numbers of text. */

/** Java doesn't count these as white space, other than a regular expression's `\s`. */
const noBreak = /[\u00a0\u2007\u202f\ufeff]/;

/** The text without what Java counts as white space, which four separators from the first days of ASCII belong to. */
export function withoutWhitespace(text: string): string {
  const isWhitespace = (char: string) =>
    (/\s/.test(char) && !noBreak.test(char)) || (char >= '\u001c' && char <= '\u001f');
  return [...text].filter((char) => !isWhitespace(char)).join('');
}

const longMin = -(2n ** 63n);
export const longMax = 2n ** 63n - 1n;

/** The digit of any script, as a number. Their ranges of ten never touch within the plane that Java looks at. */
function digit(char: string): number {
  const code = char.charCodeAt(0);
  for (let start = code; start > code - 10; start--) {
    if (!/\p{Nd}/u.test(String.fromCharCode(start - 1))) return code - start;
  }
  return 9;
}

/** `java.lang.Long.parseLong`: an optional sign and digits of any script, nothing else. */
export function parseLong(text: string): bigint | undefined {
  const [, sign, digits] = /^([+-]?)([\p{Nd}]+)$/u.exec(text) ?? [];
  if (digits === undefined || digits.length !== [...digits].length) return undefined;
  const value = BigInt((sign ?? '') + [...digits].map(digit).join(''));
  return longMin <= value && value <= longMax ? value : undefined;
}

/** `java.lang.Double.parseDouble`, but for hexadecimal notation. Blanks around are ignored, `1.5f` and `2d` are numbers. */
export function parseDouble(text: string): number | undefined {
  const [, sign, number] =
    /^[\0- ]*([+-]?)(NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[fFdD]?[\0- ]*$/.exec(text) ?? [];
  return number === undefined ? undefined : Number((sign ?? '') + number);
}
