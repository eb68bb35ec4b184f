import type { Reason } from '../canton/reason';
import type { Path } from '../plan/plan';

/** How the preview colours a piece of text. */
export type TokenKind = 'comment' | 'key' | 'text' | 'word' | 'number' | 'reference' | 'punctuation' | 'plain';

export type Token = {
  readonly kind: TokenKind;
  readonly text: string;
  /** The answer this text comes from. */
  readonly from?: Path;
  /** On the name of a setting: its path in Canton's key tree, where the reason for the line stands. */
  readonly key?: string;
  /** Elsewhere: why the text is there, or what it rests on. */
  readonly reason?: Reason;
};

export type Line = readonly Token[];

export type MediaType =
  | 'application/hocon'
  | 'application/json'
  | 'text/markdown'
  | 'text/x-scala'
  | 'text/x-shellscript'
  | 'text/plain';

/** What a file is, before anyone has asked for its text. */
export type Outline = {
  /** Stable while answers change: `node-0`, `shared`, `readme`. */
  readonly id: string;
  /** Name in the bundle; safe on every file system. */
  readonly path: string;
  readonly mediaType: MediaType;
  /** One sentence for the operator: what to do with it. */
  readonly purpose: string;
  /** Indices of the nodes it configures; an error in their answers stops its download. */
  readonly nodes: readonly number[];
  /** Whether an error in any of its nodes stops it, or, for a file that serves several, only errors in all of them. */
  readonly stoppedBy: 'any' | 'all';
};

/** Whether a file must not leave the wizard when errors touch these nodes. */
export function isStopped(outline: Outline, touched: ReadonlySet<number>): boolean {
  if (outline.stoppedBy === 'any') return outline.nodes.some((node) => touched.has(node));
  return outline.nodes.length > 0 && outline.nodes.every((node) => touched.has(node));
}

/** A file of the bundle. */
export type Artefact = Outline & { readonly lines: readonly Line[] };

/** The file's exact text: lines end in a newline, the last one too. */
export function textOf(artefact: { readonly lines: readonly Line[] }): string {
  // Thousands of files are written at once: no array a line.
  let text = '';
  for (const line of artefact.lines) {
    for (const token of line) text += token.text;
    text += '\n';
  }
  return text;
}
