import type { Reason } from '../canton/reason';
import type { Path } from '../plan/plan';
import type { Line, Token, TokenKind } from './artefact';

/** A piece of text, with the answer it comes from and, on the name of a setting, its place in Canton's key tree. */
export function token(kind: TokenKind, text: string, from?: Path, key?: string): Token {
  if (from === undefined) return key === undefined ? { kind, text } : { kind, text, key };
  return key === undefined ? { kind, text, from } : { kind, text, from, key };
}

/** The same text with what it rests on. */
export function because(text: Token, reason: Reason | undefined): Token {
  return reason === undefined ? text : { ...text, reason };
}

/** A line of one kind. */
export function line(kind: TokenKind, text: string): Line {
  return text === '' ? [] : [token(kind, text)];
}
