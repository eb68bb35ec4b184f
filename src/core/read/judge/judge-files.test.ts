import { describe, expect, test } from 'vitest';
import { judgeFiles, loads } from './judge-files';

const external = `canton.participants.bank1.crypto {
  provider = kms
  kms { type = aws, region = "eu-central-1" }
}
`;

const files = (entries: Readonly<Record<string, string>>) => ({
  names: Object.keys(entries),
  files: new Map(Object.entries(entries)),
});

test('a sound file has no problems and nothing that could not be judged', async () => {
  expect(await judgeFiles({ ...files({ 'a.conf': external }), release: '3.5' })).toEqual({
    problems: [],
    notJudged: [],
  });
});

test('a later file lies over an earlier one, and a problem names the file it stands in', async () => {
  const over = 'canton.participants.bank1.crypto.kms {\n  audit-logs = yes\n}\n';
  const { problems } = await judgeFiles({ ...files({ 'a.conf': external, 'b.conf': over }), release: '3.5' });
  expect(problems).toMatchObject([
    { stage: 'reading', path: 'canton.participants.bank1.crypto.kms.audit-logs', file: 'b.conf', line: 2 },
  ]);
});

test('a missing fragment that is required stops everything', async () => {
  const { problems } = await judgeFiles({
    ...files({ './a.conf': `include required("shared.conf")\n${external}` }),
    release: '3.5',
  });
  expect(problems).toMatchObject([{ stage: 'parse', path: '', message: expect.stringContaining('shared.conf') }]);
});

test('a syntax error says where it is', async () => {
  const { problems } = await judgeFiles({ ...files({ 'a.conf': `${external}canton.x = a:b\n` }), release: '3.5' });
  expect(problems).toMatchObject([{ stage: 'parse', file: 'a.conf', line: 5 }]);
});

describe('variables of the environment', () => {
  const text = `canton.participants.bank1.crypto {
  provider = \${PROVIDER}
  kms { type = driver, name = "acme", config { pin = \${HSM_PIN} } }
  parallelism.signature-verification-parallelism = \${COUNT}
}`;

  test('count as text that only the node knows', async () => {
    const judged = await judgeFiles({ ...files({ 'a.conf': text }), release: '3.5' });
    expect(judged).toEqual({
      problems: [],
      notJudged: [
        'canton.participants.bank1.crypto.provider',
        'canton.participants.bank1.crypto.kms.config',
        'canton.participants.bank1.crypto.parallelism.signature-verification-parallelism',
      ],
    });
  });

  test('are judged where their values are known', async () => {
    const env = { PROVIDER: 'KMS', HSM_PIN: '1', COUNT: '7' };
    const { problems } = await judgeFiles({ ...files({ 'a.conf': text }), release: '3.5', env });
    expect(problems).toMatchObject([{ path: 'canton.participants.bank1.crypto.provider' }]);
  });

  test('can not stand for a section, whatever is in them', async () => {
    const { problems } = await judgeFiles({
      ...files({ 'a.conf': 'canton.participants.bank1.crypto = ${CRYPTO}' }),
      release: '3.5',
    });
    expect(problems).toMatchObject([{ message: 'Expected type OBJECT. Found STRING instead.' }]);
  });

  test('that are not set stop the process, as they would on the node, and are named', async () => {
    const { problems } = await judgeFiles({
      ...files({ 'a.conf': text }),
      release: '3.5',
      unresolved: 'fail',
      env: { PROVIDER: 'kms', COUNT: '7' },
    });
    expect(problems).toMatchObject([{ stage: 'parse', line: 3, message: expect.stringContaining('variable HSM_PIN') }]);
  });
});

test('what lies outside our ground is named, not judged', async () => {
  const text = `${external}canton.participants.bank1 {
  storage { type = postgres, config { any = thing } }
  admin-api.port = 5002
  parameters.caching { x = 1 }
}
canton.monitoring {}`;
  expect(await judgeFiles({ ...files({ 'a.conf': text }), release: '3.5' })).toEqual({
    problems: [],
    notJudged: [
      'canton.monitoring',
      'canton.participants.bank1.storage.config',
      'canton.participants.bank1.parameters.caching',
      'canton.participants.bank1.admin-api',
    ],
  });
});

test('what only the start refuses comes with a configuration that loads', async () => {
  const text = `${external}canton.participants.bank1.crypto.signing.keys.default = ec-p-384`;
  const { problems } = await judgeFiles({ ...files({ 'a.conf': text }), release: '3.5' });
  expect(problems).toMatchObject([
    {
      stage: 'start',
      path: 'canton.participants.bank1.crypto.signing.keys.default',
      message:
        'Default signing key spec EC-P384 is not supported by default signing algorithm EC-DSA-SHA256. Supported key specs: Set(EC-P256, EC-Secp256k1)',
      line: 5,
    },
  ]);
  expect(loads(problems)).toBe(true);
});
