import { keyAt, namesOn, nameToFollow } from './edit-rotation';
import { nextKeyName } from './key-name';
import { isRotatable, observedCustody } from './observed';
import { cellsOf, separatorOf } from './paste-cells';
import type { PasteProblem } from './paste-nodes';
import type { KeyRotation, ObservedKey, ObservedNode, Rotate } from './task';

export type RotationList = {
  readonly rotations: readonly KeyRotation[];
  readonly problems: readonly PasteProblem[];
  /** What to leave in the box when the rotations are taken: the lines with a problem, under the heading if there is one. */
  readonly rest: string;
};

type Column = 'node' | 'fingerprint' | 'kmsKeyId' | 'name';
type Columns = readonly (Column | undefined)[];

/** What people call the columns; compared without case, blanks, hyphens and underscores. */
const headings = new Map<string, Column>([
  ['node', 'node'],
  ['fingerprint', 'fingerprint'],
  ['oldfingerprint', 'fingerprint'],
  ['oldkey', 'fingerprint'],
  ['kmskeyid', 'kmsKeyId'],
  ['newkmskeyid', 'kmsKeyId'],
  ['newkey', 'kmsKeyId'],
  ['name', 'name'],
  ['newname', 'name'],
  ['keyname', 'name'],
]);
const usual: Columns = ['fingerprint', 'kmsKeyId', 'name'];

/**
 * Reads which key is to be replaced by which: a line each, the old fingerprint, the id of the new KMS key and its name,
 * with tabs, commas or semicolons between them, or in the order a heading says. Without an id the node makes the new key;
 * without a name the next free one is proposed. Nothing is dropped without a word.
 */
export function readRotations(text: string, task: Rotate): RotationList {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const separator = separatorOf(lines);
  const holders = holdersOf(task.inventory);
  const taken = new Map<string, Set<string>>();
  const rotations: KeyRotation[] = [];
  const problems: PasteProblem[] = [];
  const places = new Map<string, number>();
  const head: string[] = [];
  const rest: string[] = [];
  let columns: Columns | undefined;

  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const cells = cellsOf(line, separator);
    if (columns === undefined) {
      const heading = cells.map((cell) => headings.get(cell.toLowerCase().replace(/[\s_-]/g, '')));
      const isHeading = heading.includes('fingerprint');
      columns = isHeading ? heading : usual;
      if (isHeading) {
        head.push(line);
        return;
      }
    }
    const message = take(cells, columns, index + 1);
    if (message === undefined) return;
    problems.push({ line: index + 1, text: line, message });
    rest.push(line);
  });
  return { rotations, problems, rest: rest.length === 0 ? '' : [...head, ...rest].join('\n') };

  /** Takes a line; says what is wrong with it when it can't. */
  function take(cells: readonly string[], of: Columns, line: number): string | undefined {
    const cell = (column: Column) => cells[of.indexOf(column)] ?? '';
    if (cells.slice(of.length).some((more) => more !== '')) return 'More cells than fingerprint, KMS key id and name.';
    const found = holderOf(holders.get(cell('fingerprint')) ?? [], cell('fingerprint'), cell('node'));
    if (typeof found === 'string') return found;
    const { node, key } = found;
    const at = keyAt({ node: node.name, fingerprint: key.fingerprint });
    const place = places.get(at);
    if (place !== undefined) return `This key stands in line ${place} already.`;
    const kmsKeyId = cell('kmsKeyId');
    if (kmsKeyId !== '' && observedCustody(node) !== 'external') {
      return `${node.name} keeps its keys itself, so it can't take one of a KMS: leave the id out, and it makes a new key.`;
    }
    places.set(at, line);
    rotations.push({
      node: node.name,
      fingerprint: key.fingerprint,
      to: kmsKeyId === '' ? { type: 'generated', spec: null } : { type: 'given', kmsKeyId },
      name: cell('name') === '' ? freeName(node, key) : cell('name'),
    });
    return undefined;
  }

  function freeName(node: ObservedNode, key: ObservedKey): string {
    const names = taken.get(node.name) ?? namesOn(task, node);
    taken.set(node.name, names);
    const name = nextKeyName(names, nameToFollow(node, key));
    names.add(name);
    return name;
  }
}

type Holder = { readonly node: ObservedNode; readonly key: ObservedKey };

function holdersOf(inventory: readonly ObservedNode[]): ReadonlyMap<string, readonly Holder[]> {
  const holders = new Map<string, Holder[]>();
  for (const node of inventory) {
    for (const key of node.keys) {
      const known = holders.get(key.fingerprint);
      if (known === undefined) holders.set(key.fingerprint, [{ node, key }]);
      else known.push({ node, key });
    }
  }
  return holders;
}

/** The node and key that a line is about, or why there is none that can be rotated. */
function holderOf(all: readonly Holder[], fingerprint: string, name: string): Holder | string {
  if (fingerprint === '') return 'The fingerprint is missing.';
  const [found, second] = name === '' ? all : all.filter(({ node }) => node.name === name);
  if (found === undefined) {
    return name === ''
      ? `No node of the inventory holds a key “${fingerprint}”. Write the fingerprint in full.`
      : `${name} holds no key “${fingerprint}”.`;
  }
  if (second !== undefined) {
    return `${all.map(({ node }) => node.name).join(' and ')} hold this key: say which is meant in a column “node”.`;
  }
  if (found.key.root) return `This is the root key of ${found.node.name}: it is never rotated.`;
  if (!isRotatable(found.key)) return `${found.node.name} holds this key but has not announced it: nothing uses it.`;
  return found;
}
