import { longestKeyId } from '../../canton/key-ids';
import { intermediateOn } from '../../plan/defaults';
import type { Intermediate, Node } from '../../plan/node';
import type { Plan } from '../../plan/plan';
import { aws, awsKeyId, type Case, gcp, given, keyId, node, nodes, ownKeys } from './case';

/** Keys that exist before the node: each in its place, once, with an id that can be found. */
const keys = 'nodes.0.custody.keys';
const on = (change: Partial<Extract<Intermediate, { type: 'on' }>> = {}): Partial<Node> => {
  const plain = intermediateOn();
  return { intermediate: plain.type === 'on' ? { ...plain, ...change } : plain };
};
const inAws = (change: Parameters<typeof ownKeys>[0], kms: Parameters<typeof aws>[0] = {}) =>
  aws(kms, { nodes: [node(ownKeys(change))] });
const inGcp = (change: Parameters<typeof ownKeys>[0]) => gcp({}, { nodes: [node(ownKeys(change))] });
const arn = (id: string) => `arn:aws:kms:eu-central-1:123456789012:key/${id}`;
const other = { keyAccount: { type: 'other', account: '123456789012' } } as const;
const all = (write: (id: string) => string) => ({
  namespace: write(keyId(1)),
  sequencerAuth: write(keyId(2)),
  signing: write(keyId(3)),
  encryption: write(keyId(4)),
});
const many = (first: number, change: Partial<Node> = {}): Partial<Node> => ({
  ...ownKeys({
    namespace: keyId(first),
    sequencerAuth: keyId(first + 1),
    signing: keyId(first + 2),
    encryption: keyId(first + 3),
  }),
  name: `bank${first}`,
  ...change,
});
const inRotation = (plan: Plan): Plan => ({
  ...plan,
  task: { type: 'rotate', inventory: [], wrappers: [], keys: [], pause: true, deletions: [], restore: false },
});

const ids: readonly Case[] = [
  {
    id: 'given-key-missing',
    at: `${keys}.namespace`,
    raised: nodes(ownKeys({ namespace: '' })),
    silent: nodes(ownKeys()),
  },
  {
    id: 'given-key-missing',
    at: `${keys}.sequencerAuth`,
    raised: nodes(ownKeys({ sequencerAuth: '' })),
    silent: inRotation(nodes(ownKeys({ sequencerAuth: '' }))),
  },
  {
    id: 'encryption-key-missing',
    at: `${keys}.encryption`,
    raised: nodes(ownKeys({ encryption: '' })),
    silent: nodes({ ...ownKeys({ encryption: '' }), kind: 'sequencer' }),
  },
  {
    id: 'encryption-key-unneeded',
    at: `${keys}.encryption`,
    raised: nodes({ ...ownKeys(), kind: 'mediator' }),
    silent: nodes(ownKeys()),
  },
  {
    id: 'given-key-id-format',
    at: `${keys}.signing`,
    raised: nodes(ownKeys({ signing: 'x'.repeat(longestKeyId + 1) })),
    silent: nodes(ownKeys({ signing: 'x'.repeat(longestKeyId) })),
  },
  { id: 'aws-key-id', at: `${keys}.signing`, raised: inAws({ signing: 'my-key' }), silent: inAws({}) },
  {
    id: 'gcp-key-id',
    at: `${keys}.signing`,
    raised: inGcp({
      signing: 'projects/acme-prod/locations/europe-west6/keyRings/canton/cryptoKeys/sign/cryptoKeyVersions/2',
    }),
    silent: inGcp({ signing: 'sign' }),
  },
  {
    id: 'key-in-another-region',
    at: `${keys}.namespace`,
    raised: inAws({ namespace: arn(keyId(1)) }, { region: 'eu-west-1' }),
    silent: inAws({ namespace: arn(keyId(1)) }),
  },
  {
    id: 'key-of-another-account-without-arn',
    at: `${keys}.namespace`,
    raised: inAws({}, other),
    silent: inAws(all(arn), other),
  },
  {
    id: 'alias-as-node-key',
    at: `${keys}.signing`,
    raised: inAws({ signing: 'alias/bank1-signing' }),
    silent: inAws({ signing: arn(keyId(3)) }),
  },
  {
    id: 'single-region-node-key',
    at: `${keys}.signing`,
    raised: inAws({}, { multiRegionKey: true }),
    silent: inAws(
      all((id) => `mrk-${id.replaceAll('-', '')}`),
      { multiRegionKey: true },
    ),
  },
  { id: 'gcp-key-version-one', at: `${keys}.namespace`, raised: inGcp({}), silent: inAws({}) },
  { id: 'key-registered-for-one-use', at: `${keys}.namespace`, raised: nodes(ownKeys()), silent: nodes({}) },
  { id: 'identity-by-script', at: keys, raised: nodes(ownKeys()), silent: nodes({}) },
  {
    id: 'external-keys-in-memory',
    at: 'nodes.0.storage',
    raised: nodes({ ...ownKeys(), storage: 'memory' }),
    silent: nodes(ownKeys()),
  },
];

const twice: readonly Case[] = [
  {
    id: 'key-in-two-roles',
    at: `${keys}.signing`,
    raised: inAws({ signing: keyId(1) }),
    silent: inAws({}),
  },
  {
    id: 'key-in-two-roles',
    at: `${keys}.encryption`,
    raised: inAws({ signing: arn(keyId(4)) }),
    silent: inAws({ signing: arn(keyId(3)) }),
  },
  {
    id: 'key-in-two-roles',
    at: 'nodes.0.intermediate.keyId',
    raised: nodes({ ...ownKeys(), ...on({ keyId: keyId(1) }) }),
    silent: nodes({ ...ownKeys(), ...on({ keyId: keyId(5) }) }),
  },
  {
    id: 'key-on-two-nodes',
    at: 'nodes.1.custody.keys.namespace',
    raised: nodes(many(1), {
      ...many(5),
      ...ownKeys({ namespace: keyId(1), sequencerAuth: '', signing: '', encryption: '' }),
    }),
    silent: nodes(many(1), many(5)),
  },
  {
    id: 'key-on-two-nodes',
    at: 'nodes.1.custody.keys.signing',
    raised: nodes(
      many(1),
      many(5, ownKeys({ namespace: keyId(5), sequencerAuth: keyId(6), signing: keyId(2), encryption: keyId(8) })),
    ),
    silent: nodes(many(1), many(5)),
  },
  {
    id: 'key-wraps-and-signs',
    at: 'nodes.1.custody.wrapperKey.id',
    raised: nodes(ownKeys(), { name: 'bank2', ...given(keyId(3)) }),
    silent: nodes(ownKeys(), { name: 'bank2', ...given(keyId(9)) }),
  },
  {
    id: 'key-wraps-and-signs',
    at: 'nodes.1.custody.keys.signing',
    raised: nodes(given(keyId(3)), { name: 'bank2', ...ownKeys() }),
    silent: nodes(given(keyId(9)), { name: 'bank2', ...ownKeys() }),
  },
];

const intermediates: readonly Case[] = [
  {
    id: 'intermediate-without-kms',
    at: 'nodes.0.intermediate.keyId',
    raised: nodes({ ...given(awsKeyId), ...on({ keyId: keyId(5) }) }),
    silent: nodes({ ...given(awsKeyId), ...on() }),
  },
  {
    id: 'intermediate-without-kms',
    at: 'nodes.0.intermediate.keyId',
    raised: nodes({ custody: { type: 'none' }, ...on({ keyId: keyId(5) }) }),
    silent: nodes(on({ keyId: keyId(5) })),
  },
  {
    id: 'intermediate-may-delegate',
    at: 'nodes.0.intermediate.restriction',
    raised: nodes(on({ restriction: 'all-mappings' })),
    silent: nodes(on()),
  },
  { id: 'root-key-isolation', at: 'nodes.0.intermediate', raised: nodes(on()), silent: nodes({}) },
  {
    id: 'keys-created-in-own-account',
    at: 'kms.0.keyAccount',
    raised: aws(other, { nodes: [node({ ...ownKeys(all(arn)), ...on() })] }),
    silent: aws(other, { nodes: [node({ ...ownKeys(all(arn)), ...on({ keyId: arn(keyId(5)) }) })] }),
  },
];

const three = (change: Partial<Node> = {}, synchronizer: Partial<Plan['synchronizer']> = {}): Plan => ({
  ...nodes(
    many(1, { adminApi: { address: '', port: '5002' } }),
    many(5, { kind: 'sequencer', adminApi: { address: '', port: '5012' }, ...change }),
    many(9, { kind: 'mediator', adminApi: { address: '', port: '5022' } }),
  ),
  synchronizer: { alias: '', sequencerUrl: 'https://sequencer.example.com:5001', ...synchronizer },
});

const consoles: readonly Case[] = [
  {
    id: 'identifier-format',
    at: 'nodes.0.identifier',
    raised: nodes({ ...ownKeys(), identifier: 'bank::1' }),
    silent: nodes({ ...ownKeys(), identifier: 'bank-1' }),
  },
  {
    id: 'admin-api-address-format',
    at: 'nodes.1.adminApi.address',
    raised: three({ adminApi: { address: 'http://node', port: '1' } }),
    silent: three({ adminApi: { address: 'node', port: '1' } }),
  },
  {
    id: 'admin-api-port-format',
    at: 'nodes.1.adminApi.port',
    raised: three({ adminApi: { address: '', port: '70000' } }),
    // Nothing comes out that would need it.
    silent: nodes({ custody: { type: 'none' }, adminApi: { address: '', port: '70000' } }),
  },
  {
    id: 'api-port-format',
    at: 'nodes.1.apiPort',
    raised: three({ apiPort: 'x' }),
    silent: three({ apiPort: '5001' }),
  },
  {
    id: 'admin-api-of-two',
    at: 'nodes.1.adminApi.port',
    raised: three({ adminApi: { address: '127.0.0.1', port: '5002' } }),
    silent: three({ adminApi: { address: '10.0.0.1', port: '5002' } }),
  },
  {
    id: 'sequencer-url-missing',
    at: 'synchronizer.sequencerUrl',
    raised: three({}, { sequencerUrl: '' }),
    silent: { ...three({ kind: 'mediator' }, { sequencerUrl: '' }) },
  },
  {
    id: 'sequencer-url-format',
    at: 'synchronizer.sequencerUrl',
    raised: three({}, { sequencerUrl: 'sequencer:5001' }),
    silent: three(),
  },
  {
    id: 'synchronizer-alias-format',
    at: 'synchronizer.alias',
    raised: three({}, { alias: 'my synchronizer' }),
    silent: three({}, { alias: 'my-synchronizer' }),
  },
];

export const ownKeyCases: readonly Case[] = [...ids, ...twice, ...intermediates, ...consoles];
