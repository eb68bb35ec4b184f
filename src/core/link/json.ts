/** Deeper than a driver's deepest allowed configuration, and far from what could exhaust a stack. */
const maxDepth = 64;
/** More than a plan with the highest number of nodes holds when each of them answers everything. */
const maxValues = 150_000;

/**
 * Parses JSON that a stranger may have written.
 * @returns nothing when it isn't JSON, nests too deep, or holds more values than any plan
 */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return count(value, 0) <= maxValues ? { value } : undefined;
  } catch {
    // Where the syntax broke helps nobody who holds a link or a downloaded file.
    return undefined;
  }
}

/** The number of values inside, infinite when they nest too deep. */
function count(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 1;
  if (depth === maxDepth) return Number.POSITIVE_INFINITY;
  let total = 1;
  for (const inner of Object.values(value)) total += count(inner, depth + 1);
  return total;
}
