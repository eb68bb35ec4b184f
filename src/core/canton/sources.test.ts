import { describe, expect, test } from 'vitest';
import { type Release, releaseFacts } from './releases';
import { code, docs, documented } from './sources';

const page = 'howtos/secure/kms/kms.rst';
const blob = 'https://github.com/digital-asset/canton/blob';

describe('what the documentation says is read in the file it is written in', () => {
  test.each(['3.5', '3.6'] as const)('of its own line in %s', (release) => {
    const { branch, commit } = releaseFacts[release];
    expect(documented(page, 'KMS', release)).toEqual({
      label: `KMS (${branch})`,
      url: `${blob}/${commit}/docs-open/src/sphinx/participant/${page}`,
      kind: 'docs',
    });
  });

  test.each(['3.3', '3.4'] as const)('of 3.5 for %s, whose branch holds none', (release) => {
    expect(documented(page, 'KMS', release)).toEqual(documented(page, 'KMS', '3.5'));
  });
});

test.each([
  ['3.3', '3.3'],
  ['3.6', '3.5'],
] as const satisfies [Release, string][])(
  'a person who works with %s reads the published pages of %s',
  (release, line) => {
    expect(docs('howtos/secure/kms/kms.html', 'KMS', release)).toEqual({
      label: 'KMS',
      url: `https://docs.digitalasset.com/operate/${line}/howtos/secure/kms/kms.html`,
    });
  },
);

test("the driver's interface is that of the line", () => {
  expect(code('driverApi', 'v1/KmsDriver.scala', '3.4').url).toBe(
    `${blob}/${releaseFacts['3.4'].commit}/community/kms-driver-api/src/main/scala/com/digitalasset/canton/crypto/kms/driver/api/v1/KmsDriver.scala`,
  );
});
