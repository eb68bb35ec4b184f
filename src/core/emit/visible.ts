import { unseen } from '../plan/characters';

const plain = /^[ -~]*$/;

const every = new RegExp(unseen, 'gu');

/** The text with every character that can't be seen spelled `\uXXXX`, as JSON and HOCON strings read it back. */
export function visible(text: string): string {
  return plain.test(text) ? text : text.replace(every, spelled);
}

/** Whether a text holds nothing that {@link visible} would spell out. */
export function isVisible(text: string): boolean {
  return visible(text) === text;
}

/** The text as a JSON string, which is a HOCON string too, with nothing unseen in it. */
export function quoted(text: string): string {
  return visible(JSON.stringify(text));
}

function spelled(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}
