import type { Reason } from '../../canton/reason';
import type { Source } from '../../canton/sources';
import type { Path } from '../../plan/plan';
import type { Line, Token } from '../artefact';
import { because, token } from '../token';
import { visible } from '../visible';

/** Text of ours, and what it rests on. */
export type Said = { readonly said: string; readonly reason: Reason };

/** Text of ours, what a person typed or a machine reads (always as code), and links. */
export type Inline =
  | string
  | Said
  | { readonly code: string; readonly from?: Path }
  | { readonly link: string; readonly label: string };

export type Text = string | readonly Inline[];

/** A line of code; several in a block may rest on different things. */
export type CodeLine = string | Said;

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: Text }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Text[] }
  | { readonly kind: 'code'; readonly language: string; readonly lines: readonly CodeLine[] }
  | { readonly kind: 'table'; readonly head: readonly Text[]; readonly rows: readonly (readonly Text[])[] };

export const heading = (level: 1 | 2 | 3, text: Text): Block => ({ kind: 'heading', level, text });
export const paragraph = (...text: readonly Inline[]): Block => ({ kind: 'paragraph', text });
export const list = (items: readonly Text[]): Block => ({ kind: 'list', ordered: false, items });
export const steps = (items: readonly Text[]): Block => ({ kind: 'list', ordered: true, items });
export const codeBlock = (language: string, lines: readonly CodeLine[]): Block => ({ kind: 'code', language, lines });

/** A statement, and where it is written. */
export const said = (text: string, source: Source): Said => ({ said: text, reason: { source } });

/** The blocks of a document, a blank line between them. */
export function printMarkdown(blocks: readonly Block[]): readonly Line[] {
  return blocks.flatMap((block, at) => (at === 0 ? printBlock(block) : [[], ...printBlock(block)]));
}

function printBlock(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'heading':
      return [[token('key', `${'#'.repeat(block.level)} `), ...printText(block.text)]];
    case 'paragraph':
      return [printText(block.text)];
    case 'list':
      return block.items.map((item, at) => [
        token('punctuation', block.ordered ? `${at + 1}. ` : '- '),
        ...printText(item),
      ]);
    case 'code':
      return printCode(block.language, block.lines);
    case 'table':
      return [
        printRow(block.head),
        [token('punctuation', `|${' --- |'.repeat(block.head.length)}`)],
        ...block.rows.map(printRow),
      ];
  }
}

function printCode(language: string, lines: readonly CodeLine[]): readonly Line[] {
  const shown = lines.map((line) =>
    typeof line === 'string' ? token('text', visible(line)) : because(token('text', visible(line.said)), line.reason),
  );
  const fence = '`'.repeat(Math.max(3, longestTicks(shown.map(({ text }) => text).join('\n')) + 1));
  return [
    [token('punctuation', `${fence}${language}`)],
    ...shown.map((line) => (line.text === '' ? [] : [line])),
    [token('punctuation', fence)],
  ];
}

function printRow(cells: readonly Text[]): Line {
  return [
    token('punctuation', '|'),
    ...cells.flatMap((cell) => [
      token('plain', ' '),
      // In a table a bar ends the cell, even within code.
      ...printText(cell).map((part) => ({ ...part, text: part.text.replace(/(?<!\\)\|/g, '\\|') })),
      token('punctuation', ' |'),
    ]),
  ];
}

function printText(text: Text): readonly Token[] {
  return typeof text === 'string' ? [token('plain', escaped(text))] : text.map(printInline);
}

function printInline(inline: Inline): Token {
  if (typeof inline === 'string') return token('plain', escaped(inline));
  if ('said' in inline) return because(token('plain', escaped(inline.said)), inline.reason);
  if ('code' in inline) return token('text', codeSpan(inline.code), inline.from);
  return token(
    'reference',
    `[${escaped(inline.label)}](<${visible(inline.link).replace(/[<>`\\]/g, encodeURIComponent)}>)`,
  );
}

/** Every character with a meaning in Markdown loses it. */
function escaped(text: string): string {
  return visible(text).replace(/[\\`*_[\]<>|~&]/g, '\\$&');
}

/** Inside a code span nothing has a meaning, as long as its fence is longer than any in the text. */
function codeSpan(text: string): string {
  const shown = text === '' ? ' ' : visible(text);
  const fence = '`'.repeat(longestTicks(shown) + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

function longestTicks(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
}
