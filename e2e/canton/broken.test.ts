import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Release } from '../../src/core/canton/releases';
import { judgeFiles } from '../../src/core/read/judge/judge-files';
import type { Stage } from '../../src/core/read/judge/problem';

/** Files with one mistake each: refused at the right place, and accepted once the mistake is mended. */
type Broken = {
  readonly file: string;
  readonly release: Release;
  readonly stage: Stage;
  readonly path: string;
  readonly line: number;
  readonly says: string;
  /** What to write in place of what. */
  readonly mend: readonly [string | RegExp, string];
};

const participant = 'canton.participants.bank1.crypto';
const sequencer = 'canton.sequencers.seq1.crypto';
const mediator = 'canton.mediators.med1.crypto';

const broken: readonly Broken[] = [
  {
    file: 'aws-without-region.conf',
    release: '3.5',
    stage: 'reading',
    path: `${participant}.kms`,
    line: 3,
    says: "Key not found: 'region'.",
    mend: ['type = aws', 'type = aws, region = "eu-central-1"'],
  },
  {
    file: 'misspelt-key.conf',
    release: '3.5',
    stage: 'reading',
    path: `${participant}.kms.multi-region-keys`,
    line: 6,
    says: 'Unknown key.',
    mend: ['multi-region-keys', 'multi-region-key'],
  },
  {
    file: 'aws-key-on-gcp.conf',
    release: '3.4',
    stage: 'reading',
    path: `${sequencer}.kms.region`,
    line: 8,
    says: 'Unknown key.',
    mend: [/ {4}region.*\n/, ''],
  },
  {
    file: 'driver-without-config.conf',
    release: '3.5',
    stage: 'reading',
    path: `${mediator}.kms`,
    line: 3,
    says: "Key not found: 'config'.",
    mend: ['name = "acme-hsm"', 'name = "acme-hsm", config {}'],
  },
  {
    file: 'driver-audit-beside-config.conf',
    release: '3.6',
    stage: 'reading',
    path: `${mediator}.kms.audit-logging`,
    line: 7,
    says: 'Unknown key.',
    mend: [/config \{\}\n {4}(.*)/, 'config { $1 }'],
  },
  {
    file: 'session-keys-of-another-line.conf',
    release: '3.4',
    stage: 'reading',
    path: `${participant}.session-signing-keys`,
    line: 8,
    says: 'Unknown key. Canton 3.5, 3.6 have it here, 3.4 does not.',
    mend: ['session-signing-keys', 'kms.session-signing-keys'],
  },
  {
    file: 'session-keys-not-enabled.conf',
    release: '3.5',
    stage: 'reading',
    path: `${participant}.session-signing-keys`,
    line: 7,
    says: "Key not found: 'enabled'.",
    mend: ['key-validity-duration', 'enabled = false, key-validity-duration'],
  },
  {
    file: 'session-key-too-short.conf',
    release: '3.5',
    stage: 'validation',
    path: `${participant}.session-signing-keys.key-validity-duration`,
    line: 9,
    says: 'The selected session signing key validity duration of 3m is too short. It must be longer than 3m.',
    mend: ['3m', '4m'],
  },
  {
    file: 'session-keys-without-kms.conf',
    release: '3.6',
    stage: 'validation',
    path: `${participant}.session-signing-keys`,
    line: 2,
    says: 'Session signing keys should only be enabled when using a KMS provider',
    mend: ['enabled = true', 'enabled = false'],
  },
  {
    file: 'tls-switched-off.conf',
    release: '3.5',
    stage: 'validation',
    path: `${participant}.kms.disable-ssl-verification`,
    line: 7,
    says: 'requires you to explicitly set canton.parameters.non-standard-config = yes',
    mend: [/^/, 'canton.parameters.non-standard-config = yes\n'],
  },
  {
    file: 'half-retries.conf',
    release: '3.3',
    stage: 'reading',
    path: `${participant}.kms.retries.failures`,
    line: 6,
    says: "Key not found: 'initial-delay'.",
    mend: ['max-retries', 'initial-delay = 1s, max-delay = 10s, max-retries'],
  },
  {
    file: 'duration-without-unit.conf',
    release: '3.5',
    stage: 'reading',
    path: `${mediator}.kms.health-check-period`,
    line: 7,
    says: 'Cannot convert `30` to a positive finite duration: format error 30',
    mend: ['= 30', '= 30s'],
  },
  {
    file: 'flag-in-capitals.conf',
    release: '3.5',
    stage: 'reading',
    path: `${participant}.kms.audit-logging`,
    line: 6,
    says: 'Expected type BOOLEAN. Found STRING instead.',
    mend: ['True', 'true'],
  },
  {
    file: 'scheme-of-version-two.conf',
    release: '3.5',
    stage: 'reading',
    path: `${sequencer}.signing.algorithms.default`,
    line: 2,
    says: `No valid coproduct option found for '"ed25519"'.`,
    mend: ['ed25519', 'ed-25519'],
  },
  {
    file: 'allowed-without-brackets.conf',
    release: '3.4',
    stage: 'reading',
    path: `${sequencer}.encryption.keys.allowed`,
    line: 2,
    says: 'Expected type LIST. Found STRING instead.',
    mend: ['= rsa-2048', '= [ec-p-256, rsa-2048]'],
  },
  {
    file: 'default-not-allowed.conf',
    release: '3.5',
    stage: 'validation',
    path: `${sequencer}.signing.algorithms.default`,
    line: 3,
    says: 'The selected signing algorithm specification, Ed25519, is not supported. Supported algorithms: Set(EC-DSA-SHA256, EC-DSA-SHA384).',
    mend: ['[ec', '[ed-25519, ec'],
  },
  {
    file: 'wrapper-key-of-version-two.conf',
    release: '3.5',
    stage: 'reading',
    path: `${participant}.private-key-store.encryption.wrapper-key-id`,
    line: 13,
    says: 'Expected type STRING. Found OBJECT instead.',
    mend: [/\{ str = (.*) \}/, '$1'],
  },
  {
    file: 'encryption-without-type.conf',
    release: '3.5',
    stage: 'reading',
    path: `${participant}.private-key-store.encryption`,
    line: 11,
    says: "Key not found: 'type'.",
    mend: ['reverted', 'type = kms, reverted'],
  },
  {
    file: 'tags-before-their-time.conf',
    release: '3.5',
    stage: 'reading',
    path: `${participant}.kms.custom-tags`,
    line: 6,
    says: 'Unknown key. Canton 3.6 has it here, 3.5 does not.',
    mend: [/ {4}custom-tags \{[^}]*\}\n/, ''],
  },
  {
    file: 'name-with-a-dot.conf',
    release: '3.5',
    stage: 'reading',
    path: 'canton.participants',
    line: 1,
    says: 'Node name contains invalid characters (allowed: [a-zA-Z0-9_-]): "bank.1"',
    mend: ['"bank.1"', '"bank-1"'],
  },
];

const folder = new URL('broken/', import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const judged = (file: string, text: string, release: Release) =>
  judgeFiles({ names: [file], files: new Map([[file, text]]), release });

test('every broken file is in the table', () => {
  expect(broken.map(({ file }) => file).sort()).toEqual(readdirSync(folder).sort());
  expect(broken).toHaveLength(20);
});

test.each(broken)('$file is refused at $path', async ({ file, release, stage, path, line, says }) => {
  const { problems } = await judged(file, textOf(file), release);
  expect(problems[0]).toMatchObject({ stage, path, file, line, message: expect.stringContaining(says) });
  expect(new Set(problems.map((problem) => problem.path))).toEqual(new Set([path]));
});

test.each(broken)('$file is accepted once mended', async ({ file, release, mend: [from, to] }) => {
  const { problems } = await judged(file, textOf(file).replace(from, to), release);
  expect(problems).toEqual([]);
});
