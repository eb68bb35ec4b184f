import fc from 'fast-check';
import { objectMembers, reservedNodeNames, scriptNames } from '../../../src/core/canton/node-names';
import { unseenCharacter } from '../../../src/core/plan/characters';

/** Answers that mean something else to a careless printer. */
const hostile = [
  '"',
  '\\',
  '\\"',
  '"""',
  '${x}',
  '${?PATH}',
  '#',
  '// no comment',
  'a#b',
  'include "x"',
  'include',
  '}',
  '{ a = 1 }',
  '[',
  'a, b',
  'null',
  'true',
  '0012',
  '1.10',
  '1e3',
  '10s',
  '= 1',
  'a.b.c',
  "it's",
  '`id`',
  '$(id)',
  '__proto__',
  'constructor',
  'ünïcödé 漢字 😀',
];

/** A text that a person may give as an answer: nothing in it is unseen, and it neither begins nor ends with a blank. */
export const text = fc
  .oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.string({ maxLength: 12 }))
  .map((typed) =>
    Array.from(typed)
      .filter((character) => unseenCharacter(character) === undefined)
      .join('')
      .trim(),
  )
  .filter((typed) => typed !== '');

export const word = text.map((typed) => typed.replace(/\s+/g, '-'));

export const nodeName = fc
  .oneof(
    fc.stringMatching(/^[A-Za-z0-9_-]{1,30}$/),
    fc.constantFrom('include', 'type', 'null', 'bank-1', '1med', 'true'),
  )
  .filter((name) => [reservedNodeNames, objectMembers, scriptNames].every((refused) => !refused.has(name)));

/** The same length of time in the spellings that people use. */
export function duration(milliseconds: fc.Arbitrary<number>): fc.Arbitrary<string> {
  return fc.tuple(milliseconds, fc.constantFrom('', ' '), fc.nat(4)).map(([ms, blank, choice]) => {
    const fitting = units.filter(([, size]) => ms % size === 0);
    const [unit, size] = fitting[choice % fitting.length] ?? ['ms', 1];
    return `${ms / size}${blank}${unit}`;
  });
}

const units = [
  ['ms', 1],
  ['s', 1_000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
] as const;

/** Given or left to Canton. */
export function maybe(answer: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(fc.constant(''), answer);
}
