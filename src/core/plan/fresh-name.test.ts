import { expect, it } from 'vitest';
import { freshName } from './fresh-name';

it.each([
  [[], 'bank1', 'bank1'],
  [['bank1'], 'bank1', 'bank2'],
  [['bank1', 'bank2'], 'bank1', 'bank3'],
  [['bank'], 'bank', 'bank2'],
  [['BANK1'], 'bank1', 'bank2'],
  [['p09'], 'p09', 'p10'],
  [['p007'], 'p007', 'p008'],
  [['2024'], '2024', '2025'],
  [[''], '', '2'],
])('beside %j, a name like %j is %j', (taken, like, expected) => {
  expect(freshName(taken, like)).toBe(expected);
});

it('never passes the length that Canton allows', () => {
  const longest = 'a'.repeat(30);
  expect(freshName([longest], longest)).toBe(`${'a'.repeat(29)}2`);
});
