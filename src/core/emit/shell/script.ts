import type { Reason } from '../../canton/reason';
import type { Path } from '../../plan/plan';
import type { Line, Token, TokenKind } from '../artefact';
import { because, token } from '../token';
import { visible } from '../visible';

/** The answer that a piece of a line comes from, and why it is there. */
type Origin = { readonly from?: Path; readonly reason?: Reason };

/** A piece of a line: syntax of ours, and words, which are quoted whatever they hold. */
export type Piece = string | (Origin & { readonly syntax: string }) | (Origin & { readonly word: string });

export type ScriptLine = (Origin & { readonly comment: string }) | readonly Piece[];

/** The lines of a POSIX shell script, or of a file of variables that a shell reads. */
export function printScript(lines: readonly ScriptLine[]): readonly Line[] {
  return lines.map((line) =>
    'comment' in line ? [printed('comment', `# ${visible(line.comment)}`, line)] : line.map(printPiece),
  );
}

function printPiece(piece: Piece): Token {
  if (typeof piece === 'string') return token('plain', piece);
  return 'word' in piece ? printed('text', shellWord(piece.word), piece) : printed('plain', piece.syntax, piece);
}

function printed(kind: TokenKind, text: string, { from, reason }: Origin): Token {
  return because(token(kind, text, from), reason);
}

const bare = /^[A-Za-z0-9_./:@%+-]+$/;

/**
 * One word of a shell command. Characters that can't be seen are spelled out and so lose their meaning: no path or name
 * has them, and a finding says so.
 */
export function shellWord(text: string): string {
  return bare.test(text) ? text : `'${visible(text).replaceAll("'", `'\\''`)}'`;
}
