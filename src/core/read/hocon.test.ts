import { expect, test } from 'vitest';
import type { HoconInput } from './hocon';
import { readHocon } from './hocon';
import type { HoconResult, HoconValue } from './hocon-value';

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

function read(text: string, rest: Partial<HoconInput> = {}): Promise<HoconResult> {
  return readHocon({ names: ['./node.conf'], files: new Map([['node.conf', text]]), ...rest });
}

test('reads what an operator may write', async () => {
  const result = await read(`
    canton.participants.bank1 { crypto { provider = kms, kms = { type = aws } } } // a comment
    canton.participants.bank1.crypto.kms.region = "eu-central-1"
    list = [1, "two", yes, null, true]
  `);
  expect(values(result)).toEqual({
    canton: { participants: { bank1: { crypto: { provider: 'kms', kms: { type: 'aws', region: 'eu-central-1' } } } } },
    list: [1, 'two', 'yes', null, true],
  });
});

test('says where a value stands, in the file it was included from', async () => {
  const result = await read('\ninclude required("shared.conf")\na = ${s}', {
    files: new Map([
      ['node.conf', '\ninclude required("shared.conf")\na = 1'],
      ['shared.conf', '# first\ns = 2'],
    ]),
  });
  expect(result.ok && result.root.fields.get('a')?.origin).toEqual({ file: './node.conf', line: 3 });
  expect(result.ok && result.root.fields.get('s')?.origin).toEqual({ file: './shared.conf', line: 2 });
});
