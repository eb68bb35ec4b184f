import { external } from '../../plan/defaults';
import type { Plan } from '../../plan/plan';
import { aws, type Case, node, nodes, plan, schemes } from './case';

const none = { custody: { type: 'none' } } as const;
const at = 'nodes.0.schemes';
const choose = (value: 'ec-p-384' | 'ec-curve-25519') => schemes({ signingKeys: { default: value, allowed: [] } });
const allow = (algorithms: ('ed-25519' | 'ec-dsa-sha-256' | 'ec-dsa-sha-384')[]) =>
  schemes({ signingAlgorithms: { default: null, allowed: algorithms } });
const mlDsa = schemes({
  signingAlgorithms: { default: 'ml-dsa-65', allowed: [] },
  signingKeys: { default: 'ml-dsa-65', allowed: [] },
});
const gcm = (release: Plan['release']): Plan => ({
  ...nodes({
    ...none,
    ...schemes({ encryptionAlgorithms: { default: 'ecies-hkdf-hmac-sha-256-aes-128-gcm', allowed: [] } }),
  }),
  release,
});
const allowGcm = (release: Plan['release']): Plan => ({
  ...nodes({
    ...none,
    ...schemes({
      encryptionAlgorithms: {
        default: null,
        allowed: ['ecies-hkdf-hmac-sha-256-aes-128-cbc', 'ecies-hkdf-hmac-sha-256-aes-128-gcm'],
      },
    }),
  }),
  release,
});
const beside = (change: ReturnType<typeof schemes>) =>
  nodes({ ...none, kind: 'sequencer', name: 'seq1', ...change }, { name: 'bank1', custody: external('kms1') });

export const schemeCases: readonly Case[] = [
  {
    id: 'scheme-not-in-line',
    at: `${at}.encryptionAlgorithms.default`,
    raised: gcm('3.5'),
    silent: gcm('3.3'),
  },
  {
    id: 'allowed-scheme-not-in-line',
    at: `${at}.encryptionAlgorithms.allowed`,
    raised: allowGcm('3.4'),
    silent: allowGcm('3.3'),
  },
  {
    id: 'scheme-experimental',
    at: `${at}.signingKeys.default`,
    raised: aws({}, { release: '3.6', nodes: [node(mlDsa)] }),
    silent: aws({}, { release: '3.6', nodes: [node(mlDsa)], enableExperimental: true }),
  },
  {
    id: 'scheme-not-in-kms',
    at: `${at}.signingKeys.default`,
    raised: aws({}, { nodes: [node(choose('ec-curve-25519'))] }),
    silent: aws({}, { nodes: [node({ ...none, ...choose('ec-curve-25519') })] }),
  },
  {
    id: 'scheme-not-in-kms',
    at: `${at}.signingAlgorithms.default`,
    raised: plan({ release: '3.6', enableExperimental: true, nodes: [node(mlDsa)] }),
    silent: aws({}, { release: '3.6', enableExperimental: true, nodes: [node(mlDsa)] }),
  },
  {
    id: 'scheme-of-few-drivers',
    at: `${at}.signingKeys.default`,
    raised: nodes(
      schemes({
        signingAlgorithms: { default: 'ed-25519', allowed: [] },
        signingKeys: { default: 'ec-curve-25519', allowed: [] },
      }),
    ),
    silent: nodes(
      schemes({
        signingAlgorithms: { default: 'ec-dsa-sha-384', allowed: [] },
        signingKeys: { default: 'ec-p-384', allowed: [] },
      }),
    ),
  },
  {
    id: 'default-schemes-do-not-fit',
    at: `${at}.signingKeys.default`,
    raised: nodes(choose('ec-p-384')),
    silent: nodes(
      schemes({
        signingAlgorithms: { default: 'ec-dsa-sha-384', allowed: [] },
        signingKeys: { default: 'ec-p-384', allowed: [] },
      }),
    ),
  },
  {
    id: 'default-schemes-do-not-fit',
    at: `${at}.signingAlgorithms.default`,
    raised: { ...nodes(schemes({ signingAlgorithms: { default: 'ec-dsa-sha-384', allowed: [] } })), release: '3.4' },
    silent: { ...nodes({}), release: '3.4' },
  },
  {
    id: 'default-scheme-not-allowed',
    at: `${at}.signingAlgorithms.allowed`,
    raised: nodes(allow(['ec-dsa-sha-384'])),
    silent: nodes(allow(['ec-dsa-sha-256', 'ec-dsa-sha-384'])),
  },
  {
    id: 'allowed-key-without-algorithm',
    at: `${at}.signingKeys.allowed`,
    raised: nodes(
      schemes({
        signingAlgorithms: { default: null, allowed: ['ec-dsa-sha-256'] },
        signingKeys: { default: null, allowed: ['ec-p-256', 'ec-p-384'] },
      }),
    ),
    silent: nodes(schemes({ signingKeys: { default: null, allowed: ['ec-p-256', 'ec-p-384'] } })),
  },
  {
    id: 'allowed-algorithm-without-key',
    at: `${at}.signingAlgorithms.allowed`,
    raised: nodes(
      schemes({
        signingAlgorithms: { default: null, allowed: ['ec-dsa-sha-256', 'ed-25519'] },
        signingKeys: { default: null, allowed: ['ec-p-256'] },
      }),
    ),
    silent: {
      ...nodes(
        schemes({
          signingAlgorithms: { default: null, allowed: ['ec-dsa-sha-256', 'ed-25519'] },
          signingKeys: { default: null, allowed: ['ec-p-256'] },
        }),
      ),
      release: '3.3',
    },
  },
  {
    id: 'sequencer-shuts-out',
    at: `${at}.signingKeys.allowed`,
    raised: beside(schemes({ signingKeys: { default: 'ec-curve-25519', allowed: ['ec-curve-25519'] } })),
    silent: beside({}),
  },
  {
    id: 'sequencer-list-is-required',
    at: `${at}.signingAlgorithms.allowed`,
    raised: beside(allow(['ed-25519', 'ec-dsa-sha-256'])),
    silent: beside({}),
  },
  {
    id: 'schemes-shut-out',
    at: 'nodes.1.schemes.signingAlgorithms.allowed',
    raised: nodes({ kind: 'sequencer', name: 'seq1' }, allow(['ec-dsa-sha-256'])),
    silent: nodes({ kind: 'sequencer', name: 'seq1', ...allow(['ec-dsa-sha-256']) }, allow(['ec-dsa-sha-256'])),
  },
  {
    id: 'schemes-shut-out',
    at: 'nodes.1.schemes.signingAlgorithms.allowed',
    raised: nodes(
      schemes({
        signingAlgorithms: { default: 'ec-dsa-sha-384', allowed: [] },
        signingKeys: { default: 'ec-p-384', allowed: [] },
      }),
      { kind: 'mediator', name: 'med1', ...allow(['ec-dsa-sha-256']) },
    ),
    silent: nodes({}, { kind: 'mediator', name: 'med1', ...allow(['ec-dsa-sha-256']) }),
  },
  {
    id: 'experimental-not-in-line',
    at: 'enableExperimental',
    raised: plan({ enableExperimental: true }),
    silent: plan({ enableExperimental: true, release: '3.6' }),
  },
  {
    id: 'experimental-everywhere',
    at: 'enableExperimental',
    raised: plan({ enableExperimental: true, release: '3.6' }),
    silent: plan({ release: '3.6' }),
  },
  {
    id: 'parallelism-not-in-line',
    at: 'nodes.0.parallelism.signatureVerification',
    raised: { ...nodes({ parallelism: { signatureVerification: '4', encryption: '' } }), release: '3.4' },
    silent: nodes({ parallelism: { signatureVerification: '4', encryption: '' } }),
  },
  {
    id: 'parallelism-format',
    at: 'nodes.0.parallelism.signatureVerification',
    raised: nodes({ parallelism: { signatureVerification: '0', encryption: '' } }),
    silent: nodes({ parallelism: { signatureVerification: '1', encryption: '' } }),
  },
];
