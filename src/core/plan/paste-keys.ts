import { type KeyPurpose, keyPurposes, purposesOf } from '../canton/key-purposes';
import type { KeyIds } from './edit-keys';
import type { Node } from './node';
import { cellsOf, separatorOf } from './paste-cells';
import type { PasteProblem } from './paste-nodes';

/** A line of a pasted table: the keys of a node, by its place in the plan. */
export type PastedKeys = { readonly line: number; readonly index: number; readonly ids: KeyIds };

export type KeyTable = {
  readonly rows: readonly PastedKeys[];
  readonly problems: readonly PasteProblem[];
  /** What to leave in the box when the keys are taken: the lines with a problem, under the heading if there is one. */
  readonly rest: string;
};

type Column = 'node' | KeyPurpose;
type Columns = readonly (Column | undefined)[];

/** What people call the columns; compared without case, blanks, hyphens and underscores. */
const headings = new Map<string, Column>([
  ['node', 'node'],
  ['name', 'node'],
  ['nodename', 'node'],
  ['namespace', 'namespace'],
  ['namespacekey', 'namespace'],
  ['sequencerauth', 'sequencer-auth'],
  ['sequencerauthkey', 'sequencer-auth'],
  ['sequencerauthentication', 'sequencer-auth'],
  ['sequencerauthenticationkey', 'sequencer-auth'],
  ['auth', 'sequencer-auth'],
  ['authentication', 'sequencer-auth'],
  ['signing', 'signing'],
  ['signingkey', 'signing'],
  ['protocol', 'signing'],
  ['protocolsigning', 'signing'],
  ['protocolsigningkey', 'signing'],
  ['encryption', 'encryption'],
  ['encryptionkey', 'encryption'],
]);

const usual: Columns = ['node', ...keyPurposes];

/**
 * Reads keys as people have them in a spreadsheet: a line a node, its name and then the ids of its keys, with tabs,
 * commas or semicolons between them; in the order of {@link keyPurposes}, or as a heading says. An empty cell leaves
 * that key as it is. Nothing is dropped without a word: what can't be taken is a problem with the number of its line.
 * @param nodes the nodes of the plan; only those whose keys live in the KMS can be given keys
 */
export function readKeyTable(text: string, nodes: readonly Node[]): KeyTable {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const separator = separatorOf(lines);
  const places = placesOf(nodes);
  const rows: PastedKeys[] = [];
  const problems: PasteProblem[] = [];
  const seen = new Map<number, number>();
  const head: string[] = [];
  const rest: string[] = [];
  let columns: Columns | undefined;

  lines.forEach((line, at) => {
    if (line.trim() === '') return;
    const cells = cellsOf(line, separator);
    const place = { line: at + 1, text: line };
    if (columns === undefined) {
      const heading = headingOf(cells);
      columns = heading ?? usual;
      if (heading !== undefined) {
        head.push(line);
        const message = notRead(cells, heading);
        if (message !== undefined) problems.push({ ...place, message });
        return;
      }
    }
    const read = readRow(cells, columns, nodes, places);
    const before = typeof read === 'string' ? undefined : seen.get(read.index);
    if (typeof read === 'string' || before !== undefined) {
      const message = typeof read === 'string' ? read : `This node stands in line ${before} already.`;
      problems.push({ ...place, message });
      rest.push(line);
      return;
    }
    seen.set(read.index, at + 1);
    rows.push({ line: at + 1, ...read });
  });
  return { rows, problems, rest: rest.length === 0 ? '' : [...head, ...rest].join('\n') };
}

/** Where the node of a name stands; more than once where names repeat. */
function placesOf(nodes: readonly Node[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  nodes.forEach(({ name }, index) => {
    const known = places.get(name);
    if (known === undefined) places.set(name, [index]);
    else known.push(index);
  });
  return places;
}

/**
 * The columns a heading names, or nothing when the line is a node with its keys. Where two columns are about the same,
 * neither is read: which of them is meant decides who a node is.
 */
function headingOf(cells: readonly string[]): Columns | undefined {
  const named = cells.map((cell) => headings.get(plain(cell)));
  const columns = named.map((column) => (named.indexOf(column) === named.lastIndexOf(column) ? column : undefined));
  const isHeading = columns.includes('node') && named.some((column) => column !== undefined && column !== 'node');
  return isHeading ? columns : undefined;
}

function notRead(cells: readonly string[], columns: Columns): string | undefined {
  const unread = cells.filter((cell, at) => cell !== '' && columns[at] === undefined);
  return unread.length === 0
    ? undefined
    : `Not read, since it is no key here or stands there twice: ${unread.join(', ')}.`;
}

function readRow(
  cells: readonly string[],
  columns: Columns,
  nodes: readonly Node[],
  places: ReadonlyMap<string, readonly number[]>,
): { index: number; ids: KeyIds } | string {
  if (cells.some((cell, at) => cell !== '' && at >= columns.length)) {
    return 'More cells than a node has keys: its name, then namespace, sequencer-auth, signing and encryption.';
  }
  const name = cells[columns.indexOf('node')] ?? '';
  if (name === '') return 'The name of the node is missing.';
  const [index, ...more] = places.get(name) ?? [];
  const node = index === undefined ? undefined : nodes[index];
  if (index === undefined || node === undefined) return `The plan has no node ${name}.`;
  if (more.length > 0) return `The plan has ${more.length + 1} nodes called ${name}.`;
  if (node.custody.type !== 'external') return `The keys of ${name} don't live in the KMS: nothing can be given to it.`;
  const ids: KeyIds = {};
  columns.forEach((column, at) => {
    const cell = cells[at] ?? '';
    if (column !== undefined && column !== 'node' && cell !== '') ids[column] = cell;
  });
  if (Object.keys(ids).length === 0) return `No key stands behind ${name}.`;
  const surplus = keyPurposes.find((purpose) => ids[purpose] !== undefined && !purposesOf(node.kind).includes(purpose));
  return surplus === undefined
    ? { index, ids }
    : `${name} is a ${node.kind} and has no ${surplus} key: leave that cell empty.`;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}
