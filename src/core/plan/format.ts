import { unseenCharacter } from './characters';
import { Answer } from './kms';
import type { z } from './z';

/**
 * What one answer must look like, with a message that says what to write. Empty answers pass, except where a name
 * can't be left out: whether an answer is needed is a question for the rules.
 */
export type Format = z.ZodMiniType<string>;

type Problem = string | undefined;
type Check = (text: string) => Problem;

/** No character that can't be seen. Blanks around an answer would reach the file, so they are refused too. */
function seen(text: string): Problem {
  const point = unseenCharacter(text);
  if (point !== undefined) return `Remove the character ${point}: it can't be seen.`;
  return text === text.trim() ? undefined : 'Remove the blank at the beginning or the end.';
}

export function format(check: Check = () => undefined): Format {
  return Answer.check(({ value: text, issues }) => {
    const message = text === '' ? check(text) : (seen(text) ?? check(text));
    if (message !== undefined) issues.push({ code: 'custom', input: text, message });
  });
}

/** A format for answers that may be left out. */
export function optional(check: Check): Format {
  return format((text) => (text === '' ? undefined : check(text)));
}

export function matching(pattern: RegExp, message: string): Format {
  return optional((text) => (pattern.test(text) ? undefined : message));
}

export function upTo(length: number, what: string): Format {
  return optional((text) =>
    text.length > length
      ? `Shorten it: ${what} has at most ${length} characters, these are ${text.length}.`
      : undefined,
  );
}

/** The first problem of a text, in the words of its format. */
export function problemOf(shape: Format, text: string): string | undefined {
  const result = shape.safeParse(text);
  return result.success ? undefined : result.error.issues[0]?.message;
}

const largestWhole = 2_147_483_647;

/** Whole numbers from the first to the last one. */
export function whole(from: 0 | 1, example: string, to = largestWhole): Format {
  return optional((text) => {
    const plain = /^(0|[1-9]\d{0,9})$/.test(text) ? Number(text) : undefined;
    if (plain !== undefined && from <= plain && plain <= to) return undefined;
    return `Write a whole number from ${from} to ${to}, such as ${example}.`;
  });
}
