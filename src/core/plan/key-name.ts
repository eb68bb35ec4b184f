import { longestKeyName } from '../canton/identities';

/**
 * A free name for the key that takes another's place: the first of `bank1-signing-2`, `bank1-signing-3`... that no key of
 * the node has. A number at the end is counted on from.
 * @param old the name of the key before; must not be empty
 */
export function nextKeyName(taken: ReadonlySet<string>, old: string): string {
  const [, stem = old, digits] = /^(.+)-(\d{1,9})$/s.exec(old) ?? [];
  for (let number = digits === undefined ? 2 : Number(digits) + 1; ; number += 1) {
    const end = `-${number}`;
    const name = stem.slice(0, longestKeyName - end.length) + end;
    if (!taken.has(name)) return name;
  }
}
