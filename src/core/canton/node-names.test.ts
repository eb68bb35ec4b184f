import { expect, test } from 'vitest';
import { needsBackticks, nodeNameProblem } from './node-names';

test.each([
  ['', 'Write a name'],
  ['a b', 'Take a blank out'],
  ['a.b', 'Take . out'],
  ['bänk', 'Take ä out'],
  ['bank😀', 'Take 😀 out'],
  ['x'.repeat(31), 'these are 31'],
])('%j is refused', (name, why) => {
  expect(nodeNameProblem(name)).toContain(why);
});

test.each(['a', '1', '_', '-', 'type', 'x'.repeat(30)])('%s is a name', (name) => {
  expect(nodeNameProblem(name)).toBeUndefined();
});

test.each([
  ['bank1', false],
  ['Bank_1', false],
  ['bank-1', true],
  ['1med', true],
  ['type', true],
  ['_', true],
])('%s in back-ticks in a script: %s', (name, needed) => {
  expect(needsBackticks(name)).toBe(needed);
});
