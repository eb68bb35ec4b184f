/** The rows that are chosen, by their keys, and the one that a range starts from. */
export type Selection = { readonly keys: ReadonlySet<number>; readonly anchor: number | undefined };

export const noSelection: Selection = { keys: new Set(), anchor: undefined };

/** Chooses a row, or lets it go. */
export function toggle(selection: Selection, key: number): Selection {
  const keys = new Set(selection.keys);
  if (!keys.delete(key)) keys.add(key);
  return { keys, anchor: key };
}

/**
 * Chooses all rows from the one last touched to this one, in the order in which they are shown; both ends count in.
 * Without such a row, or when it isn't shown, this one alone.
 */
export function extend(selection: Selection, key: number, shown: readonly number[]): Selection {
  const from = selection.anchor === undefined ? -1 : shown.indexOf(selection.anchor);
  const to = shown.indexOf(key);
  if (from < 0 || to < 0) return { keys: new Set(selection.keys).add(key), anchor: key };
  const range = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { keys: new Set([...selection.keys, ...range]), anchor: key };
}

/** Chooses all that are shown; when they all are chosen, lets them go. */
export function toggleAll(selection: Selection, shown: readonly number[]): Selection {
  const all = shown.every((key) => selection.keys.has(key));
  const keys = new Set(selection.keys);
  for (const key of shown) all ? keys.delete(key) : keys.add(key);
  return { keys, anchor: undefined };
}
