import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, unescaped } from './inventory';

describe('an operator’s own text in the inventory', () => {
  it('never ends a cell or a line', () => {
    expect(escaped('a\tb\nc\rd\\e')).toBe('a\\tb\\nc\\rd\\\\e');
  });

  it('comes back as it was', () => {
    const text = fc.string({ unit: fc.constantFrom('\\', '\t', '\n', '\r', 't', 'n', 'r', 'é', '😀') });
    fc.assert(
      fc.property(text, (before) => {
        expect(escaped(before)).not.toMatch(/[\t\n\r]/);
        expect(unescaped(escaped(before))).toBe(before);
      }),
    );
  });
});
