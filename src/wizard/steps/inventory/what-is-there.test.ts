import { describe, expect, it } from 'vitest';
import type { ObservedKey, ObservedNode } from '../../../core/plan/task';
import { modeOf } from '../../observed-words';
import { announcedKeys, inSum, isFound, keysAside } from './what-is-there';

const key = (more: Partial<ObservedKey>): ObservedKey => ({
  fingerprint: '',
  purpose: 'signing',
  usage: ['signing'],
  name: '',
  kmsKeyId: '',
  wrapperKeyId: '',
  mapped: true,
  root: false,
  spec: '',
  ...more,
});
const node = (keys: ObservedKey[], more: Partial<ObservedNode> = {}): ObservedNode => ({
  kind: 'participant',
  name: 'bank1',
  uid: '',
  namespace: '',
  keys,
  lost: [],
  ...more,
});
const root = key({ usage: ['namespace'], root: true, mapped: false });
const bank = node([root, key({ usage: ['sequencer-auth'] }), key({}), key({ mapped: false })]);

describe('what an inventory shows', () => {
  it('counts announced keys by what they are for, and tells those aside', () => {
    expect(announcedKeys(bank)).toBe('1 authentication, 1 signing');
    expect(announcedKeys(node([root]))).toBe('none announced');
    expect(keysAside(bank)).toBe(1);
  });

  it('says where keys live only when there are some', () => {
    expect(modeOf(bank)).toBe('no KMS');
    expect(modeOf(node([key({ wrapperKeyId: 'w' })]))).toBe('envelope encryption');
    expect(modeOf(node([key({ kmsKeyId: 'k' })]))).toBe('external keys');
    expect(modeOf(node([]))).toContain('no key');
  });

  it('is summed up in a line', () => {
    expect(inSum([bank, node([], { kind: 'mediator' }), bank])).toBe('3 nodes: 2 participants, 1 mediator. 8 keys.');
    expect(inSum([node([key({})])])).toBe('1 node: 1 participant. 1 key.');
  });

  it('is found by words', () => {
    const enveloped = node([key({ wrapperKeyId: 'alias/w1' })], { name: 'env1', lost: ['x'] });
    expect(isFound(enveloped, 'LOST env')).toBe(true);
    expect(isFound(enveloped, 'alias/w1 part')).toBe(true);
    expect(isFound(enveloped, 'mediator')).toBe(false);
    expect(isFound(enveloped, ' ')).toBe(true);
  });
});
