import type { Line } from '../artefact';

/** A piece of a script: at least one row; all but the first begin with their indent. */
export type Rows = readonly [Line, ...Line[]];

/** Where a piece begins: the indent of its statement, and the column that its first row stands at. */
export type Place = { readonly indent: string; readonly column: number };

/** Past this, calls of several arguments and branches get a line each. */
const width = 120;

/** The pieces one behind the other: each begins where the one before ends. */
export function join(first: Rows, ...rest: readonly Rows[]): Rows {
  const rows: [Line, ...Line[]] = [...first];
  for (const [head, ...tail] of rest) rows.push([...(rows.pop() ?? []), ...head], ...tail);
  return rows;
}

/** Where a piece would begin that follows these rows. */
export function after(rows: Rows, place: Place): Place {
  const column = rows.length === 1 ? place.column : 0;
  return { indent: place.indent, column: column + lengthOf(rows.at(-1) ?? []) };
}

export function fits(rows: Rows, place: Place): boolean {
  return rows.every((row, at) => lengthOf(row) + (at === 0 ? place.column : 0) <= width);
}

export function lengthOf(row: Line): number {
  return row.reduce((length, { text }) => length + text.length, 0);
}
