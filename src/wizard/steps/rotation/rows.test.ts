import { describe, expect, it } from 'vitest';
import { rotate } from '../../../core/plan/defaults';
import type { KeyRotation, ObservedKey, Rotate } from '../../../core/plan/task';
import { isFound, keysIn, rotationLines } from './rows';

const key = (fingerprint: string, more: Partial<ObservedKey> = {}): ObservedKey => ({
  fingerprint,
  purpose: 'signing',
  usage: ['signing'],
  name: `${fingerprint}-key`,
  kmsKeyId: '',
  wrapperKeyId: '',
  mapped: true,
  root: false,
  spec: '',
  ...more,
});
const rotation = (node: string, fingerprint: string): KeyRotation => ({
  node,
  fingerprint,
  to: { type: 'generated', spec: null },
  name: 'x',
});
const task: Rotate = {
  ...rotate(),
  inventory: [
    {
      kind: 'participant',
      name: 'bank1',
      uid: '',
      namespace: '',
      lost: [],
      keys: [
        key('encryption', { purpose: 'encryption', usage: [] }),
        key('root', { usage: ['namespace'], root: true, mapped: false }),
        key('signing'),
        key('retired', { mapped: false }),
        key('auth', { usage: ['sequencer-auth'] }),
      ],
    },
  ],
  keys: [
    rotation('bank1', 'signing'),
    rotation('bank1', 'retired'),
    rotation('bank2', 'auth'),
    rotation('bank1', 'signing'),
  ],
};
const { nodes, strays } = rotationLines(task);

describe('the lines of a rotation', () => {
  it('are the announced keys, in order, each with what is chosen for it; the root stands aside', () => {
    expect(nodes[0]?.lines.map((line) => [line.key.fingerprint, line.chosen?.place])).toEqual([
      ['auth', undefined],
      ['signing', 0],
      ['encryption', undefined],
    ]);
    expect(nodes[0]?.root?.fingerprint).toBe('root');
  });

  it('lose no rotation: those of other keys, of other nodes and those said twice are told', () => {
    expect(strays.map(({ place }) => place)).toEqual([1, 2, 3]);
  });

  it('can be counted by what the keys are for', () => {
    expect(keysIn(nodes).map(({ at, isChosen }) => [at.fingerprint, isChosen])).toEqual([
      ['auth', false],
      ['signing', true],
      ['encryption', false],
    ]);
    expect(keysIn(nodes, 'signing')).toHaveLength(1);
  });

  it('are found by name, fingerprint and purpose', () => {
    const found = (text: string) => nodes.filter((node) => isFound(node, text)).length;
    expect(found('BANK1 auth-key')).toBe(1);
    expect(found('sequencer-auth')).toBe(1);
    expect(found('retired')).toBe(0);
  });
});
