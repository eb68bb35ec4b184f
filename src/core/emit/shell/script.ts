import type { Path } from '../../plan/plan';
import type { Line, Token } from '../artefact';
import { token } from '../token';
import { visible } from '../visible';

/** A line of a script: syntax of ours, and words, which are quoted whatever they hold. */
export type Piece = string | { readonly word: string; readonly from?: Path };

export type ScriptLine = { readonly comment: string } | readonly Piece[];

/** The lines of a POSIX shell script, or of a file of variables that a shell reads. */
export function printScript(lines: readonly ScriptLine[]): readonly Line[] {
  return lines.map((line) =>
    'comment' in line ? [token('comment', `# ${visible(line.comment)}`)] : line.map(printPiece),
  );
}

function printPiece(piece: Piece): Token {
  return typeof piece === 'string' ? token('plain', piece) : token('text', shellWord(piece.word), piece.from);
}

const bare = /^[A-Za-z0-9_./:@%+-]+$/;

/**
 * One word of a shell command. Characters that can't be seen are spelled out and so lose their meaning: no path or name
 * has them, and a finding says so.
 */
export function shellWord(text: string): string {
  return bare.test(text) ? text : `'${visible(text).replaceAll("'", `'\\''`)}'`;
}
