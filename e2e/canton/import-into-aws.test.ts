import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newKms } from '../../src/core/plan/defaults';
import { besideExported, versionOf } from './import/beside-exported';
import { keys, pkcs8 } from './import/exported-keys';
import { fakeAws } from './import/fake-aws';
import { serving } from './import/loopback';
import { planOf, scriptOf } from './import/script-of';

/**
 * The script that imports keys into AWS, run for real: openssl wraps, AWS' own command line calls a small endpoint on
 * loopback. The endpoint holds the private half of the wrapping key, and says what came out. It is not the cloud: it
 * checks what is sent, and knows no permissions.
 */

const version = await versionOf('aws');
// Debian's own client ignores the variable that names the endpoint, and would call the real AWS.
const hasAws = /^aws-cli\/(1\.(4\d|[5-9]\d)|2\.(1[3-9]|[2-9]\d))/.test(version);
if (!hasAws)
  console.error(
    `The import into AWS is not run here: no AWS CLI that can be sent to loopback (${version.trim() || 'none'})`,
  );

const { folder, exported, writeRows, read, rowsOf, run } = besideExported();

const script = scriptOf(
  planOf({
    ...newKms('aws', 'kms1'),
    region: 'eu-central-1',
    customTags: [{ name: "it's", value: 'a,b "c"' }],
  }),
);
const env = (origin: string) => ({
  ...{ AWS_ENDPOINT_URL: origin, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
  ...{ AWS_EC2_METADATA_DISABLED: 'true', AWS_PAGER: '', AWS_MAX_ATTEMPTS: '1' },
});

describe.skipIf(!hasAws)('into AWS', () => {
  test('each key arrives as it was, and a second run imports nothing', async () => {
    const { made, asked, answer } = fakeAws();
    await serving(answer, async (origin) => {
      const first = await run(script, env(origin));
      expect(first.status, first.out).toBe(0);
      expect([...made.values()].map(({ material }) => material?.toString('base64'))).toEqual(
        keys.map(({ key }) => pkcs8(key).toString('base64')),
      );
      expect([...made.values()].map(({ spec }) => spec)).toEqual([
        'ECC_NIST_P256',
        'ECC_SECG_P256K1',
        'ECC_NIST_P384',
        'RSA_2048',
      ]);
      expect(rowsOf('imported-keys-bank-1-kms.tsv')).toEqual(
        keys.map(({ fingerprint, usage }, at) => [fingerprint, usage, [...made.keys()][at]]),
      );
      const calls = asked.length;
      const second = await run(script, env(origin));
      expect(second.out.match(/DONE BEFORE/g)).toHaveLength(keys.length);
      expect(asked).toHaveLength(calls);
    });
    const created = asked.filter(({ action }) => action === 'CreateKey');
    expect(created[3]).toMatchObject({ Origin: 'EXTERNAL', KeyUsage: 'ENCRYPT_DECRYPT' });
    expect(created[0]).toMatchObject({
      ...{ Origin: 'EXTERNAL', KeyUsage: 'SIGN_VERIFY' },
      Tags: [
        { TagKey: 'CreatedBy', TagValue: 'Canton' },
        { TagKey: "it's", TagValue: 'a,b "c"' },
      ],
    });
    expect(asked.find(({ action }) => action === 'ImportKeyMaterial')).toMatchObject({
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      ImportToken: Buffer.from(`token of ${[...made.keys()][0]}`).toString('base64'),
    });
    // Nothing that could open what was sent is left beside the exported files.
    expect(readdirSync(folder()).sort()).toEqual(
      ['exported-keys-bank-1', 'import.sh', 'imported-keys-bank-1-kms.tsv', 'made-keys-bank-1-kms.tsv'].sort(),
    );
  });

  test('a run that is cut goes on with the key that it had made', async () => {
    writeRows(keys.slice(0, 1));
    const cut = fakeAws({ fails: 'ImportKeyMaterial' });
    const failed = await serving(cut.answer, (origin) => run(script, env(origin)));
    expect(failed.status).not.toBe(0);
    expect(read('imported-keys-bank-1-kms.tsv')).toBe('');
    const again = fakeAws();
    again.made.set([...cut.made.keys()][0] ?? '', { spec: 'ECC_NIST_P256' });
    const done = await serving(again.answer, (origin) => run(script, env(origin)));
    expect(done.status, done.out).toBe(0);
    expect(again.asked.map(({ action }) => action)).not.toContain('CreateKey');
  });

  test('another public key in the cloud is not taken for ours', async () => {
    writeRows(keys.slice(0, 1));
    const wrong = await serving(fakeAws({ swaps: true }).answer, (origin) => run(script, env(origin)));
    expect(wrong.status).not.toBe(0);
    expect(wrong.out).toContain('holds another key than');
    expect(read('imported-keys-bank-1-kms.tsv')).toBe('');
  });

  test('what can not be imported stops it before the first key is made', async () => {
    const bad: readonly (readonly [what: string, change: () => void, says: string])[] = [
      ['no list', () => rmSync(join(exported(), 'keys.tsv')), 'keys.tsv is missing'],
      ['a kind it lacks', () => writeRows(keys.map((key) => ({ ...key, spec: 'EC-Curve25519' }))), 'can not hold'],
      ['a line that is none', () => writeRows(keys.map((key) => ({ ...key, fingerprint: '../x' }))), 'is no key'],
      [
        'a file that is none',
        () => writeFileSync(join(exported(), `${keys[3]?.fingerprint}.der`), 'x'),
        'no private key',
      ],
    ];
    const { asked, answer } = fakeAws();
    await serving(answer, async (origin) => {
      for (const [what, change, says] of bad) {
        change();
        const { status, out } = await run(script, env(origin));
        expect(status, what).not.toBe(0);
        expect(out, what).toContain(says);
        writeRows(keys);
      }
    });
    expect(asked).toEqual([]);
  });

  test('the files are destroyed when all is imported, and not before', async () => {
    const some = keys.slice(0, 2);
    writeRows(some);
    for (const { fingerprint } of keys.slice(2)) rmSync(join(exported(), `${fingerprint}.der`));
    const { answer } = fakeAws();
    await serving(answer, async (origin) => {
      const destroy = () => run(script, env(origin), '--destroy');
      expect((await destroy()).out).toContain('is not imported yet');
      await run(script, env(origin));

      const stranger = join(exported(), `1220${'ff'.repeat(32)}.der`);
      writeFileSync(stranger, 'never imported');
      expect((await destroy()).out).toContain('is in no list, so it was not imported: nothing is destroyed');
      expect(readdirSync(exported())).toHaveLength(some.length + 2);
      rmSync(stranger);

      // As a run leaves it that was cut; and a list that ends without the end of a line.
      rmSync(join(exported(), `${keys[0]?.fingerprint}.der`));
      const list = join(exported(), 'keys.tsv');
      writeFileSync(list, readFileSync(list, 'utf8').trimEnd());
      const late = await destroy();
      expect(late.status, late.out).toBe(0);
      expect(late.out).toContain('Copies may remain');
      expect(readdirSync(exported())).toEqual(['keys.tsv']);

      writeFileSync(list, '');
      writeFileSync(stranger, 'never imported');
      expect((await destroy()).status).not.toBe(0);
      expect(existsSync(stranger)).toBe(true);
    });
  });
});
