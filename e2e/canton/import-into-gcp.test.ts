import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newKms } from '../../src/core/plan/defaults';
import { besideExported, versionOf } from './import/beside-exported';
import { keys, pkcs8 } from './import/exported-keys';
import { fakeGcp } from './import/fake-gcp';
import { serving } from './import/loopback';
import { planOf, scriptOf } from './import/script-of';

/** The script that imports keys into Google Cloud, run for real as the one for AWS is. */

const hasGcloud = (await versionOf('gcloud')).includes('Google Cloud SDK');
if (!hasGcloud) console.error('The import into Google Cloud is not run here: gcloud is missing');

const { folder, writeRows, rowsOf, run } = besideExported();

const script = scriptOf(
  planOf({ ...newKms('gcp', 'kms1'), locationId: 'europe-west6', projectId: 'acme', keyRingId: 'canton' }),
);
const ring = '/v1/projects/acme/locations/europe-west6/keyRings/canton';
const env = (origin: string) => ({
  CLOUDSDK_CONFIG: join(folder(), 'gcloud'),
  CLOUDSDK_AUTH_DISABLE_CREDENTIALS: 'true',
  CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
  CLOUDSDK_CORE_PROJECT: 'acme',
  CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: `${origin}/`,
});

describe.skipIf(!hasGcloud)('into Google Cloud', () => {
  test('each key arrives as it was, as the first version of a key that had none', async () => {
    const wanted = [keys[0], keys[3]].flatMap((key) => key ?? []);
    writeRows(wanted);
    const { made, jobs, answer } = fakeGcp(ring);
    const { status, out } = await serving(answer, (origin) => run(script, env(origin)));
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
