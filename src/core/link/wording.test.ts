import { expect, test } from 'vitest';
import { shown } from './wording';

test("nothing in a stranger's value is hidden or turns the text around it", () => {
  const left: string[] = [];
  for (let point = 0; point <= 0x10ffff; point += 1) {
    if (/[\p{C}\p{Zl}\p{Zp}\p{Zs}]/u.test(shown(String.fromCodePoint(point)).replaceAll(' ', ''))) {
      left.push(point.toString(16));
    }
  }
  expect(left).toEqual([]);
});

test('a value is shown short, in the words of the plan', () => {
  expect(shown('a\u200bb')).toBe('"a\\u{200b}b"');
  expect(shown('x'.repeat(61))).toBe(`"${'x'.repeat(60)}…"`);
  expect([shown([]), shown([1]), shown({}), shown(null)]).toEqual([
    'an empty list',
    'a list',
    'a group of values',
    'null',
  ]);
});
