import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHocon } from '../../read/hocon';
import type { HoconValue } from '../../read/hocon-value';
import { textOf } from '../artefact';
import { isVisible } from '../visible';
import { printHocon } from './printer';
import { comment, field, type Member, object, step, type Value, word } from './tree';

const print = (members: readonly Member[]) => textOf({ lines: printHocon(members) });

/** What Canton's own parser makes of a file, as plain values. */
async function read(text: string, env: Record<string, string> = {}): Promise<unknown> {
  const result = await readHocon({ names: ['a.conf'], files: new Map([['a.conf', text]]), env });
  if (!result.ok) throw new Error(`${result.error.message}\n${text}`);
  return plain(result.root);
}

function plain(value: HoconValue): unknown {
  if (value.type === 'object') return new Map([...value.fields].map(([name, inner]) => [name, plain(inner)]));
  if (value.type === 'list') return value.items.map(plain);
  if (value.type === 'number') return value.written;
  return value.type === 'null' || value.type === 'reference' ? value.type : value.value;
}

// Halves of surrogate pairs can't be written in UTF-8; escaped they read back as they are.
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: hostile() }),
);

function hostile() {
  return fc.constantFrom(
    '"',
    '\\',
    '\n',
    '\r',
    '$',
    '{',
    '}',
    '#',
    '//',
    '"""',
    '\u2028',
    '\u202e',
    '=',
    '+=',
    '.',
    ',',
    '[',
    ']',
    'include ',
    '${x}',
    '\0',
  );
}

describe('values', () => {
  test('a text reads back as it was typed, whatever it holds, and as text', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const printed = print([field('a', { kind: 'text', text })]);
        expect(await read(printed)).toEqual(new Map([['a', text]]));
        expect(printed.split('\n')).toHaveLength(2);
        expect(isVisible(printed.trimEnd())).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('a word reads back as it was, even when it is none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything, fc.constantFrom('kms', '10s', 'ec-p-256', '1.10', '5 m')), async (text) => {
        fc.pre(!['true', 'false', 'yes', 'no', 'on', 'off', 'null'].includes(text));
        expect(await read(print([field('a', word(text))]))).toEqual(new Map([['a', text]]));
      }),
      { numRuns: 1_000 },
    );
  });

  test('a number is printed as typed when it is one, else as text', async () => {
    expect(
      print(['3', '-0.5', '1e3', '007', '1.', '0x1', '1 2', ''].map((text) => field('n', { kind: 'number', text }))),
    ).toBe('n = 3\nn = -0.5\nn = 1e3\nn = "007"\nn = "1."\nn = "0x1"\nn = "1 2"\nn = ""\n');
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything, fc.integer().map(String), fc.double().map(String)), async (text) => {
        expect(await read(print([field('a', { kind: 'number', text })]))).toEqual(new Map([['a', text]]));
      }),
      { numRuns: 1_000 },
    );
  });

  test('a variable is read from the environment', async () => {
    const printed = print([field('pin', { kind: 'variable', name: 'HSM_PIN' })]);
    expect(printed).toBe('pin = ${HSM_PIN}\n');
    expect(await read(printed, { HSM_PIN: '12 "34' })).toEqual(new Map([['pin', '12 "34']]));
    await expect(read(printed)).rejects.toThrow('HSM_PIN');
  });

  test('a name that is none stays a name, and can only be missing', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (name) => {
        const printed = print([field('pin', { kind: 'variable', name }), field('after', word('here'))]);
        await expect(read(printed)).rejects.toThrow();
        expect(printed.split('\n')).toHaveLength(3);
      }),
      { numRuns: 500 },
    );
  });

  test('lists and objects keep apart what stands side by side', async () => {
    const inner = (name: string): Value => object([field(name, word('yes'))]);
    const printed = print([
      field('flat', { kind: 'list', items: [word('a'), word('b')] }),
      field('deep', { kind: 'list', items: [inner('x'), { kind: 'list', items: [] }, inner('y'), word('z')] }),
      field('empty', object([])),
    ]);
    expect(printed).toBe(
      'flat = [a, b]\ndeep = [\n  {\n    x = yes\n  },\n  [],\n  {\n    y = yes\n  },\n  z\n]\nempty = {}\n',
    );
    expect(await read(printed)).toEqual(
      new Map<string, unknown>([
        ['flat', ['a', 'b']],
        ['deep', [new Map([['x', 'yes']]), [], new Map([['y', 'yes']]), 'z']],
        ['empty', new Map()],
      ]),
    );
  });

  test('a section is taken from where it is written, and added to', async () => {
    const printed = print([
      field('_shared.main', object([field('type', word('aws'))])),
      field('plain', { kind: 'reference', path: ['_shared', 'main'], plus: [] }),
      field('more', { kind: 'reference', path: ['_shared', 'main'], plus: [field('region', word('eu'))] }),
    ]);
    expect(printed).toContain('plain = ${_shared.main}\nmore = ${_shared.main} {\n  region = eu\n}\n');
    expect(await read(printed)).toEqual(
      new Map<string, unknown>([
        ['_shared', new Map([['main', new Map([['type', 'aws']])]])],
        ['plain', new Map([['type', 'aws']])],
        [
          'more',
          new Map([
            ['type', 'aws'],
            ['region', 'eu'],
          ]),
        ],
      ]),
    );
  });
});

describe('names', () => {
  test.each([
    ['region', 'region'],
    ['multi-region-key', 'multi-region-key'],
    ['_shared', '_shared'],
    ['include', '"include"'],
    ['a.b', '"a.b"'],
    ['1a', '"1a"'],
    ['', '""'],
  ])('%s is written %s', async (name, written) => {
    const printed = print([{ kind: 'field', name: [step(name)], value: word('here') }]);
    expect(printed).toBe(`${written} = here\n`);
    expect(await read(printed)).toEqual(new Map([[name, 'here']]));
  });

  test('a name reads back as it was typed, whatever it holds, and leads nowhere else', async () => {
    await fc.assert(
      fc.asyncProperty(anything, anything, async (outer, inner) => {
        const members: Member[] = [{ kind: 'field', name: [step(outer), step(inner)], value: word('here') }];
        expect(await read(print(members))).toEqual(new Map([[outer, new Map([[inner, 'here']])]]));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('comments', () => {
  test('nothing gets out of a comment', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const printed = print([comment(text), field('a', object([comment(text), field('b', word('here'))]))]);
        expect(await read(printed)).toEqual(new Map([['a', new Map([['b', 'here']])]]));
        expect(printed.split('\n').filter((line) => !/^ *#/.test(line))).toEqual(['a {', '  b = here', '}', '']);
        expect(printed.split('\n').every(isVisible)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('a long one is broken at its blanks', () => {
    const lines = print([comment('word '.repeat(60).trim())])
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(3);
    expect(lines.every((line) => line.startsWith('# word') && line.length <= 102)).toBe(true);
  });
});

test('a file that must be there is asked for by name', () => {
  expect(print([{ kind: 'include', file: 'shared.conf' }])).toBe('include required("shared.conf")\n');
});
