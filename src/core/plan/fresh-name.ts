import { longestNodeName } from '../canton/node-names';

/**
 * A free name made from another: the first of `bank1`, `bank2`, `bank3`... that nobody has. Case doesn't tell names
 * apart here, since some file systems don't either.
 * @param like the name to begin with; its digits at the end are counted on from
 */
export function freshName(taken: Iterable<string>, like: string): string {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  if (like !== '' && !used.has(like.toLowerCase())) return like;
  const [, stem = '', digits = ''] = /^(.*?)(\d{0,9})$/s.exec(like) ?? [];
  for (let number = digits === '' ? 2 : Number(digits) + 1; ; number += 1) {
    const end = String(number).padStart(digits.length, '0');
    const name = `${stem.slice(0, longestNodeName - end.length)}${end}`;
    if (!used.has(name.toLowerCase())) return name;
  }
}
