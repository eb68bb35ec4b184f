import { unseen } from '../plan/characters';
import type { Notice } from './decoded';

/** A notice about the answer at a path: its place in words, then what happened. */
export function noticeAt(path: readonly PropertyKey[], what: string): Notice {
  const message = `${placeOf(path)}: ${what}`;
  return path.length === 0 ? { message } : { path: path.join('.'), message };
}

/**
 * Where something stands, in words: `nodes.2.sessionSigningKeys.type` is "Node 3, session signing keys, type". Rows are
 * counted from one, as a person counts them.
 */
function placeOf(path: readonly PropertyKey[]): string {
  const words: string[] = [];
  path.forEach((segment, index) => {
    const list = path[index - 1];
    if (typeof segment !== 'number') {
      if (typeof path[index + 1] !== 'number') words.push(spelled(String(segment)));
    } else if (list === 'nodes') {
      words.push(`node ${segment + 1}`);
    } else if (list === 'kms') {
      words.push(`KMS ${segment + 1}`);
    } else {
      words.push(`${spelled(String(list))} ${segment + 1}`);
    }
  });
  const place = words.join(', ');
  return place === '' ? 'Plan' : `${place.charAt(0).toUpperCase()}${place.slice(1)}`;
}

/** `keyValidityDuration` as "key validity duration", `kms` as "KMS". */
function spelled(key: string): string {
  const words = key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.replaceAll(/\bkms\b/g, 'KMS');
}

const longest = 60;
/** Here also what the engine knows no character for, since a font shows it as it likes. */
const hidden = new RegExp(`${unseen}|\\p{Cn}`, 'gu');

/**
 * A stranger's value in a sentence: short, and without characters that are invisible or turn the direction of the text
 * around it.
 */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of values';
  const text = typeof value === 'string' && value.length > longest ? `${value.slice(0, longest)}…` : value;
  return String(JSON.stringify(text)).replaceAll(
    hidden,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
