import type { Source } from '../../canton/sources';
import type { Origin } from '../hocon-value';

/**
 * How far Canton gets: it parses the files, reads them into its own classes, checks what spans keys, and starts the
 * nodes. The first three stop the whole process before any node starts.
 */
export type Stage = 'parse' | 'reading' | 'validation' | 'start';

/** One thing Canton would refuse. */
export type Problem = {
  readonly stage: Stage;
  /** Where, as Canton's log writes it: `canton.participants.bank1.crypto.kms`. Empty for the files as a whole. */
  readonly path: string;
  /** What is wrong. Begins with the words of Canton's log where it has any, so that they can be searched for. */
  readonly message: string;
  /** Canton doesn't catch this one: the log shows a stack trace instead of a message. */
  readonly crash?: true;
  readonly file?: string;
  readonly line?: number;
  /** Where the key or the check stands in Canton's source, if it is one that is known. */
  readonly source?: Source;
};

/** The file and line of a problem, for those of its origin that are known. */
export function placed(origin: Origin | undefined): { readonly file?: string; readonly line?: number } {
  return {
    ...(origin?.file != null && { file: origin.file }),
    ...(origin?.line != null && { line: origin.line }),
  };
}

/** A path as Canton's log writes it: a name that isn't only letters, digits, `-` and `_` stands in quotes. */
export function pathOf(names: readonly string[]): string {
  return names.map((name) => (/^[\p{L}\p{Nd}_-]+$/u.test(name) ? name : JSON.stringify(name))).join('.');
}
