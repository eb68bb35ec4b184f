import type { HoconResult } from '../hocon-value';

/**
 * Reads the files named, the later over the earlier ones, resolves their substitutions and hands back the whole tree.
 * A document too deep for JavaScript's stack throws a RangeError; what `lookup` throws passes through.
 *
 * @param lookup the text of a file, null where there is none
 * @param environment names and values in turn
 * @param markUnresolved hand back what the environment lacks as references instead of refusing
 * @param budget how much may be copied and walked, in items and characters; past it the error is `too-large` without a message
 */
export function read(
  names: string[],
  lookup: (path: string) => string | null,
  environment: string[],
  markUnresolved: boolean,
  budget: number,
): HoconResult;
