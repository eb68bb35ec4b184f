import { describe, expect, it } from 'vitest';
import { external, newNode, newPlan } from './defaults';
import type { Node } from './node';
import { otherSpecs } from './rotation-specs';
import type { ObservedKey } from './task';

const plan = newPlan();
const key = (purpose: ObservedKey['purpose'], spec: string): ObservedKey => ({
  fingerprint: '',
  purpose,
  usage: [],
  name: '',
  kmsKeyId: '',
  wrapperKeyId: '',
  mapped: true,
  root: false,
  spec,
});
const bank = newNode('participant', 'bank1', external('kms1'));
const plain: Node = { ...bank, custody: { type: 'none' } };

describe('the kinds of keys that could take another’s place', () => {
  it('are those that the KMS can hold, or all for a node that keeps its keys itself', () => {
    expect(otherSpecs(plan, bank, key('signing', 'EC-P256'))).toEqual(['ec-p-384', 'ec-secp-256k-1']);
    expect(otherSpecs(plan, plain, key('signing', 'EC-P256'))).toEqual([
      'ec-curve-25519',
      'ec-p-384',
      'ec-secp-256k-1',
    ]);
    expect(otherSpecs(plan, bank, key('encryption', 'RSA-2048'))).toEqual([]);
    expect(otherSpecs(plan, plain, key('encryption', 'RSA-2048'))).toEqual(['ec-p-256']);
  });

  it('are those that the node allows, as kinds or by their algorithms', () => {
    const keys: Node = {
      ...bank,
      schemes: { ...bank.schemes, signingKeys: { default: null, allowed: ['ec-p-384', 'ec-p-256'] } },
    };
    expect(otherSpecs(plan, keys, key('signing', 'EC-P256'))).toEqual(['ec-p-384']);
    const algorithms: Node = {
      ...bank,
      schemes: { ...bank.schemes, signingAlgorithms: { default: null, allowed: ['ec-dsa-sha-256'] } },
    };
    expect(otherSpecs(plan, algorithms, key('signing', 'EC-P256'))).toEqual(['ec-secp-256k-1']);
  });

  it('hold the experimental one only where the plan has switched it on', () => {
    const preview = { ...plan, release: '3.6' as const };
    expect(otherSpecs(preview, bank, key('signing', 'EC-P256'))).not.toContain('ml-dsa-65');
    const on = { ...preview, enableExperimental: true };
    expect(otherSpecs(on, bank, key('signing', 'EC-P256'))).toContain('ml-dsa-65');
  });
});
