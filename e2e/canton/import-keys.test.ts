import { execFile, spawnSync } from 'node:child_process';
import {
  constants,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  privateDecrypt,
} from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textOf } from '../../src/core/emit/artefact';
import { importScript } from '../../src/core/emit/import/script';
import { exportFolder } from '../../src/core/emit/scripts/export-keys';
import { settingsOf } from '../../src/core/emit/settings';
import { migrate, newKms, newNode, newPlan, newWay } from '../../src/core/plan/defaults';
import { withWay } from '../../src/core/plan/edit-migration';
import type { Kms } from '../../src/core/plan/kms';
import type { Plan } from '../../src/core/plan/plan';

/**
 * The script that imports keys, run for real: openssl wraps, the cloud's own command line calls a small endpoint on
 * loopback. The endpoint holds the private half of the wrapping key, and says what came out. It is not the cloud: it
 * checks what is sent, and knows no permissions.
 */

const wrapping = generateKeyPairSync('rsa', { modulusLength: 4096 });
const spki = (key: KeyObject) => key.export({ type: 'spki', format: 'der' });
const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();

type Exported = {
  readonly fingerprint: string;
  readonly spec: string;
  readonly usage: string;
  readonly key: KeyObject;
};

const keys: readonly Exported[] = [
  { fingerprint: `1220${'0a'.repeat(32)}`, spec: 'EC-P256', usage: 'namespace', ...pair('P-256') },
  { fingerprint: `1220${'0b'.repeat(32)}`, spec: 'EC-Secp256k1', usage: 'sequencer-auth', ...pair('secp256k1') },
  { fingerprint: `1220${'0c'.repeat(32)}`, spec: 'EC-P384', usage: 'signing', ...pair('P-384') },
  {
    ...{ fingerprint: `1220${'0d'.repeat(32)}`, spec: 'RSA-2048', usage: 'encryption' },
    key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
  },
];

function pair(namedCurve: string): { readonly key: KeyObject } {
  return { key: generateKeyPairSync('ec', { namedCurve }).privateKey };
}

const pkcs8 = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'der' });

/** What was wrapped: RSA-OAEP around an AES key, AES key wrap with padding around the rest. */
function unwrapped(material: Buffer): Buffer {
  const oaep = { key: wrapping.privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const aes = privateDecrypt(oaep, material.subarray(0, 512));
  const cipher = createDecipheriv('id-aes256-wrap-pad', aes, Buffer.from('A65959A6', 'hex'));
  return Buffer.concat([cipher.update(material.subarray(512)), cipher.final()]);
}

function planOf(kms: Kms): Plan {
  const start: Plan = {
    ...newPlan(),
    kms: [kms],
    nodes: [newNode('participant', 'bank-1', { type: 'none' })],
    task: migrate(),
  };
  return withWay(start, newWay('export'));
}

function scriptOf(kms: Kms): string {
  const plan = planOf(kms);
  const way = plan.task.type === 'migrate' ? plan.task.way : undefined;
  if (way?.type !== 'export') throw new Error('no export');
  const [move = { from: '', to: '' }] = way.moves;
  const file = importScript(settingsOf(plan), way, move, 'import.sh') ?? expect.fail('no script');
  return textOf({ lines: file.write() });
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  const exported = join(folder, exportFolder('bank-1'));
  mkdirSync(exported);
  for (const { fingerprint, key } of keys) writeFileSync(join(exported, `${fingerprint}.der`), pkcs8(key));
  writeRows(keys);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeRows(rows: readonly Exported[]): void {
  const lines = rows.map(
    ({ fingerprint, spec, usage }) =>
      `${fingerprint}\t${spec}\t${usage}\t${usage === 'signing' ? '' : `bank-1-${usage}`}\n`,
  );
  writeFileSync(join(folder, exportFolder('bank-1'), 'keys.tsv'), lines.join(''));
}

type Outcome = { readonly status: number; readonly out: string };

/** Runs the script as a person would, beside the exported files. */
function run(text: string, env: Record<string, string>, ...args: string[]): Promise<Outcome> {
  writeFileSync(join(folder, 'import.sh'), text);
  return new Promise((resolve) => {
    execFile('bash', ['import.sh', ...args], { cwd: folder, env: { ...process.env, ...env } }, (error, out, err) =>
      resolve({ status: error === null ? 0 : Number(error.code ?? 1), out: `${out}${err}` }),
    );
  });
}

function tool(command: string): Promise<string> {
  return new Promise((resolve) =>
    execFile(command, ['--version'], (error, out, err) => resolve(error ? '' : `${out}${err}`)),
  );
}

const awsVersion = await tool('aws');
// Debian's own client ignores the variable that names the endpoint, and would call the real AWS.
const hasAws = /^aws-cli\/(1\.(4\d|[5-9]\d)|2\.(1[3-9]|[2-9]\d))/.test(awsVersion);
const hasGcloud = (await tool('gcloud')).includes('Google Cloud SDK');
if (!hasAws)
  console.error(
    `The import into AWS is not run here: no AWS CLI that can be sent to loopback (${awsVersion.trim() || 'none'})`,
  );
if (!hasGcloud) console.error('The import into Google Cloud is not run here: gcloud is missing');

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

type Reply = { readonly status?: number; readonly body: unknown };

/** An endpoint for as long as `use` runs, and what it was asked. */
async function serving<T>(
  answer: (request: { method: string; url: string; target: string; body: Record<string, unknown> }) => Reply,
  use: (origin: string) => Promise<T>,
): Promise<T> {
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const target = String(request.headers['x-amz-target'] ?? '');
      const body = text === '' ? {} : JSON.parse(text);
      const { status = 200, body: reply } = answer({
        method: request.method ?? '',
        url: request.url ?? '',
        target,
        body,
      });
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(reply));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  try {
    return await use(`http://127.0.0.1:${port}`);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const rowsOf = (name: string) =>
  read(name)
    .trimEnd()
    .split('\n')
    .map((row) => row.split('\t'));

describe.skipIf(!hasAws)('into AWS', () => {
  const kms: Kms = {
    ...newKms('aws', 'kms1'),
    region: 'eu-central-1',
    customTags: [{ name: "it's", value: 'a,b "c"' }],
  };
  const env = (origin: string) => ({
    ...{ AWS_ENDPOINT_URL: origin, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
    ...{ AWS_EC2_METADATA_DISABLED: 'true', AWS_PAGER: '', AWS_MAX_ATTEMPTS: '1' },
  });

  /** Keys by their ids; `fails` is an action that is refused, `swaps` gives out another public key. */
  function aws({ fails = '', swaps = false } = {}) {
    const made = new Map<string, { spec: string; material?: Buffer }>();
    const asked: Record<string, unknown>[] = [];
    const answer = ({ target, body }: { target: string; body: Record<string, unknown> }): Reply => {
      const action = target.replace('TrentService.', '');
      asked.push({ action, ...body });
      const id = String(body.KeyId ?? '');
      if (action === fails) return { status: 400, body: { __type: 'AccessDeniedException', message: 'no' } };
      switch (action) {
        case 'CreateKey': {
          const next = `1234abcd-12ab-34cd-56ef-${String(made.size).padStart(12, '0')}`;
          made.set(next, { spec: String(body.KeySpec) });
          return { body: { KeyMetadata: { KeyId: next } } };
        }
        case 'GetParametersForImport':
          return {
            body: {
              KeyId: id,
              PublicKey: spki(wrapping.publicKey).toString('base64'),
              ImportToken: Buffer.from(`token of ${id}`).toString('base64'),
            },
          };
        case 'ImportKeyMaterial':
          made.set(id, {
            spec: made.get(id)?.spec ?? '',
            material: unwrapped(Buffer.from(String(body.EncryptedKeyMaterial), 'base64')),
          });
          return { body: {} };
        case 'DescribeKey': {
          const state = made.get(id)?.material === undefined ? 'PendingImport' : 'Enabled';
          return { body: { KeyMetadata: { KeyId: id, KeyState: state } } };
        }
        case 'GetPublicKey': {
          const material = made.get(id)?.material;
          if (material === undefined)
            return { status: 400, body: { __type: 'KMSInvalidStateException', message: 'empty' } };
          const key = swaps
            ? wrapping.publicKey
            : createPublicKey(createPrivateKey({ key: material, format: 'der', type: 'pkcs8' }));
          return { body: { KeyId: id, PublicKey: spki(key).toString('base64') } };
        }
        default:
          return { status: 400, body: { __type: 'UnknownOperationException' } };
      }
    };
    return { made, asked, answer };
  }

  test('each key arrives as it was, and a second run imports nothing', async () => {
    const { made, asked, answer } = aws();
    await serving(answer, async (origin) => {
      const first = await run(scriptOf(kms), env(origin));
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
      const second = await run(scriptOf(kms), env(origin));
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
    expect(readdirSync(folder).sort()).toEqual(
      ['exported-keys-bank-1', 'import.sh', 'imported-keys-bank-1-kms.tsv', 'made-keys-bank-1-kms.tsv'].sort(),
    );
  });

  test('a run that is cut goes on with the key that it had made', async () => {
    writeRows(keys.slice(0, 1));
    const cut = aws({ fails: 'ImportKeyMaterial' });
    const failed = await serving(cut.answer, (origin) => run(scriptOf(kms), env(origin)));
    expect(failed.status).not.toBe(0);
    expect(read('imported-keys-bank-1-kms.tsv')).toBe('');
    const again = aws();
    again.made.set([...cut.made.keys()][0] ?? '', { spec: 'ECC_NIST_P256' });
    const done = await serving(again.answer, (origin) => run(scriptOf(kms), env(origin)));
    expect(done.status, done.out).toBe(0);
    expect(again.asked.map(({ action }) => action)).not.toContain('CreateKey');
  });

  test('another public key in the cloud is not taken for ours', async () => {
    writeRows(keys.slice(0, 1));
    const wrong = await serving(aws({ swaps: true }).answer, (origin) => run(scriptOf(kms), env(origin)));
    expect(wrong.status).not.toBe(0);
    expect(wrong.out).toContain('holds another key than');
    expect(read('imported-keys-bank-1-kms.tsv')).toBe('');
  });

  test('what can not be imported stops it before the first key is made', async () => {
    const bad: readonly (readonly [what: string, change: () => void, says: string])[] = [
      ['no list', () => rmSync(join(folder, exportFolder('bank-1'), 'keys.tsv')), 'keys.tsv is missing'],
      ['a kind it lacks', () => writeRows(keys.map((key) => ({ ...key, spec: 'EC-Curve25519' }))), 'can not hold'],
      ['a line that is none', () => writeRows(keys.map((key) => ({ ...key, fingerprint: '../x' }))), 'is no key'],
      [
        'a file that is none',
        () => writeFileSync(join(folder, exportFolder('bank-1'), `${keys[3]?.fingerprint}.der`), 'x'),
        'no private key',
      ],
    ];
    const { asked, answer } = aws();
    await serving(answer, async (origin) => {
      for (const [what, change, says] of bad) {
        change();
        const { status, out } = await run(scriptOf(kms), env(origin));
        expect(status, what).not.toBe(0);
        expect(out, what).toContain(says);
        writeRows(keys);
      }
    });
    expect(asked).toEqual([]);
  });

  test('the files are destroyed when all is imported, and not before', async () => {
    const exported = join(folder, exportFolder('bank-1'));
    const some = keys.slice(0, 2);
    writeRows(some);
    for (const { fingerprint } of keys.slice(2)) rmSync(join(exported, `${fingerprint}.der`));
    const { answer } = aws();
    await serving(answer, async (origin) => {
      const destroy = () => run(scriptOf(kms), env(origin), '--destroy');
      expect((await destroy()).out).toContain('is not imported yet');
      await run(scriptOf(kms), env(origin));

      const stranger = join(exported, `1220${'ff'.repeat(32)}.der`);
      writeFileSync(stranger, 'never imported');
      expect((await destroy()).out).toContain('is in no list, so it was not imported: nothing is destroyed');
      expect(readdirSync(exported)).toHaveLength(some.length + 2);
      rmSync(stranger);

      // As a run leaves it that was cut; and a list that ends without the end of a line.
      rmSync(join(exported, `${keys[0]?.fingerprint}.der`));
      const list = join(exported, 'keys.tsv');
      writeFileSync(list, readFileSync(list, 'utf8').trimEnd());
      const late = await destroy();
      expect(late.status, late.out).toBe(0);
      expect(late.out).toContain('Copies may remain');
      expect(readdirSync(exported)).toEqual(['keys.tsv']);

      writeFileSync(list, '');
      writeFileSync(stranger, 'never imported');
      expect((await destroy()).status).not.toBe(0);
      expect(existsSync(stranger)).toBe(true);
    });
  });
});

describe.skipIf(!hasGcloud)('into Google Cloud', () => {
  const kms: Kms = { ...newKms('gcp', 'kms1'), locationId: 'europe-west6', projectId: 'acme', keyRingId: 'canton' };
  const ring = '/v1/projects/acme/locations/europe-west6/keyRings/canton';
  const env = (origin: string) => ({
    CLOUDSDK_CONFIG: join(folder, 'gcloud'),
    CLOUDSDK_AUTH_DISABLE_CREDENTIALS: 'true',
    CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
    CLOUDSDK_CORE_PROJECT: 'acme',
    CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: `${origin}/`,
  });

  function gcp() {
    const made = new Map<string, { asked: Record<string, unknown>; material?: Buffer; algorithm?: string }>();
    const jobs = new Map<string, Record<string, unknown>>();
    const missing: Reply = { status: 404, body: { error: { code: 404, status: 'NOT_FOUND', message: 'none' } } };
    const answer = ({ method, url, body }: { method: string; url: string; body: Record<string, unknown> }): Reply => {
      const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
      const [, kind = '', name = '', ...rest] = pathname.replace(ring, '').split(/[/:]/);
      const known = made.get(name);
      if (kind === 'importJobs' && method === 'POST') {
        jobs.set(searchParams.get('importJobId') ?? '', body);
        return {
          body: { name: `${pathname.slice(4)}/${searchParams.get('importJobId')}`, state: 'PENDING_GENERATION' },
        };
      }
      if (kind === 'importJobs') {
        if (!jobs.has(name)) return missing;
        return { body: { name: pathname.slice(4), state: 'ACTIVE', publicKey: { pem: pem(wrapping.publicKey) } } };
      }
      if (method === 'POST' && rest.length === 0) {
        const asked = { ...body, skips: searchParams.get('skipInitialVersionCreation') };
        made.set(searchParams.get('cryptoKeyId') ?? '', { asked });
        return { body: { name: `${pathname.slice(4)}/${searchParams.get('cryptoKeyId')}` } };
      }
      if (known === undefined) return missing;
      if (rest.at(-1) === 'import') {
        const wrapped = Buffer.from(String(body.wrappedKey ?? body.rsaAesWrappedKey), 'base64');
        made.set(name, { ...known, material: unwrapped(wrapped), algorithm: String(body.algorithm) });
        return { body: { name: `${ring.slice(4)}/cryptoKeys/${name}/cryptoKeyVersions/1`, state: 'PENDING_IMPORT' } };
      }
      const { material, algorithm } = known;
      if (rest.length === 0) return { body: { name: pathname.slice(4) } };
      if (rest.at(-1) === 'cryptoKeyVersions') {
        const version = { name: `${pathname.slice(4)}/1`, state: 'ENABLED', algorithm };
        return { body: material === undefined ? {} : { cryptoKeyVersions: [version] } };
      }
      if (material === undefined) return missing;
      if (rest.at(-1) !== 'publicKey') return { body: { name: pathname.slice(4), state: 'ENABLED', algorithm } };
      const key = createPublicKey(createPrivateKey({ key: material, format: 'der', type: 'pkcs8' }));
      return { body: { name: pathname.slice(4), pem: pem(key), algorithm, protectionLevel: 'HSM' } };
    };
    return { made, jobs, answer };
  }

  test('each key arrives as it was, as the first version of a key that had none', async () => {
    const wanted = [keys[0], keys[3]].flatMap((key) => key ?? []);
    writeRows(wanted);
    const { made, jobs, answer } = gcp();
    const { status, out } = await serving(answer, (origin) => run(scriptOf(kms), env(origin)));
    expect(status, out).toBe(0);
    const ids = wanted.map(({ usage, fingerprint }) => `bank-1-kms-${usage}-${fingerprint.slice(4, 12)}`);
    expect([...made.keys()]).toEqual(ids);
    expect([...made.values()].map(({ material }) => material?.toString('base64'))).toEqual(
      wanted.map(({ key }) => pkcs8(key).toString('base64')),
    );
    expect([...made.values()].map(({ algorithm }) => algorithm)).toEqual([
      'EC_SIGN_P256_SHA256',
      'RSA_DECRYPT_OAEP_2048_SHA256',
    ]);
    expect([...made.values()].map(({ asked }) => asked)).toMatchObject([
      { purpose: 'ASYMMETRIC_SIGN', skips: 'True', importOnly: true },
      { purpose: 'ASYMMETRIC_DECRYPT', skips: 'True', importOnly: true },
    ]);
    expect(jobs.get('canton-import')).toMatchObject({
      importMethod: 'RSA_OAEP_4096_SHA256_AES_256',
      protectionLevel: 'HSM',
    });
    expect(rowsOf('imported-keys-bank-1-kms.tsv')).toEqual(
      wanted.map(({ fingerprint, usage }, at) => [fingerprint, usage, ids[at]]),
    );
  });
});

test('shellcheck has nothing to say about either script, whatever the answers are', () => {
  const hostile = '$(x)\'\n`"';
  const plans: readonly Kms[] = [
    { ...newKms('aws', 'kms1'), region: 'eu-central-1' },
    { ...newKms('gcp', 'kms1'), locationId: 'global', projectId: 'acme', keyRingId: 'canton' },
    {
      ...{ ...newKms('aws', 'kms1'), region: hostile, endpointOverride: hostile, multiRegionKey: true },
      customTags: [{ name: hostile, value: hostile }],
    },
    { ...newKms('gcp', 'kms1'), locationId: hostile, projectId: hostile, keyRingId: hostile },
  ];
  for (const kms of plans) {
    const { stdout, error } = spawnSync('shellcheck', ['--exclude=SC2016', '-'], {
      input: scriptOf(kms),
      encoding: 'utf8',
    });
    if (error !== undefined) throw new Error('shellcheck is missing', { cause: error });
    expect(stdout, kms.type).toBe('');
  }
});

test('a driver has no such script: its maker says how material gets in', () => {
  const plan = planOf({ ...newKms('driver', 'kms1'), driverName: 'acme' });
  const way = plan.task.type === 'migrate' ? plan.task.way : undefined;
  if (way?.type !== 'export') throw new Error('no export');
  expect(importScript(settingsOf(plan), way, { from: 'bank-1', to: 'bank-1-kms' }, 'x')).toBeUndefined();
});
