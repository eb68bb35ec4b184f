import { describe, expect, test } from 'vitest';
import { type HoconInput, readHocon } from './hocon';
import type { HoconResult, HoconValue } from './hocon-value';
import { limits } from './limits';

/** The values alone, without where they stand. */
function plain(value: HoconValue): unknown {
  switch (value.type) {
    case 'object':
      return Object.fromEntries([...value.fields].map(([key, field]) => [key, plain(field)]));
    case 'list':
      return value.items.map(plain);
    case 'null':
      return null;
    case 'reference':
      return value.text;
    default:
      return value.value;
  }
}

function values(result: HoconResult): unknown {
  return result.ok ? plain(result.root) : result.error;
}

function field(result: HoconResult, name: string): HoconValue {
  const found = result.ok ? result.root.fields.get(name) : undefined;
  if (found === undefined) throw new Error(`no ${name} in ${JSON.stringify(values(result))}`);
  return found;
}

function errorOf(result: HoconResult) {
  if (result.ok) throw new Error(`read as ${JSON.stringify(values(result))}`);
  return result.error;
}

/** Reads `node.conf`, named as `-c ./node.conf` would, beside the other files. */
function read(text: string, others: Record<string, string> = {}, rest: Partial<HoconInput> = {}): Promise<HoconResult> {
  const files = new Map([['node.conf', text], ...Object.entries(others)]);
  return readHocon({ names: ['./node.conf'], files, ...rest });
}

describe('values', () => {
  test('are those an operator may write', async () => {
    const result = await read(`
      canton.participants.bank1 { crypto { provider = kms, kms = { type = aws } } } // a comment
      canton.participants.bank1.crypto.kms.region = "eu-central-1"
      list = [1, "two", yes, null, true]
    `);
    const crypto = { provider: 'kms', kms: { type: 'aws', region: 'eu-central-1' } };
    expect(values(result)).toEqual({
      canton: { participants: { bank1: { crypto } } },
      list: [1, 'two', 'yes', null, true],
    });
  });

  test.each([
    ['0012', '12'],
    ['1.10', '1.1'],
    ['1e3', '1000'],
    ['0.0001', '1.0E-4'],
    ['9007199254740993', '9007199254740993'],
    ['1e59007199254740993', 'Infinity'],
  ])('number %s is %s where Canton wants text', async (written, text) => {
    expect(field(await read(`a = ${written}`), 'a')).toMatchObject({ type: 'number', written, text });
  });

  test.each(['1e51e5', '1-2', '9223372036854775808'])('%s is text, no number', async (text) => {
    expect(field(await read(`a = ${text}`), 'a')).toMatchObject({ type: 'string', value: text, quoted: false });
  });

  test('keep a key that JavaScript would stumble over', async () => {
    const result = await read('__proto__ = 1, constructor = 2');
    expect(result.ok && [...result.root.fields.keys()]).toEqual(['__proto__', 'constructor']);
  });

  test('know whether a string was quoted', async () => {
    const result = await read('a = kms, b = "kms"');
    expect(field(result, 'a')).toMatchObject({ quoted: false });
    expect(field(result, 'b')).toMatchObject({ quoted: true });
  });
});

describe('files', () => {
  test('given later win, as with several -c', async () => {
    const names = ['./node.conf', './kms.conf'];
    const result = await read('a { x = 1, y = 1 }', { 'kms.conf': 'a.y = 2' }, { names });
    expect(values(result)).toEqual({ a: { x: 1, y: 2 } });
    expect(field(result, 'a')).toMatchObject({ origin: { file: './kms.conf', line: 1 } });
  });

  test('say where a value stands, in the file it was included from', async () => {
    const result = await read('\ninclude required("shared.conf")\na = 1', { 'shared.conf': '# first\ns = 2' });
    expect(field(result, 'a').origin).toEqual({ file: './node.conf', line: 3 });
    expect(field(result, 's').origin).toEqual({ file: './shared.conf', line: 2 });
  });

  test('that are missing stop the reading only where they are required', async () => {
    expect(values(await read('include "gone.conf"\na = 1'))).toEqual({ a: 1 });
    expect(values(await read('include required("gone.conf")\na = 1'))).toMatchObject({
      kind: 'include',
      message: expect.stringContaining('gone.conf'),
    });
    expect(values(await read('include required(file("gone.conf"))'))).toMatchObject({ kind: 'include' });
  });

  test('beside a file named without a folder are not found, as on a node started with -c node.conf', async () => {
    const shared = { 'shared.conf': 's = 2' };
    const result = await read('include required("shared.conf")', shared, { names: ['node.conf'] });
    expect(values(result)).toMatchObject({
      kind: 'include',
      message: expect.stringContaining('include was not found'),
    });
    expect(values(await read('include required("shared.conf")', shared))).toEqual({ s: 2 });
  });

  test('may come from a function instead of a map', async () => {
    const files = (path: string) => ({ './node.conf': 'include "sub/b.conf"', './sub/b.conf': 'b = 1' })[path];
    expect(values(await readHocon({ names: ['./node.conf'], files }))).toEqual({ b: 1 });
  });

  test('that were not given, and URLs, are refused', async () => {
    expect(values(await read('', {}, { names: ['./other.conf'] }))).toMatchObject({ kind: 'include' });
    const url = await read('include url("https://example.com/x.conf")');
    expect(values(url)).toMatchObject({
      kind: 'include',
      message: expect.stringContaining('https://example.com/x.conf'),
    });
  });

  test('of properties are read as such when named by their stem, and as HOCON when named whole', async () => {
    const others = { 'old.properties': 'key.of=text\\' };
    expect(values(await read('include "old"', others))).toEqual({ key: { of: 'text' } });
    const { message, file, line } = errorOf(await read('include "old.properties"', others));
    expect({ file, line }).toEqual({ file: './old.properties', line: 1 });
    expect(message).toContain("Reserved character '\\'");
  });

  test('that include themselves are refused', async () => {
    expect(values(await read('include "node.conf"'))).toMatchObject({ kind: 'parse' });
  });
});

describe('substitutions', () => {
  test('find other values and the environment', async () => {
    const result = await read('a = 1, b = ${a}, c = ${PIN}, d = ${?GONE}, e = "x"${PIN}', {}, { env: { PIN: '0042' } });
    expect(values(result)).toEqual({ a: 1, b: 1, c: '0042', e: 'x0042' });
  });

  test('that find nothing stop the reading, at their line', async () => {
    expect(values(await read('a = 1\npin = ${PIN}'))).toEqual({
      kind: 'substitution',
      message: 'Could not resolve substitution to a value: ${PIN}',
      file: './node.conf',
      line: 2,
    });
  });

  test('that find nothing become references when asked to', async () => {
    const result = await read('pin = ${PIN}\nurl = "jdbc:"${HOST}"/db"\nd = ${?GONE}', {}, { unresolved: 'mark' });
    const origin = { file: './node.conf', line: 1 };
    expect(field(result, 'pin')).toEqual({ type: 'reference', name: 'PIN', text: '${PIN}', origin });
    expect(field(result, 'url')).toMatchObject({ type: 'reference', name: null, text: '"jdbc:"${HOST}"/db"' });
    expect(result.ok && result.root.fields.has('d')).toBe(false);
  });
});

test('a mistake is named with its file and line', async () => {
  expect(values(await read('include "b.conf"', { 'b.conf': 'a = 1\n\nb = \\q' }))).toMatchObject({
    kind: 'parse',
    file: './b.conf',
    line: 3,
  });
});

describe('no document hangs or crashes the page', () => {
  /** Seconds of work by design, more on a busy machine; without the limits it would be hours. */
  const patience = 120_000;
  const doubling = (start: string, next: (name: string) => string) =>
    [`a0 = ${start}`, ...Array.from({ length: 60 }, (_, index) => `a${index + 1} = ${next(`\${a${index}}`)}`)].join(
      '\n',
    );
  const twice = (name: string) => `include "${name}"\ninclude "${name}"`;

  test.each<[string, string, Record<string, string>]>([
    ['text that doubles sixty times', doubling('"text"', (a) => a + a), {}],
    ['lists that double sixty times', doubling('[1]', (a) => a + a), {}],
    ['lists that hold the one before twice', doubling('[1]', (a) => `[${a}, ${a}]`), {}],
    ['objects that hold the one before twice', doubling('{ x = 1 }', (a) => `{ l = ${a}, r = ${a} }`), {}],
    [
      'files that include one another twice, forty deep',
      twice('f0.conf'),
      Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`f${index}.conf`, twice(`f${index + 1}.conf`)])),
    ],
    ['more characters than are read', `a = "${'x'.repeat(limits.characters)}"`, {}],
    [
      'more characters than are read, in an included file',
      'include "b.conf"',
      { 'b.conf': ' '.repeat(limits.characters) },
    ],
  ])(
    '%s: too large',
    async (_, text, others) => {
      const result = await read(text, others);
      expect(values(result)).toMatchObject({ kind: 'too-large', message: expect.stringContaining('Canton may still') });
      expect(values(await read('include "b.conf"\na = ${b}', { 'b.conf': 'b = 1' }))).toEqual({ a: 1, b: 1 });
    },
    patience,
  );

  test.each([
    ['lists', `a = ${'['.repeat(50_000)}`],
    ['objects', 'a {'.repeat(50_000)],
    ['a path', `a${'.a'.repeat(50_000)} = 1`],
    ['references', `b0 = 1${Array.from({ length: 9_000 }, (_, index) => `\nb${index + 1} = \${b${index}}`).join('')}`],
  ])(
    '%s too deep',
    async (_, text) => {
      expect(values(await read(text))).toMatchObject({ kind: 'too-deep' });
      expect(values(await read('a = [1, { b = 2 }]'))).toEqual({ a: [1, { b: 2 }] });
    },
    patience,
  );

  test('what the caller throws is a crash, and the next document is read', async () => {
    const files = (path: string): string => {
      if (path.endsWith('b.conf')) throw new Error('disk on fire');
      return 'include "b.conf"';
    };
    for (let index = 0; index < 60; index++) {
      expect(values(await readHocon({ names: ['./a.conf'], files }))).toMatchObject({
        kind: 'crash',
        message: 'disk on fire',
      });
    }
    expect(values(await read('include "b.conf"', { 'b.conf': 'b = 1' }))).toEqual({ b: 1 });
  });

  test('half a surrogate pair and control characters are read as a file would hold them', async () => {
    expect(values(await read('a = "x\ud800y", b = "\\u0000"'))).toEqual({ a: 'x\ufffdy', b: '\0' });
  });
});
