import { describe, expect, it } from 'vitest';
import { external, newNode } from '../../../core/plan/defaults';
import { noRows, withKeys } from './row-keys';

const node = (name: string) => newNode('participant', name, external('kms1'));
const [a, b, c] = [node('a'), node('b'), node('c')];
const rows = withKeys(noRows, [a, b, c]);

describe('the keys of the rows', () => {
  it('are all different', () => {
    expect(rows.keys).toEqual([0, 1, 2]);
  });

  it('go with a node that moves', () => {
    expect(withKeys(rows, [b, a, c]).keys).toEqual([1, 0, 2]);
  });

  it('stay with a node that is typed into', () => {
    expect(withKeys(rows, [a, node('bank'), c]).keys).toEqual([0, 1, 2]);
  });

  it('leave with a node that is removed, and are never given again', () => {
    const shorter = withKeys(rows, [a, c]);
    expect(shorter.keys).toEqual([0, 2]);
    expect(withKeys(shorter, [a, c, node('d')]).keys).toEqual([0, 2, 3]);
  });

  it('are new for a node that is put between others', () => {
    expect(withKeys(rows, [a, node('new'), b, c]).keys).toEqual([0, 3, 1, 2]);
  });

  it('stay the same object while the nodes do', () => {
    expect(withKeys(rows, rows.nodes)).toBe(rows);
  });
});
