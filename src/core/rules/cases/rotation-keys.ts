import { longestKeyId } from '../../canton/key-ids';
import { type Case, gcp, keyId, node, schemes } from './case';
import { arnOf, observing, print, rotation, seenKey, toGenerated, toKms, wrapper } from './observed';

/** Keys that are replaced: which one, by what, and what the new one is called. */
const at = 'task.keys.0';
const keys = (...rows: ReturnType<typeof toKms>[]) => rotation(['external', 'external'], { keys: rows });
const stored = (...rows: ReturnType<typeof toKms>[]) => rotation(['envelope'], { keys: rows });
const fine = keys(toKms(keyId(50)));
const other = { keyAccount: { type: 'other', account: '123456789012' } } as const;
const specOf = (
  spec: Extract<ReturnType<typeof toGenerated>['to'], { type: 'generated' }>['spec'],
  fingerprint = print(12),
) => toGenerated({ to: { type: 'generated', spec }, fingerprint });
const inGoogle = (change: Parameters<typeof gcp>[0], row: ReturnType<typeof toKms>) => {
  const plan = keys(row);
  return gcp(change, { nodes: plan.nodes, task: plan.task });
};
const intermediate = observing(fine, (seen) => ({
  ...seen,
  keys: [...seen.keys, seenKey(19, { usage: ['namespace'], mapped: false, kmsKeyId: keyId(19) })],
}));
const withKey = (name: string, change: Parameters<typeof seenKey>[1], row: ReturnType<typeof toKms>) =>
  observing(keys(row), (seen) => ({
    ...seen,
    keys: [...seen.keys, seenKey(19, { name, kmsKeyId: keyId(19), ...change })],
  }));
const rows = (plan: typeof fine, ...list: ReturnType<typeof toKms>[]) =>
  plan.task.type === 'rotate' ? { ...plan, task: { ...plan.task, keys: list } } : plan;

const nodes: readonly Case[] = [
  { id: 'rotation-node-missing', at: `${at}.node`, raised: keys(toKms(keyId(50), { node: '' })), silent: fine },
  { id: 'rotation-node-unknown', at: `${at}.node`, raised: keys(toKms(keyId(50), { node: 'bank9' })), silent: fine },
  {
    id: 'rotation-node-unseen',
    at: `${at}.node`,
    raised: {
      ...fine,
      nodes: [...fine.nodes, node({ name: 'bank9' })],
      task: keys(toKms(keyId(50), { node: 'bank9' })).task,
    },
    silent: fine,
  },
];

const old: readonly Case[] = [
  { id: 'old-key-missing', at: `${at}.fingerprint`, raised: keys(toKms(keyId(50), { fingerprint: '' })), silent: fine },
  {
    id: 'fingerprint-format',
    at: `${at}.fingerprint`,
    raised: keys(toKms(keyId(50), { fingerprint: '12206976..' })),
    silent: fine,
  },
  {
    id: 'old-key-unknown',
    at: `${at}.fingerprint`,
    raised: keys(toKms(keyId(50), { fingerprint: print(99) })),
    silent: fine,
  },
  {
    id: 'old-key-unknown',
    at: `${at}.fingerprint`,
    raised: keys(toKms(keyId(50), { fingerprint: print(22) })),
    silent: fine,
  },
  {
    id: 'root-key-rotated',
    at: `${at}.fingerprint`,
    raised: keys(toKms(keyId(50), { fingerprint: print(11) })),
    silent: fine,
  },
  {
    id: 'namespace-key-rotated',
    at: `${at}.fingerprint`,
    raised: rows(intermediate, toKms(keyId(50), { fingerprint: print(19) })),
    silent: intermediate,
  },
  {
    id: 'old-key-not-announced',
    at: `${at}.fingerprint`,
    raised: keys(toKms(keyId(50), { fingerprint: print(14) })),
    silent: fine,
  },
  {
    id: 'old-key-twice',
    at: 'task.keys.1.fingerprint',
    raised: keys(toKms(keyId(50)), toKms(keyId(51), { name: 'signing-3' })),
    silent: keys(toKms(keyId(50)), toKms(keyId(51), { node: 'bank2', fingerprint: print(22) })),
  },
];

const given: readonly Case[] = [
  { id: 'new-key-missing', at: `${at}.to.kmsKeyId`, raised: keys(toKms('')), silent: fine },
  {
    id: 'given-key-id-format',
    at: `${at}.to.kmsKeyId`,
    raised: keys(toKms('x'.repeat(longestKeyId + 1))),
    silent: fine,
  },
  { id: 'aws-key-id', at: `${at}.to.kmsKeyId`, raised: keys(toKms('my-key')), silent: fine },
  { id: 'alias-as-node-key', at: `${at}.to.kmsKeyId`, raised: keys(toKms('alias/bank1')), silent: fine },
  {
    id: 'key-of-another-account-without-arn',
    at: `${at}.to.kmsKeyId`,
    raised: rotation(['external'], { keys: [toKms(keyId(50))] }, other),
    silent: rotation(['external'], { keys: [toKms(arnOf(keyId(50)))] }, other),
  },
  {
    id: 'gcp-key-id',
    at: `${at}.to.kmsKeyId`,
    raised: inGoogle({}, toKms('projects/acme-prod/locations/europe-west6/keyRings/canton/cryptoKeys/sign')),
    silent: inGoogle({}, toKms('sign')),
  },
  { id: 'gcp-new-key-version-one', at: `${at}.to.kmsKeyId`, raised: inGoogle({}, toKms('sign')), silent: fine },
  {
    id: 'kms-key-for-stored-keys',
    at: `${at}.to.kmsKeyId`,
    raised: stored(toKms(keyId(50))),
    silent: stored(toGenerated()),
  },
  {
    id: 'kms-key-for-stored-keys',
    at: `${at}.to.kmsKeyId`,
    raised: rotation(['none'], { keys: [toKms(keyId(50))] }),
    silent: rotation(['none'], { keys: [toGenerated()] }),
  },
  { id: 'key-rotated-to-itself', at: `${at}.to.kmsKeyId`, raised: keys(toKms(arnOf(keyId(12)))), silent: fine },
  {
    id: 'new-key-registered-otherwise',
    at: `${at}.to.kmsKeyId`,
    raised: keys(toKms(keyId(13))),
    silent: fine,
  },
  {
    id: 'new-key-registered-otherwise',
    at: `${at}.to.kmsKeyId`,
    raised: keys(toKms(keyId(14))),
    // What an earlier run registered under the very name.
    silent: keys(toKms(keyId(14), { name: 'key-14' })),
  },
  {
    id: 'new-key-spelled-otherwise',
    at: `${at}.to.kmsKeyId`,
    raised: keys(toKms(arnOf(keyId(14)), { name: 'key-14' })),
    silent: keys(toKms(keyId(14), { name: 'key-14' })),
  },
  { id: 'new-key-of-another-node', at: `${at}.to.kmsKeyId`, raised: keys(toKms(keyId(22))), silent: fine },
  {
    id: 'new-key-wraps',
    at: `${at}.to.kmsKeyId`,
    raised: rotation(['external', 'envelope'], { keys: [toKms(wrapper)] }),
    silent: rotation(['external', 'envelope'], { keys: [toKms(keyId(50))] }),
  },
  {
    id: 'new-key-twice',
    at: 'task.keys.1.to.kmsKeyId',
    raised: keys(toKms(keyId(50)), toKms(arnOf(keyId(50)), { node: 'bank2', fingerprint: print(22) })),
    silent: keys(toKms(keyId(50)), toKms(keyId(51), { node: 'bank2', fingerprint: print(22) })),
  },
];

const generated: readonly Case[] = [
  {
    id: 'rotation-creates-in-own-account',
    at: `${at}.to`,
    raised: rotation(['external'], { keys: [toGenerated()] }, other),
    silent: rotation(['envelope'], { keys: [toGenerated()] }, other),
  },
  {
    id: 'rotation-creates-in-other-project',
    at: `${at}.to`,
    raised: inGoogle({ keyProject: { type: 'other', serviceAccountProject: 'acme-nodes' } }, toGenerated()),
    silent: inGoogle({ keyProject: { type: 'other', serviceAccountProject: 'acme-nodes' } }, toKms('sign')),
  },
  {
    id: 'new-key-spec-of-other-purpose',
    at: `${at}.to`,
    raised: keys(specOf('rsa-2048')),
    silent: keys(specOf('rsa-2048', print(13))),
  },
  {
    id: 'new-key-spec-not-in-line',
    at: `${at}.to`,
    raised: keys(specOf('ml-dsa-65')),
    silent: { ...keys(specOf('ml-dsa-65')), release: '3.6', enableExperimental: true },
  },
  {
    id: 'new-key-spec-experimental',
    at: `${at}.to`,
    raised: { ...keys(specOf('ml-dsa-65')), release: '3.6' },
    silent: { ...keys(specOf('ml-dsa-65')), release: '3.6', enableExperimental: true },
  },
  {
    id: 'new-key-spec-not-in-kms',
    at: `${at}.to`,
    raised: keys(specOf('ec-curve-25519')),
    silent: stored(specOf('ec-curve-25519')),
  },
  {
    id: 'new-key-spec-not-in-kms',
    at: `${at}.to`,
    raised: keys(specOf('ec-p-256', print(13))),
    silent: stored(specOf('ec-p-256', print(13))),
  },
  {
    id: 'new-key-spec-not-allowed',
    at: `${at}.to`,
    raised: {
      ...stored(specOf('ec-p-384')),
      nodes: [
        {
          ...node({ custody: { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'generated' } } }),
          ...schemes({ signingAlgorithms: { default: 'ec-dsa-sha-256', allowed: ['ec-dsa-sha-256'] } }),
        },
      ],
    },
    silent: stored(specOf('ec-p-384')),
  },
];

const names: readonly Case[] = [
  { id: 'new-key-name-missing', at: `${at}.name`, raised: keys(toGenerated({ name: '' })), silent: fine },
  { id: 'key-name-format', at: `${at}.name`, raised: keys(toGenerated({ name: 'a\tb' })), silent: fine },
  { id: 'new-key-name-taken', at: `${at}.name`, raised: keys(toGenerated({ name: 'key-12' })), silent: fine },
  { id: 'new-key-name-taken', at: `${at}.name`, raised: keys(toKms(keyId(50), { name: 'key-13' })), silent: fine },
  {
    id: 'new-key-name-taken',
    at: `${at}.name`,
    raised: withKey('signing-2', {}, toKms(keyId(50))),
    silent: withKey('signing-2', {}, toKms(keyId(19))),
  },
  {
    id: 'new-key-name-taken',
    at: `${at}.name`,
    // Twice the same: the script cannot tell which one an earlier run made.
    raised: observing(keys(toGenerated()), (seen) => ({
      ...seen,
      keys: [...seen.keys, seenKey(18, { name: 'signing-2' }), seenKey(19, { name: 'signing-2' })],
    })),
    silent: fine,
  },
  {
    id: 'new-key-name-known',
    at: `${at}.name`,
    raised: withKey('signing-2', { mapped: false }, toGenerated()),
    silent: withKey('signing-9', { mapped: false }, toGenerated()),
  },
  {
    id: 'new-key-name-twice',
    at: 'task.keys.1.name',
    raised: keys(toGenerated(), toGenerated({ fingerprint: print(13) })),
    silent: keys(toGenerated(), toGenerated({ node: 'bank2', fingerprint: print(22) })),
  },
  {
    id: 'rotation-without-backup',
    at: 'task.pause',
    raised: rotation(['external'], { keys: [toKms(keyId(50))], pause: false }),
    silent: rotation(['external'], { keys: [toKms(keyId(50))] }),
  },
];

export const keyRotationCases: readonly Case[] = [...nodes, ...old, ...given, ...generated, ...names];
