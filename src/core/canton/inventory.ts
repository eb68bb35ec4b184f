/**
 * What the wizard's inventory script prints and the wizard reads back: one line a key, its cells separated by tabs. The
 * format is the wizard's own; script and reader take it from here, so that they can't drift apart.
 */

/** The first cell of a line: what the line is about. Anything else on a console is noise. */
export const inventoryMarks = {
  /** A private key that a node holds; cells as in {@link inventoryColumns}. */
  key: 'KEY',
  /** A node about which there is nothing else to tell; cells: name, kind, one of {@link nodeStates}. */
  node: 'NODE',
  /** A key that a node has announced without holding its private key; cells: name, kind, fingerprint. */
  lost: 'LOST',
} as const;

/** Cells of a line about a key, behind its mark. Printed once as a heading. */
export const inventoryColumns = [
  'node',
  'kind',
  'uid',
  'namespace',
  'mode',
  'fingerprint',
  'purpose',
  'usage',
  'name',
  'kmsKeyId',
  'wrapperKeyId',
  'mapped',
  'root',
  'spec',
] as const;
export type InventoryColumn = (typeof inventoryColumns)[number];

/**
 * What the script replaces in an operator's own text (a key's name and its ids), in this order (the backslash first), so
 * that it can't end a cell or a line: `.replace(from, to)` for each.
 */
export const escapes = [
  { from: '\\', to: '\\\\' },
  { from: '\t', to: '\\t' },
  { from: '\n', to: '\\n' },
  { from: '\r', to: '\\r' },
] as const;

/** Where a key lives, seen from the key alone: a KMS id, a wrapper key's id, or neither. */
export const inventoryModes = ['external', 'envelope', 'plain'] as const;

/** What a line about a whole node says. */
export const nodeStates = {
  silent: 'does not answer',
  /** One of several replicas of a node, and not the one that works: that one is asked. */
  passive: 'is a passive replica',
  /** It runs and holds no private key: it has no identity yet, or its keys are out of its reach. */
  empty: 'holds no key',
} as const;

/** The heading, cell by cell. */
export const inventoryHeading = [inventoryMarks.key, ...inventoryColumns] as const;

/** A text as the script prints it. */
export function escaped(text: string): string {
  return escapes.reduce((before, { from, to }) => before.replaceAll(from, to), text);
}

/** The text that was printed; a backslash that escapes nothing stands for itself. */
export function unescaped(cell: string): string {
  return cell.replace(/\\[\\tnr]/g, (pair) => escapes.find(({ to }) => to === pair)?.from ?? pair);
}
