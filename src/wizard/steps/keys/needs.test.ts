import { describe, expect, it } from 'vitest';
import { external, newKms, newNode, newPlan } from '../../../core/plan/defaults';
import type { Node } from '../../../core/plan/node';
import { needGroups, needOf } from './needs';

const bank1 = newNode('participant', 'bank1', external('kms1'));
const seq1 = newNode('sequencer', 'seq1', external('kms1'));
const google = newNode('participant', 'google', external('kms2'));
const strong: Node = {
  ...bank1,
  name: 'strong',
  schemes: { ...bank1.schemes, signingKeys: { default: 'ec-p-384', allowed: [] } },
};
const plan = {
  ...newPlan(),
  kms: [newKms('aws', 'kms1'), newKms('gcp', 'kms2')],
  nodes: [bank1, seq1, google, strong],
};
const placed = plan.nodes.map((node, index) => ({ index, node }));

describe('what the keys of nodes must be', () => {
  it("follows the node's own default, and Canton's where it has none", () => {
    expect(needOf(plan, bank1, 'namespace')?.spec).toBe('ECC_NIST_P256');
    expect(needOf(plan, strong, 'namespace')?.spec).toBe('ECC_NIST_P384');
    expect(needOf(plan, google, 'encryption')?.spec).toBe('RSA_DECRYPT_OAEP_2048_SHA256');
  });

  it('does not follow a default that the line does not know', () => {
    const later: Node = { ...bank1, schemes: { ...bank1.schemes, signingKeys: { default: 'ml-dsa-65', allowed: [] } } };
    expect(needOf(plan, later, 'signing')?.spec).toBe('ECC_NIST_P256');
    expect(needOf({ ...plan, release: '3.6' }, later, 'signing')?.spec).toBe('ML_DSA_65');
  });

  it('is said once for nodes that are alike', () => {
    const groups = needGroups(plan, placed);
    expect(groups.map(({ names }) => names)).toEqual([['bank1', 'seq1'], ['google'], ['strong']]);
    expect(groups.map(({ type }) => type)).toEqual(['aws', 'gcp', 'aws']);
  });

  it('tells nothing of encryption where no node decrypts', () => {
    expect(needGroups(plan, placed.slice(1, 2)).map(({ decrypts }) => decrypts)).toEqual([false]);
  });
});
