import type { HoconError, HoconResult } from './hocon-value';
import { limits } from './limits';

export type HoconInput = {
  /** The files given to Canton with `-c`, in that order: a later one wins. As on a disk, includes beside `a.conf` are found only from `./a.conf`. */
  readonly names: readonly string[];
  /** The files there are, by path; or a function that gives the text at a path, for callers that have a disk. */
  readonly files: ReadonlyMap<string, string> | ((path: string) => string | undefined);
  /** Environment variables that `${NAME}` and `${?NAME}` may find. None unless given. */
  readonly env?: Readonly<Record<string, string>>;
  /** What to do with `${NAME}` when nothing is known by that name: `fail` as Canton does (the default), or `mark` it as a reference. */
  readonly unresolved?: 'fail' | 'mark';
};

/**
 * Reads HOCON as Canton does: with Lightbend's own library, loaded on first use. Rejects only if that module can't be loaded; whatever
 * the files hold ends in a result. System properties and the class path are not looked at.
 */
export async function readHocon(input: HoconInput): Promise<HoconResult> {
  const { read } = await import('./lightbend/hocon.js');
  const lookup = limitedLookup(input.files);
  try {
    const result = read(
      [...input.names],
      lookup,
      Object.entries(input.env ?? {}).flat(),
      input.unresolved === 'mark',
      limits.budget,
    );
    return !result.ok && result.error.kind === 'too-large' ? refused('too-large', TOO_MUCH_WORK) : result;
  } catch (error) {
    return thrown(error);
  }
}

const TOO_MUCH_WORK =
  'These files grow beyond what this page can hold once their ${...} references are put in. Canton may still read them.';
const TOO_LONG = `The files are longer than ${limits.characters.toLocaleString('en')} characters together. Canton may still read them; this page doesn't.`;
const TOO_DEEP = 'Objects or lists lie in one another too deeply for this page. Canton may still read them.';

class TooLong extends Error {}

function limitedLookup(files: HoconInput['files']): (path: string) => string | null {
  const find = typeof files === 'function' ? files : inMap(files);
  let characters = 0;
  return (path) => {
    const text = find(path);
    if (text === undefined) return null;
    characters += text.length;
    if (characters > limits.characters) throw new TooLong();
    // A file on a disk is bytes in UTF-8, which know no half of a surrogate pair.
    return text.replace(/\p{Surrogate}/gu, '\uFFFD');
  };
}

function inMap(files: ReadonlyMap<string, string>): (path: string) => string | undefined {
  const byPath = new Map([...files].map(([path, text]) => [plainPath(path), text]));
  return (path) => byPath.get(plainPath(path));
}

/** `./a/../b` and `b` name one file. */
function plainPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return (path.startsWith('/') ? '/' : '') + parts.join('/');
}

function thrown(error: unknown): HoconResult {
  if (error instanceof TooLong) return refused('too-large', TOO_LONG);
  if (error instanceof RangeError || (error instanceof Error && error.name === 'InternalError')) {
    return refused('too-deep', TOO_DEEP);
  }
  return refused('crash', error instanceof Error ? error.message : String(error));
}

function refused(kind: HoconError['kind'], message: string): HoconResult {
  return { ok: false, error: { kind, message, file: null, line: null } };
}
