import { describe, expect, test } from 'vitest';
import { envelope, external, newKms, newNode, newPlan, rotate } from '../../plan/defaults';
import type { Kms } from '../../plan/kms';
import type { Custody } from '../../plan/node';
import type { Plan } from '../../plan/plan';
import type { KeyRotation, ObservedKey, Rotate } from '../../plan/task';
import { textOf } from '../artefact';
import { emitOne } from '../emit';

const aws: Kms = { ...newKms('aws', 'kms1'), region: 'eu-central-1' };
const gcp: Kms = { ...newKms('gcp', 'kms1'), locationId: 'global', projectId: 'acme', keyRingId: 'canton' };
const given: Custody = { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'given', id: 'old' } };

const fingerprint = (digit: string) => `1220${digit.repeat(64)}`;
const id = (digit: string) => `0000000${digit}-0000-4000-8000-000000000000`;
const arn = (digit: string) => `arn:aws:kms:eu-central-1:*:key/${id(digit)}`;

/** An announced key that signs and is in a KMS, unless more is said. */
function key(digit: string, more: Partial<ObservedKey> = {}): ObservedKey {
  const usage: ObservedKey['usage'] = ['signing'];
  const place = { kmsKeyId: id(digit), wrapperKeyId: '', mapped: true, root: false };
  return {
    fingerprint: fingerprint(digit),
    purpose: 'signing',
    usage,
    name: digit,
    spec: 'EC-P256',
    ...place,
    ...more,
  };
}
const keys = [
  key('a'),
  key('b', { purpose: 'encryption', usage: [], spec: 'RSA-2048' }),
  key('c', { spec: 'EC-P384' }),
  key('d', { mapped: false }),
];
const to = (digit: string, kmsKeyId: string): KeyRotation => ({
  ...{ node: 'bank', fingerprint: fingerprint(digit), name: `new-${digit}` },
  to: kmsKeyId === '' ? { type: 'generated', spec: null } : { type: 'given', kmsKeyId },
});

/** The page of a rotation on one node. */
function page(task: Partial<Rotate>, { kms = aws, custody = external('kms1') }: { kms?: Kms; custody?: Custody } = {}) {
  const inventory = [
    { kind: 'participant' as const, name: 'bank', uid: 'bank::1', namespace: '1', keys: [...keys], lost: [] },
  ];
  const plan: Plan = {
    ...newPlan(),
    kms: [kms],
    nodes: [newNode('participant', 'bank', custody)],
    task: { ...rotate(), inventory, ...task },
  };
  return textOf(emitOne(plan, 'readme') ?? expect.fail());
}

type Statement = { readonly Sid: string; readonly Action: string[]; readonly Resource: unknown };

/** The statements of the policies in a part of the page, as AWS would read them. */
function statements(text: string, part = 'Permissions'): readonly Statement[] {
  const [, body = ''] = new RegExp(`## ${part}\\n(.*?)(?:\\n## |$)`, 's').exec(text) ?? [];
  return [...body.matchAll(/```json\n(.*?)```/gs)].flatMap(([, json]): Statement[] => JSON.parse(json ?? '').Statement);
}
const onAnotherDay = 'On another day: delete retired keys';

describe('the rights of a rotation', () => {
  test('to keys that are given: to use these, each for its purpose, and none to create', () => {
    expect(statements(page({ keys: [to('a', id('1')), to('b', id('2'))] }))).toMatchObject([
      { Action: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign'], Resource: [arn('1')] },
      { Action: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Decrypt'], Resource: [arn('2')] },
    ]);
    expect(statements(page({ keys: [to('a', id('1'))] })).flatMap(({ Action }) => Action)).not.toContain('kms:Decrypt');
  });

  test('to keys that the node makes: to create them, and to use what nobody knows yet', () => {
    expect(statements(page({ keys: [to('b', '')] }))).toMatchObject([
      {
        Action: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Decrypt'],
        Resource: ['arn:aws:kms:eu-central-1:*:key/*'],
      },
      { Action: ['kms:CreateKey', 'kms:TagResource'], Resource: '*' },
    ]);
  });

  test('to a wrapper key', () => {
    const wrappers = (digit: string): Rotate['wrappers'] => [
      { node: 'bank', from: 'old', to: digit === '' ? { type: 'generated' } : { type: 'given', id: id(digit) } },
    ];
    const uses = ['kms:DescribeKey', 'kms:Encrypt', 'kms:Decrypt'];
    expect(statements(page({ wrappers: wrappers('1') }, { custody: given }))).toMatchObject([
      { Action: uses, Resource: [arn('1')] },
    ]);
    expect(statements(page({ wrappers: wrappers('') }, { custody: given }))).toMatchObject([
      { Action: uses },
      { Action: ['kms:CreateKey', 'kms:TagResource'] },
    ]);
  });

  test('are none where the node makes keys in its own database', () => {
    for (const custody of [envelope('kms1'), { type: 'none' } as const]) {
      expect(page({ keys: [to('a', '')] }, { custody })).not.toContain('## Permissions');
    }
  });

  test('are none to create where the keys belong to somebody else', () => {
    const elsewhere: Kms = { ...aws, keyAccount: { type: 'other', account: '123456789012' } };
    expect(statements(page({ keys: [to('a', '')] }, { kms: elsewhere })).map(({ Sid }) => Sid)).toEqual([
      'CantonSignsWithNewKeys',
    ]);
  });

  test('of an alias are narrowed by a person', () => {
    const text = page({ keys: [to('a', 'alias/new')] });
    expect(statements(text)).toMatchObject([{ Resource: ['arn:aws:kms:eu-central-1:*:key/*'] }]);
    expect(text).toContain('A policy does not take an alias for the key behind it.');
  });

  test('of Google are lists, on the new keys or the ring', () => {
    const text = page({ keys: [to('a', 'new-sign'), to('b', '')] }, { kms: gcp });
    const lists = [...text.matchAll(/```text\n(.*?)\n```/gs)].map(([, list]) => list?.split('\n'));
    expect(lists).toEqual([
      ['get', 'viewPublicKey', 'useToSign'].map((right) => `cloudkms.cryptoKeyVersions.${right}`),
      ['get', 'viewPublicKey', 'useToDecrypt'].map((right) => `cloudkms.cryptoKeyVersions.${right}`),
      ['cloudkms.cryptoKeys.create', 'cloudkms.cryptoKeyVersions.create'],
    ]);
    expect(text).toContain('granted on `new-sign` to the service account of the nodes:');
  });

  test('to delete stand apart, for the retired keys alone', () => {
    const deletions = [{ node: 'bank', fingerprint: fingerprint('d'), retiredBefore: '2026-11-01T00:00:00Z' }];
    const text = page({ keys: [to('a', id('1'))], deletions });
    expect(statements(text).flatMap(({ Action }) => Action)).not.toContain('kms:ScheduleKeyDeletion');
    expect(statements(text, onAnotherDay)).toEqual([
      { Sid: 'CantonDestroysRetiredKeys', Effect: 'Allow', Action: ['kms:ScheduleKeyDeletion'], Resource: [arn('d')] },
    ]);
    expect(page({ deletions }, { kms: gcp })).toContain('```text\ncloudkms.cryptoKeyVersions.destroy\n```');
  });
});

describe('a deletion', () => {
  const deletions = [{ node: 'bank', fingerprint: fingerprint('d'), retiredBefore: '2026-11-01T00:00:00Z' }];

  test('names the key, and up to when its node is pruned', () => {
    expect(page({ deletions })).toContain(
      `| \`bank\` | \`${fingerprint('d')}\` | \`${id('d')}\` | \`2026-11-01T00:00:00Z\` |`,
    );
  });

  test('comes after everything else that is run, with what its lines mean where nothing else is', () => {
    const both = page({ keys: [to('a', id('1'))], deletions });
    expect(both.indexOf('01-announce')).toBeLessThan(both.indexOf(onAnotherDay));
    expect(both.match(/`DONE BEFORE` what/g)).toHaveLength(1);
    expect(page({ deletions }).match(/`DONE BEFORE` what/g)).toHaveLength(1);
    expect(page({ deletions })).not.toContain('## When the scripts have run');
  });

  test('asks for no right where the key is in the database', () => {
    expect(page({ deletions }, { custody: { type: 'none' } })).not.toMatch(/kms:|take it back afterwards/);
  });
});

describe('new keys that are made beforehand', () => {
  test('are of the kind of the old ones', () => {
    const text = page({ keys: [to('a', 'x'), to('b', 'y'), to('c', 'z')] });
    expect(text).toContain('| `bank` | protocol signing | `ECC_NIST_P256` | `SIGN_VERIFY` | `x` |');
    expect(text).toContain('| `bank` | encryption | `RSA_2048` | `ENCRYPT_DECRYPT` | `y` |');
    expect(text).toContain('| `bank` | protocol signing | `ECC_NIST_P384` | `SIGN_VERIFY` | `z` |');
  });

  test('are none where the node makes them', () => {
    expect(page({ keys: [to('a', '')] })).not.toContain('Keys to make beforehand');
  });
});

describe('a wrapper-key-id left behind', () => {
  const wrappers = (to: Rotate['wrappers'][number]['to']): Rotate['wrappers'] => [{ node: 'bank', from: 'old', to }];
  const path = '`canton.participants.bank.crypto.private-key-store.encryption.wrapper-key-id`';

  test('is shown where the plan knows it', () => {
    const text = page({ wrappers: wrappers({ type: 'generated' }) }, { custody: given });
    expect(text).toContain(`| \`bank-kms.conf\` | ${path} | \`old\` | absent |`);
    expect(text).not.toContain('grep');
  });

  test('is looked for where it does not: in which files, by which path, and what to write', () => {
    const text = page({ wrappers: wrappers({ type: 'given', id: 'new' }) }, { custody: envelope('kms1') });
    expect(text).toContain('Look in every file that is given to the node with `-c`');
    expect(text).toContain(`| ${path} | Take the line out, or write \`new\`. |`);
    const made = page({ wrappers: wrappers({ type: 'generated' }) }, { custody: envelope('kms1') });
    expect(made).toContain(`| ${path} | Take the line out. |`);
  });

  test('is shown of one node and looked for on another', () => {
    const nodes = [newNode('participant', 'bank', given), newNode('mediator', '1med', envelope('kms1'))];
    const both = ['bank', '1med'].map((node) => ({ node, from: 'old', to: { type: 'generated' } as const }));
    const plan: Plan = { ...newPlan(), kms: [aws], nodes, task: { ...rotate(), wrappers: both } };
    const text = textOf(emitOne(plan, 'readme') ?? expect.fail());
    expect(text).toContain(`| ${path} | \`old\` | absent |`);
    expect(text).toContain(
      '`canton.mediators."1med".crypto.private-key-store.encryption.wrapper-key-id` | Take the line out. |',
    );
  });

  test('is no matter for keys that are no wrapper keys', () => {
    expect(page({ keys: [to('a', id('1'))] })).not.toContain('## Change the configuration');
  });
});
