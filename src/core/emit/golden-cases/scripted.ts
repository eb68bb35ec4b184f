import { external, givenKeys, newNode, newPlan, rotate } from '../../plan/defaults';
import type { Node, NodeKind } from '../../plan/node';
import type { Plan } from '../../plan/plan';
import type { ObservedKey, ObservedNode } from '../../plan/task';
import { aws, driver } from './configurations';

/** Plans that come to scripts: keys made beforehand, and rotations. */

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

function fingerprint(digit: string): string {
  return `1220${digit.repeat(64)}`;
}

function kmsKeyId(digit: string): string {
  return `0000000${digit}-0000-4000-8000-000000000000`;
}

/** A key as the inventory shows it; without more, an announced one that signs and is stored in the clear. */
function key(digit: string, more: Partial<ObservedKey> = {}): ObservedKey {
  return {
    ...{ fingerprint: fingerprint(digit), purpose: 'signing', usage: ['signing'], name: `key-${digit}`, kmsKeyId: '' },
    ...{ wrapperKeyId: '', mapped: true, root: false, spec: 'EC-P256' },
    ...more,
  };
}

function rootKey(digit: string, more: Partial<ObservedKey> = {}): ObservedKey {
  return key(digit, { usage: ['namespace'], mapped: false, root: true, ...more });
}

function observed(name: string, digit: string, keys: ObservedKey[]): ObservedNode {
  const namespace = fingerprint(digit);
  return { kind: 'participant', name, uid: `${name}::${namespace}`, namespace, keys, lost: [] };
}

const oldWrapper = kmsKeyId('9');
const envelopeNode = newNode('participant', 'env1', {
  type: 'envelope',
  kms: 'kms1',
  wrapperKey: { type: 'given', id: oldWrapper },
});
const inEnvelope = observed('env1', 'a', [
  rootKey('a', { wrapperKeyId: oldWrapper }),
  key('b', { wrapperKeyId: oldWrapper }),
]);

/** Keys of an external node and the wrapper key of an envelope node, with deletion and the scripts for a restore. */
function withPause(): Plan {
  const inKms = (digit: string, more: Partial<ObservedKey> = {}) => key(digit, { kmsKeyId: kmsKeyId(digit), ...more });
  const bank = [
    rootKey('1', { kmsKeyId: kmsKeyId('1') }),
    inKms('2', { usage: ['sequencer-auth'] }),
    inKms('3'),
    inKms('4', { purpose: 'encryption', usage: [], spec: 'RSA-2048' }),
    inKms('5', { mapped: false }),
  ];
  const given = { type: 'given', kmsKeyId: kmsKeyId('6') } as const;
  const generated = { type: 'generated', spec: null } as const;
  return {
    ...newPlan(),
    kms: [aws],
    nodes: [newNode('participant', 'bank-1', external('kms1')), envelopeNode],
    task: {
      ...rotate(),
      restore: true,
      inventory: [observed('bank-1', '1', bank), inEnvelope],
      wrappers: [{ node: 'env1', from: oldWrapper, to: { type: 'given', id: kmsKeyId('8') } }],
      keys: [
        { node: 'bank-1', fingerprint: fingerprint('3'), to: given, name: 'signing-2' },
        { node: 'bank-1', fingerprint: fingerprint('2'), to: { type: 'generated', spec: 'ec-p-384' }, name: 'auth-2' },
        { node: 'env1', fingerprint: fingerprint('b'), to: generated, name: 'signing-2' },
      ],
      deletions: [{ node: 'bank-1', fingerprint: fingerprint('5'), retiredBefore: '2026-11-01T00:00:00Z' }],
    },
  };
}

/** Keys of a node without a KMS, and a wrapper key that the node is to make: in one go, without scripts for a restore. */
function atOnce(): Plan {
  const plain = [
    rootKey('1'),
    key('2', { usage: ['sequencer-auth'] }),
    key('3'),
    key('4', { purpose: 'encryption', usage: [], spec: 'EC-P256' }),
    key('5', { mapped: false }),
  ];
  const generated = { type: 'generated', spec: null } as const;
  return {
    ...newPlan(),
    release: '3.4',
    kms: [aws],
    nodes: [newNode('participant', 'plain1', { type: 'none' }), envelopeNode],
    task: {
      ...rotate(),
      pause: false,
      inventory: [observed('plain1', '1', plain), inEnvelope],
      wrappers: [{ node: 'env1', from: oldWrapper, to: { type: 'generated' } }],
      keys: [
        { node: 'plain1', fingerprint: fingerprint('3'), to: generated, name: 'signing-2' },
        { node: 'plain1', fingerprint: fingerprint('4'), to: generated, name: 'encryption-2' },
      ],
      deletions: [{ node: 'plain1', fingerprint: fingerprint('5'), retiredBefore: '2026-11-01T00:00:00Z' }],
    },
  };
}

export const scripted: Readonly<Record<string, Plan>> = {
  'brought-keys': broughtKeys(),
  'brought-keys-3.3': { ...broughtKeys(), release: '3.3', kms: [driver] },
  'rotation-with-pause': withPause(),
  'rotation-at-once-3.4': atOnce(),
};
