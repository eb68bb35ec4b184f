import { nodeNameProblem } from '../canton/node-names';

/** Names that Windows keeps for devices, whatever stands behind the dot. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * For each name a stem that is safe in a file name everywhere: the name itself where it is one that Canton accepts,
 * doesn't begin like an option and no earlier one differs from it in case alone; else a number.
 * @param fallback what a numbered stem begins with
 */
export function fileStems(names: readonly string[], fallback: string): readonly string[] {
  const taken = new Set<string>();
  const own = names.map((name) => {
    const folded = name.toLowerCase();
    if (!isSafe(name) || taken.has(folded)) return undefined;
    taken.add(folded);
    return name;
  });
  return own.map((name, index) => {
    if (name !== undefined) return name;
    let stem = `${fallback}-${index + 1}`;
    while (taken.has(stem)) stem += 'x';
    taken.add(stem);
    return stem;
  });
}

function isSafe(name: string): boolean {
  return nodeNameProblem(name) === undefined && !name.startsWith('-') && !device.test(name);
}
