import { describe, expect, it } from 'vitest';
import { envelope, external, givenKeys, newNode, newPlan } from './defaults';
import {
  editIntermediate,
  fillByPattern,
  giveKeys,
  keyOf,
  withIntermediate,
  withKeyIds,
  withKeysBy,
} from './edit-keys';
import type { Node } from './node';

const bank1 = newNode('participant', 'bank1', external('kms1'));
const seq1 = newNode('sequencer', 'seq1', external('kms1'));
const kept = newNode('participant', 'kept', envelope('kms1'));
const planOf = (...nodes: Node[]) => ({ ...newPlan(), nodes });
const keysOf = ({ custody }: Node) => (custody.type === 'external' ? custody.keys : undefined);

describe('who makes the keys', () => {
  it('is said of nodes whose keys live in the KMS alone', () => {
    expect(keysOf(withKeysBy(bank1, 'given'))).toEqual(givenKeys());
    expect(withKeysBy(kept, 'given')).toBe(kept);
  });

  it('keeps the ids of a node that has them', () => {
    const given = withKeyIds(bank1, { signing: 'alias/s' });
    expect(withKeysBy(given, 'given')).toBe(given);
    expect(keysOf(withKeysBy(given, 'generated'))).toEqual({ type: 'generated' });
  });
});

describe('ids of keys', () => {
  it('are given one by one, and the others stay', () => {
    const given = withKeyIds(withKeyIds(bank1, { namespace: 'alias/n' }), { 'sequencer-auth': 'alias/a' });
    expect(keysOf(given)).toEqual({ ...givenKeys(), namespace: 'alias/n', sequencerAuth: 'alias/a' });
    expect(keyOf(given, 'sequencer-auth')).toBe('alias/a');
    expect(keyOf(bank1, 'namespace')).toBe('');
  });

  it('of a table go to the nodes at its places', () => {
    const plan = giveKeys(planOf(bank1, seq1, kept), [
      { index: 1, ids: { namespace: 'alias/n' } },
      { index: 2, ids: { namespace: 'alias/x' } },
    ]);
    expect(plan.nodes[0]).toBe(bank1);
    expect(keysOf(plan.nodes[1] ?? bank1)).toEqual({ ...givenKeys(), namespace: 'alias/n' });
    expect(plan.nodes[2]).toBe(kept);
  });

  it('follow a pattern, without an encryption key where there is none', () => {
    const nameless = { ...bank1, name: '' };
    const plan = fillByPattern(planOf(bank1, seq1, nameless), [0, 1, 2], 'alias/{node}-{purpose}');
    expect(plan.nodes.map(keysOf)).toEqual([
      {
        type: 'given',
        namespace: 'alias/bank1-namespace',
        sequencerAuth: 'alias/bank1-sequencer-auth',
        signing: 'alias/bank1-signing',
        encryption: 'alias/bank1-encryption',
      },
      {
        type: 'given',
        namespace: 'alias/seq1-namespace',
        sequencerAuth: 'alias/seq1-sequencer-auth',
        signing: 'alias/seq1-signing',
        encryption: '',
      },
      { type: 'generated' },
    ]);
  });
});

describe('an intermediate key', () => {
  it('is generated and restricted when it is switched on, and keeps its answers', () => {
    const on = withIntermediate(bank1, 'on');
    expect(on.intermediate).toEqual({ type: 'on', keyId: '', restriction: 'all-but-namespace-delegations' });
    const named = editIntermediate(on, { keyId: 'alias/i' });
    expect(withIntermediate(named, 'on')).toBe(named);
    expect(editIntermediate(bank1, { keyId: 'alias/i' })).toBe(bank1);
  });
});
