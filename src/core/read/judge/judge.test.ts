import { describe, expect, test } from 'vitest';
import { type Release, releases } from '../../canton/releases';
import { readHocon } from '../hocon';
import type { Edition } from './checks/check';
import { judge } from './judge';

/** What a release line says to a participant's section; shorter paths, since they all begin alike. */
async function said(section: string, release: Release, edition?: Edition): Promise<readonly string[]> {
  const text = `canton.participants.bank1 { ${section} }`;
  const read = await readHocon({ names: ['a.conf'], files: new Map([['a.conf', text]]) });
  if (!read.ok) throw new Error(read.error.message);
  const { problems } = judge(read.root, release, edition);
  return problems.map(
    ({ stage, path, message }) => `${stage} ${path.replace('canton.participants.bank1.', '')}: ${message}`,
  );
}

const kms = 'provider = kms, kms { type = aws, region = "eu-central-1" }';

describe('session signing keys, each line at its own place', () => {
  const enabled = 'session-signing-keys { enabled = true }';

  test.each<[Release, string]>([
    ['3.3', `crypto { ${kms} }, parameters.${enabled}`],
    ['3.5', `crypto { ${kms}, ${enabled} }`],
    ['3.6', `crypto { ${kms}, ${enabled} }`],
  ])('%s takes its own', async (release, section) => {
    expect(await said(section, release)).toEqual([]);
  });

  test('3.4 wants a flag beside it', async () => {
    expect(await said(`crypto { ${kms}, kms.${enabled} }`, '3.4')).toEqual([
      'validation crypto.kms.session-signing-keys: Enabling session signing keys for participant bank1 is NOT recommended and requires you to explicitly set canton.parameters.non-standard-config = yes',
    ]);
  });

  test('from 3.5 the place of 3.4 still works, and what is wrong there is told at the new one', async () => {
    expect(await said(`crypto { ${kms}, kms.${enabled} }`, '3.5')).toEqual([]);
    expect(await said(`crypto { ${kms}, kms.session-signing-keys { enabled = 1 } }`, '3.5')).toEqual([
      'reading crypto.session-signing-keys.enabled: Expected type BOOLEAN. Found NUMBER instead.',
    ]);
  });

  test('a field at the new place hides the one at the old place, the others are kept', async () => {
    const both =
      'kms.session-signing-keys { enabled = nonsense, cut-off-duration = 3m }, session-signing-keys.enabled = true';
    expect(await said(`crypto { ${kms}, ${both} }`, '3.5')).toEqual([
      'validation crypto.session-signing-keys.key-validity-duration: The selected session signing key validity duration of 5m is too short. It must be longer than 6m.',
    ]);
  });
});

describe('where keys live', () => {
  const encryption = 'private-key-store.encryption.type = kms';

  test('external keys without a KMS load and do not start', async () => {
    expect(await said('crypto.provider = kms', '3.5')).toEqual([
      'start crypto.provider: Missing KMS configuration for KMS crypto provider',
    ]);
  });

  test('encryption over memory starts in 3.4, silently without it, and not in 3.5', async () => {
    const section = `crypto { kms { type = aws, region = r }, ${encryption} }, storage.type = memory`;
    expect(await said(section, '3.4')).toEqual([]);
    expect(await said(section, '3.5')).toEqual([
      'start crypto.private-key-store.encryption: encryption is only supported for database-backed stores',
    ]);
  });

  test('a file that says nothing of the storage leaves it to another file', async () => {
    expect(await said(`crypto { kms { type = aws, region = r }, ${encryption} }`, '3.5')).toEqual([]);
  });
});

test('3.3 loads AWS in the enterprise edition only', async () => {
  expect(await said(`crypto { ${kms} }`, '3.3', 'enterprise')).toEqual([]);
  expect(await said(`crypto { ${kms} }`, '3.3', 'open-source')).toEqual([
    'validation crypto.kms: Configuration Aws is supported only in EnterpriseCantonEdition',
  ]);
});

test('names that every object inherits are unknown keys like others', async () => {
  for (const release of releases) {
    expect(await said('constructor = 1, crypto { kms { type = toString } }', release)).toEqual([
      'reading crypto.kms.type: Unexpected value "toString" found. Known here: aws, gcp, driver.',
      'reading constructor: Unknown key.',
    ]);
  }
});

test('every problem with a known key or check says where that is written', async () => {
  const read = await readHocon({
    names: ['a.conf'],
    files: new Map([['a.conf', 'canton.participants.a.crypto { provider = KMS, session-signing-keys {} }']]),
  });
  if (!read.ok) throw new Error(read.error.message);
  const { problems } = judge(read.root, '3.5');
  expect(problems.map(({ source }) => source?.label)).toEqual([
    'CryptoConfig.scala (release-line-3.5)',
    'SessionSigningKeysConfig.scala (release-line-3.5)',
  ]);
});
