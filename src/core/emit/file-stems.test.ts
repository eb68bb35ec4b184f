import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileStems } from './file-stems';

test('good names name their own files', () => {
  expect(fileStems(['bank1', 'bank-2', '_x'], 'node')).toEqual(['bank1', 'bank-2', '_x']);
});

test.each([
  ['a name that Canton refuses', ['bank1', 'a/b', '../x'], ['bank1', 'node-2', 'node-3']],
  ['no name', ['', 'bank1'], ['node-1', 'bank1']],
  ['a name that differs in case alone', ['Bank1', 'bank1'], ['Bank1', 'node-2']],
  ['the same name again', ['bank1', 'bank1'], ['bank1', 'node-2']],
  ['a device of Windows', ['con', 'NUL', 'com1', 'console'], ['node-1', 'node-2', 'node-3', 'console']],
  ['a name like an option', ['-c'], ['node-1']],
  ['a number that is taken', ['node-2', ''], ['node-2', 'node-2x']],
])('%s gets a number', (_, names, stems) => {
  expect(fileStems(names, 'node')).toEqual(stems);
});

test('whatever the names, the files are safe and none is another in small letters', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a', 'A', 'node-1', 'NODE-2', 'node-2x', 'aux', ''),
  );
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (names) => {
      const stems = fileStems(names, 'node');
      expect(stems.every((stem) => /^[A-Za-z0-9_][A-Za-z0-9_-]*$/.test(stem))).toBe(true);
      expect(new Set(stems.map((stem) => stem.toLowerCase())).size).toBe(names.length);
    }),
    { numRuns: 1_000 },
  );
});
