import { describe, expect, test } from 'vitest';
import { awsArn, keyIdProblem, readAwsKeyId, readGcpKeyName } from './key-ids';

const id = '1234abcd-12ab-34cd-56ef-1234567890ab';
const mrk = `mrk-${'1'.repeat(32)}`;

describe('an AWS key id', () => {
  test.each([
    [id, { kind: 'id', id, multiRegion: false }],
    [mrk, { kind: 'id', id: mrk, multiRegion: true }],
    ['alias/bank1/wrapper', { kind: 'alias', alias: 'alias/bank1/wrapper' }],
    [
      `arn:aws:kms:eu-central-1:123456789012:key/${id}`,
      { kind: 'key-arn', region: 'eu-central-1', account: '123456789012', id, multiRegion: false },
    ],
    [
      `arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/${mrk}`,
      { kind: 'key-arn', region: 'us-gov-west-1', account: '123456789012', id: mrk, multiRegion: true },
    ],
    [
      'arn:aws-cn:kms:cn-north-1:123456789012:alias/bank1',
      { kind: 'alias-arn', region: 'cn-north-1', account: '123456789012', alias: 'alias/bank1' },
    ],
  ])('%s is read', (text, expected) => {
    expect(readAwsKeyId(text)).toEqual(expected);
    expect(keyIdProblem('aws', text)).toBeUndefined();
  });

  test.each([
    '',
    'bank1',
    id.toUpperCase(),
    ` ${id}`,
    `${id}\n`,
    'alias/',
    'alias/a b',
    `arn:aws:kms:eu-central-1:12345:key/${id}`,
    `arn:aws:s3:eu-central-1:123456789012:key/${id}`,
    `arn:aws:kms::123456789012:key/${id}`,
    'mrk-1234',
  ])('%j is none', (text) => {
    expect(readAwsKeyId(text)).toBeUndefined();
    expect(keyIdProblem('aws', text)).toMatch(/^Write a key id/);
  });

  test.each(['alias/aws/ebs', 'arn:aws:kms:eu-central-1:123456789012:alias/aws/ebs'])("%s is AWS's own", (text) => {
    expect(keyIdProblem('aws', text)).toMatch(/^Choose a key of your own/);
  });
});

describe('a Google key id', () => {
  const name = 'projects/acme/locations/global/keyRings/canton/cryptoKeys/bank1';

  test.each(['bank1', 'A_b-1', 'x'.repeat(63)])('can be %s', (text) => {
    expect(keyIdProblem('gcp', text)).toBeUndefined();
  });

  test.each(['', 'a b', 'ä', 'x'.repeat(64)])('can not be %j', (text) => {
    expect(keyIdProblem('gcp', text)).toMatch(/^Write the id of the key/);
  });

  test.each([name, `${name}/cryptoKeyVersions/1`, `//cloudkms.googleapis.com/${name}`])('is found in %s', (text) => {
    expect(keyIdProblem('gcp', text)).toMatch(/^Write only the id of the key/);
    expect(readGcpKeyName(text)).toEqual({
      projectId: 'acme',
      locationId: 'global',
      keyRingId: 'canton',
      id: 'bank1',
    });
  });

  test('is not guessed from anything else', () => {
    expect(readGcpKeyName('keys/bank1')).toBeUndefined();
  });
});

test.each([
  ['eu-central-1', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['us-gov-west-1', 'aws-us-gov'],
  ['us-iso-east-1', 'aws-iso'],
  ['us-isob-east-1', 'aws-iso-b'],
  ['eusc-de-east-1', 'aws-eusc'],
])('an ARN in %s is of the partition %s', (region, partition) => {
  const text = awsArn(region, '123456789012', `key/${id}`);
  expect(text).toBe(`arn:${partition}:kms:${region}:123456789012:key/${id}`);
  expect(readAwsKeyId(text)?.kind).toBe('key-arn');
});
