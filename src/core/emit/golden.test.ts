import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  envelope,
  external,
  givenKeys,
  newKms,
  newNode,
  newPlan,
  rotate,
  sessionSigningKeysOn,
} from '../plan/defaults';
import { examples } from '../plan/examples';
import type { Kms } from '../plan/kms';
import type { Custody, Node, NodeKind } from '../plan/node';
import type { Plan } from '../plan/plan';
import type { ObservedKey } from '../plan/task';
import { judgeFiles } from '../read/judge/judge-files';
import { bundle } from './bundle';

/**
 * Whole bundles as a person gets them. After a change that is meant: `UPDATE_GOLDEN=1 npx vitest run
 * src/core/emit/golden.test.ts`, then read the difference.
 */
const folder = fileURLToPath(new URL('../../../e2e/golden', import.meta.url));

const aws: Kms = { ...newKms('aws', 'kms1'), region: 'eu-central-1' };
const gcp: Kms = {
  ...newKms('gcp', 'kms1'),
  locationId: 'europe-west6',
  projectId: 'acme-prod',
  keyRingId: 'canton',
  credentials: { type: 'key-file', path: '/etc/canton/gcp-key.json' },
};
const driver: Kms = {
  ...newKms('driver', 'kms1'),
  driverName: 'acme-hsm',
  jar: '/opt/canton/drivers/acme-hsm.jar',
  config: [{ key: 'slot', value: { type: 'number', value: '3' } }],
};

const one = (kms: Kms, custody: Custody): Plan => ({
  ...newPlan(),
  kms: [kms],
  nodes: [newNode('participant', 'participant1', custody)],
});

const given: Custody = {
  type: 'envelope',
  kms: 'kms1',
  wrapperKey: { type: 'given', id: 'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab' },
};

const withSessionKeys = (plan: Plan): Plan => ({
  ...plan,
  nodes: plan.nodes.map((node) => ({ ...node, sessionSigningKeys: sessionSigningKeysOn() })),
});

/** Everything that stands elsewhere, or only there, in the newest line. */
function newest(): Plan {
  const plan = withSessionKeys(one({ ...newKms('aws', 'kms1'), region: 'eu-central-1' }, external('kms1')));
  const tags = [{ name: 'cost.center', value: '0012' }];
  return {
    ...plan,
    release: '3.6',
    enableExperimental: true,
    kms: [{ ...newKms('aws', 'kms1'), region: 'eu-central-1', multiRegionKey: true, customTags: tags }],
    nodes: plan.nodes.map((node) => ({ ...node, parallelism: { signatureVerification: '20', encryption: '5' } })),
  };
}

/** Two KMS, mixed custody, in one file with all defaults. */
function fleet(): Plan {
  return {
    ...newPlan(),
    name: 'A fleet',
    kms: [
      { ...newKms('aws', 'kms1'), name: 'main', region: 'eu-central-1' },
      { ...gcp, id: 'kms2' },
    ],
    nodes: [
      { ...newNode('participant', 'bank-1', external('kms1')), replicas: true },
      newNode('participant', 'bank-2', external('kms1')),
      newNode('sequencer', 'sequencer1', envelope('kms2')),
      newNode('mediator', 'mediator1', { type: 'none' }),
    ],
    output: { layout: 'one-file', comments: false, explicitDefaults: true },
  };
}

/** A synchronizer with a participant, all of whose keys exist beforehand, and an intermediate key. */
function broughtKeys(): Plan {
  const node = (kind: NodeKind, name: string): Node => {
    const encryption = kind === 'participant' ? `alias/${name}-encryption` : '';
    const ids = { namespace: `alias/${name}-namespace`, sequencerAuth: `alias/${name}-sequencer-auth` };
    const keys = { ...givenKeys(), ...ids, signing: `alias/${name}-signing`, encryption };
    return newNode(kind, name, { type: 'external', kms: 'kms1', keys });
  };
  const restriction = 'all-but-namespace-delegations';
  const intermediate = { type: 'on', keyId: 'alias/bank-1-intermediate', restriction } as const;
  return {
    ...newPlan(),
    kms: [aws],
    synchronizer: { alias: 'da', sequencerUrl: 'https://sequencer1.example.com:5001' },
    nodes: [
      {
        ...node('participant', 'bank-1'),
        intermediate,
        adminApi: { address: '10.0.0.7', port: '5002' },
        apiPort: '5001',
      },
      node('sequencer', 'sequencer1'),
      node('mediator', 'mediator1'),
    ],
  };
}

/** Keys of an external node and the wrapper key of an envelope node, with deletion and the scripts for a restore. */
function rotation(pause: boolean): Plan {
  const fingerprint = (digit: string) => `1220${digit.repeat(64)}`;
  const key = (digit: string, more: Partial<ObservedKey>): ObservedKey => ({
    ...{ fingerprint: fingerprint(digit), purpose: 'signing', usage: ['signing'], name: `key-${digit}`, kmsKeyId: '' },
    ...{ wrapperKeyId: '', mapped: true, root: false, spec: 'EC-P256' },
    ...more,
  });
  const observed = (name: string, digit: string, keys: ObservedKey[]) => ({
    ...{ kind: 'participant' as const, name, uid: `${name}::${fingerprint(digit)}`, namespace: fingerprint(digit) },
    ...{ keys, lost: [] },
  });
  const kmsKeyId = (digit: string) => `0000000${digit}-0000-4000-8000-000000000000`;
  const external1 = (digit: string, more: Partial<ObservedKey>) => key(digit, { kmsKeyId: kmsKeyId(digit), ...more });
  const bank = [
    external1('1', { usage: ['namespace'], mapped: false, root: true }),
    external1('2', { usage: ['sequencer-auth'] }),
    external1('3', {}),
    external1('4', { purpose: 'encryption', usage: [], spec: 'RSA-2048' }),
    external1('5', { mapped: false }),
  ];
  const env = [key('a', { usage: ['namespace'], mapped: false, root: true }), key('b', {})];
  const wrapper = kmsKeyId('9');
  const generated = { type: 'generated', spec: null } as const;
  const to = { type: 'given', kmsKeyId: kmsKeyId('6') } as const;
  return {
    ...newPlan(),
    kms: [aws],
    nodes: [
      newNode('participant', 'bank-1', external('kms1')),
      newNode('participant', 'env1', { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'given', id: wrapper } }),
    ],
    task: {
      ...rotate(),
      pause,
      restore: true,
      inventory: [
        observed('bank-1', '1', bank),
        observed(
          'env1',
          'a',
          env.map((each) => ({ ...each, wrapperKeyId: wrapper })),
        ),
      ],
      wrappers: [{ node: 'env1', from: wrapper, to: { type: 'given', id: kmsKeyId('8') } }],
      keys: [
        { node: 'bank-1', fingerprint: fingerprint('3'), to, name: 'signing-2' },
        { node: 'bank-1', fingerprint: fingerprint('2'), to: { type: 'generated', spec: 'ec-p-384' }, name: 'auth-2' },
        { node: 'env1', fingerprint: fingerprint('b'), to: generated, name: 'signing-2' },
      ],
      deletions: [{ node: 'bank-1', fingerprint: fingerprint('5'), retiredBefore: '2026-11-01T00:00:00Z' }],
    },
  };
}

const cases: Readonly<Record<string, Plan>> = {
  'brought-keys': broughtKeys(),
  'brought-keys-3.3': { ...broughtKeys(), release: '3.3', kms: [driver] },
  'rotation-with-pause': rotation(true),
  'rotation-at-once-3.4': { ...rotation(false), release: '3.4' },
  'aws-envelope': one(aws, envelope('kms1')),
  'aws-envelope-given': one(aws, given),
  'aws-external': one(aws, external('kms1')),
  'gcp-envelope': one(gcp, envelope('kms1')),
  'gcp-envelope-other-project': one(
    { ...gcp, projectId: 'acme-keys', keyProject: { type: 'other', serviceAccountProject: 'acme-nodes' } },
    { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'given', id: 'participant1-wrapper' } },
  ),
  'gcp-external': one(gcp, external('kms1')),
  'driver-envelope': one(driver, envelope('kms1')),
  'driver-external': one(driver, external('kms1')),
  'line-3.3': withSessionKeys({ ...one(driver, external('kms1')), release: '3.3' }),
  'line-3.4': withSessionKeys({ ...one(gcp, external('kms1')), release: '3.4', nonStandardConfig: true }),
  'line-3.6': newest(),
  'fleet-one-file': fleet(),
  ...Object.fromEntries(examples.map(({ id, plan }) => [`example-${id}`, plan()])),
};

function written(name: string): Record<string, string> {
  const path = join(folder, name);
  if (!existsSync(path)) return {};
  return Object.fromEntries(readdirSync(path).map((file) => [file, readFileSync(join(path, file), 'utf8')]));
}

if (process.env.UPDATE_GOLDEN === '1') {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, plan] of Object.entries(cases)) {
    mkdirSync(join(folder, name), { recursive: true });
    for (const { path, text } of bundle(plan)) writeFileSync(join(folder, name, path), text);
  }
}

test.each(Object.entries(cases))('%s', (name, plan) => {
  expect(Object.fromEntries(bundle(plan).map(({ path, text }) => [path, text]))).toEqual(written(name));
});

test.each(Object.entries(cases))('Canton takes the files of %s', async (name, { release }) => {
  const files = new Map(Object.entries(written(name)).map(([file, text]) => [`./${file}`, text]));
  const nodes = [...files.keys()].filter((file) => file.endsWith('-kms.conf'));
  expect(nodes.length).toBeGreaterThan(0);
  for (const node of nodes) {
    const { problems } = await judgeFiles({ names: [node], files, env: { HSM_PIN: '1' }, unresolved: 'fail', release });
    expect(problems).toEqual([]);
  }
});

test('no bundle is left over from a case that is gone', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(cases).sort());
});
