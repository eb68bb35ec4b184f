import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf } from '../artefact';
import { type Block, codeBlock, heading, list, paragraph, printMarkdown, steps } from './printer';

const print = (...blocks: Block[]) => textOf({ lines: printMarkdown(blocks) });

test('blocks stand apart, and read like a page', () => {
  const table: Block = { kind: 'table', head: ['File', 'For'], rows: [[[{ code: 'a|b' }], 'x | y']] };
  expect(
    print(
      heading(2, 'Start'),
      paragraph('Give ', { code: '-c' }, ' to ', { link: 'https://a.example/x', label: 'canton' }, '.'),
      steps(['one', 'two']),
      list(['a']),
      codeBlock('sh', ['./start.sh', '', 'x']),
      table,
    ),
  ).toBe(
    [
      '## Start',
      '',
      'Give `-c` to [canton](<https://a.example/x>).',
      '',
      '1. one',
      '2. two',
      '',
      '- a',
      '',
      '```sh',
      './start.sh',
      '',
      'x',
      '```',
      '',
      '| File | For |',
      '| --- | --- |',
      '| `a\\|b` | x \\| y |',
      '',
    ].join('\n'),
  );
});

test('what has a meaning in Markdown loses it', () => {
  expect(print(paragraph('<b>*a* _b_ [c](d) `e` ~~f~~ &lt; \\'))).toBe(
    '\\<b\\>\\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\~\\~f\\~\\~ \\&lt; \\\\\n',
  );
});

test('a code span ends where its text ends', () => {
  expect(print(paragraph({ code: 'a`b' }, ' ', { code: '``' }, ' ', { code: '' }, ' ', { code: 'a\nb' }))).toBe(
    '``a`b`` ``` `` ``` `   ` `a\\u000ab`\n',
  );
});

test('no text leaves its line, its code span or its block', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('`', '```', '\n', '\r\n', '# ', '|', '\\', '<', '>', '[', ']', '(', ')', '\u2028', '- '),
    }),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const lines = print(
        paragraph('x', text, { code: text }, { link: text, label: text }),
        codeBlock('', [text]),
      ).split('\n');
      expect(lines).toHaveLength(6);
      const [first = '', , fence = '', , closing] = lines;
      expect(codeSpans(first)).toBe(1);
      expect(fence).toBe(closing);
      expect(lines[3]).not.toContain(fence);
    }),
    { numRuns: 2_000 },
  );
});

/** How many code spans a reader of Markdown finds in a line. */
function codeSpans(line: string): number {
  let count = 0;
  for (let at = 0; at < line.length; ) {
    const [ticks] = /^`+/.exec(line.slice(at)) ?? [];
    if (line[at] === '\\') at += 2;
    else if (ticks === undefined) at += 1;
    else {
      const close = new RegExp(`(?<!\`)${ticks}(?!\`)`).exec(line.slice(at + ticks.length));
      if (close === null) throw new Error(`A code span that never ends: ${line}`);
      at += ticks.length + close.index + ticks.length;
      count += 1;
    }
  }
  return count;
}
