import type { CustodyType, NodeSketch } from './edit';
import { type NodeKind, nodeKinds, type Storage } from './node';
import { cellsOf, separatorOf } from './paste-cells';

/** A line of a pasted list that could not be taken as it stands. */
export type PasteProblem = {
  /** Number of the line, from 1. */
  readonly line: number;
  /** The line as it was pasted. */
  readonly text: string;
  readonly message: string;
};

export type PastedNode = NodeSketch & { readonly line: number };

export type NodeList = {
  readonly nodes: readonly PastedNode[];
  readonly problems: readonly PasteProblem[];
  /** What to leave in the box when the nodes are added: the lines with a problem, under the heading if there is one. */
  readonly rest: string;
};

type Column = 'kind' | 'name' | 'custody' | 'storage' | 'replicas';

/** What people call the columns; compared without case, blanks, hyphens and underscores. */
const headings = new Map<string, Column>([
  ['kind', 'kind'],
  ['type', 'kind'],
  ['nodekind', 'kind'],
  ['nodetype', 'kind'],
  ['name', 'name'],
  ['node', 'name'],
  ['nodename', 'name'],
  ['custody', 'custody'],
  ['mode', 'custody'],
  ['storage', 'storage'],
  ['database', 'storage'],
  ['replicas', 'replicas'],
]);

const custodyWords = new Map<string, CustodyType>([
  ['external', 'external'],
  ['externalkeys', 'external'],
  ['envelope', 'envelope'],
  ['envelopeencryption', 'envelope'],
  ['none', 'none'],
  ['nokms', 'none'],
]);
const storageWords = new Map<string, Storage>([
  ['postgres', 'postgres'],
  ['postgresql', 'postgres'],
  ['h2', 'h2'],
  ['memory', 'memory'],
]);
const flagWords = new Map<string, boolean>([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

/**
 * Reads a list of nodes as people have it at hand: a line each, `kind name`, or the rows of a table (commas, semicolons
 * or tabs between the cells, quotes around them or not), with a heading or without. A line with a name alone is of the
 * `kind` given. Nothing is dropped without a word: what can't be taken is a problem with the number of its line.
 * @param taken names the plan has already
 */
export function readNodeList(text: string, kind: NodeKind, taken: Iterable<string> = []): NodeList {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const separator = separatorOf(lines);
  const nodes: PastedNode[] = [];
  const problems: PasteProblem[] = [];
  const places = new Map<string, number | 'plan'>([...taken].map((name) => [name, 'plan']));
  const head: string[] = [];
  const rest: string[] = [];
  let columns: readonly (Column | undefined)[] | undefined;

  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const cells = cellsOf(line, separator);
    if (columns === undefined) {
      const heading = headingOf(cells);
      columns = heading ?? [];
      if (heading !== undefined) {
        head.push(line);
        const unknown = cells.filter((cell, place) => cell !== '' && heading[place] === undefined);
        if (unknown.length > 0) {
          problems.push({
            line: index + 1,
            text: line,
            message: `Not read, since it is no answer here: ${unknown.join(', ')}.`,
          });
        }
        return;
      }
    }
    const read = columns.length > 0 ? readRow(cells, columns, kind) : readPair(cells, kind);
    const place = typeof read === 'string' ? undefined : places.get(read.name);
    const message = typeof read === 'string' ? read : alreadyThere(read.name, place);
    if (typeof read === 'string' || message !== undefined) {
      problems.push({ line: index + 1, text: line, message: message ?? '' });
      rest.push(line);
      return;
    }
    places.set(read.name, index + 1);
    nodes.push({ ...read, line: index + 1 });
  });
  return { nodes, problems, rest: rest.length === 0 ? '' : [...head, ...rest].join('\n') };
}

function alreadyThere(name: string, place: number | 'plan' | undefined): string | undefined {
  if (place === undefined) return undefined;
  return place === 'plan' ? `The plan has a node ${name} already.` : `${name} stands in line ${place} already.`;
}

/** The columns a heading names, or nothing when the line is a node. */
function headingOf(cells: readonly string[]): (Column | undefined)[] | undefined {
  const columns = cells.map((cell) => headings.get(plain(cell)));
  const isHeading = cells.length > 1 ? columns.includes('name') : plain(cells[0] ?? '') === 'name';
  return isHeading && cells.every((cell) => kindOf(cell) === undefined) ? columns : undefined;
}

/** A line without a heading above it: a kind and a name in either order, or a name alone. */
function readPair(cells: readonly string[], fallback: NodeKind): NodeSketch | string {
  const [first = '', second = '', ...more] = cells.filter((cell, place) => cell !== '' || place < 2);
  if (more.length > 0)
    return 'More than a kind and a name. For further columns, begin with a line that names them: kind, name, custody, storage, replicas.';
  if (second === '') {
    return kindOf(first) === undefined ? { kind: fallback, name: first } : `A name is missing after “${first}”.`;
  }
  if (first === '') return { kind: fallback, name: second };
  const kind = kindOf(first);
  if (kind !== undefined) return { kind, name: second };
  const reversed = kindOf(second);
  return reversed === undefined ? noKind(first) : { kind: reversed, name: first };
}

function readRow(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
  fallback: NodeKind,
): NodeSketch | string {
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? '';
  if (cells.slice(columns.length).some((more) => more !== '')) return 'More cells than the heading has columns.';
  const name = cell('name');
  if (name === '') return 'The name is missing.';
  const kind = cell('kind') === '' ? fallback : kindOf(cell('kind'));
  if (kind === undefined) return noKind(cell('kind'));
  const custody = wordIn(custodyWords, cell('custody'));
  if (custody === 'unknown') return `“${cell('custody')}” is not where keys live. Write external, envelope or none.`;
  const storage = wordIn(storageWords, cell('storage'));
  if (storage === 'unknown') return `“${cell('storage')}” is no storage. Write postgres, h2 or memory.`;
  const replicas = wordIn(flagWords, cell('replicas'));
  if (replicas === 'unknown') return `“${cell('replicas')}” says neither yes nor no to replicas.`;
  return {
    kind,
    name,
    ...(custody && { custody }),
    ...(storage && { storage }),
    ...(replicas !== undefined && { replicas }),
  };
}

function wordIn<T>(words: ReadonlyMap<string, T>, cell: string): T | 'unknown' | undefined {
  return cell === '' ? undefined : (words.get(plain(cell)) ?? 'unknown');
}

function noKind(word: string): string {
  return `“${word}” is no kind of node. Write participant, sequencer or mediator.`;
}

function kindOf(word: string): NodeKind | undefined {
  const singular = plain(word).replace(/s$/, '');
  return nodeKinds.find((kind) => kind === singular);
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}
