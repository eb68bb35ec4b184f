import { describe, expect, it } from 'vitest';
import { longestKeyName } from '../canton/identities';
import { nextKeyName } from './key-name';

describe('the name of the next key', () => {
  it.each([
    ['bank1-signing', [], 'bank1-signing-2'],
    ['bank1-signing-2', [], 'bank1-signing-3'],
    ['bank1-signing-9', ['bank1-signing-10'], 'bank1-signing-11'],
    ['bank1', ['bank1-2', 'bank1-3'], 'bank1-4'],
    ['2026', [], '2026-2'],
    ['-7', [], '-7-2'],
  ])('after %s, with %j taken, is %s', (old, taken, next) => {
    expect(nextKeyName(new Set([old, ...taken]), old)).toBe(next);
  });

  it('is never longer than Canton takes', () => {
    const longest = 'x'.repeat(longestKeyName);
    expect(nextKeyName(new Set([longest]), longest)).toBe(`${'x'.repeat(longestKeyName - 2)}-2`);
  });
});
