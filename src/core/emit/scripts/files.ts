import { concat, type Expression, ref } from '../scala/expression';

/** What scripts do with files: all in the folder that the console was started in, or below it. */

/** A file in the folder that the console was started in. */
export function inFolder(name: Expression | string): Expression {
  return ref('Paths').dot('get', name);
}

export function exists(file: Expression): Expression {
  return ref('Files').dot('exists', file);
}

/** Writes a file that nobody sees before it is whole; one that is there is never overwritten. */
export function written(name: Expression, bytes: Expression): Expression {
  return ref('Files').dot('move', ref('Files').dot('write', inFolder(concat(name, '.part')), bytes), inFolder(name));
}

/** The same for a text. */
export function writtenText(file: Expression, content: Expression): Expression {
  const partial = inFolder(concat(file.dot('toString'), '.part'));
  return ref('Files').dot('move', ref('Files').dot('writeString', partial, content), file);
}
