import { describe, expect, it } from 'vitest';
import { code } from '../../../core/canton/sources';
import type { Finding } from '../../../core/rules/finding';
import { findingsByNode, isProblem } from './node-findings';

const finding = (path: string, message = ''): Finding => ({
  id: 'one',
  severity: 'warning',
  path,
  message,
  why: '',
  source: code('config', 'StorageConfig.scala'),
});

describe('the findings of each node', () => {
  it('are those at its answers, and none of the plan as a whole', () => {
    const found = [finding('nodes.1.name'), finding('nodes'), finding('kms.1.region'), finding('nodes.12.storage')];
    const byNode = findingsByNode([...found, finding('nodes.1')], new Map());
    expect([...byNode.keys()]).toEqual([1, 12]);
    expect(byNode.get(1)).toHaveLength(2);
  });

  it('stay the same list while they say the same', () => {
    const before = findingsByNode([finding('nodes.0.name', 'a'), finding('nodes.1.name', 'b')], new Map());
    const after = findingsByNode([finding('nodes.0.name', 'a'), finding('nodes.1.name', 'c')], before);
    expect(after.get(0)).toBe(before.get(0));
    expect(after.get(1)).not.toBe(before.get(1));
  });

  it('count as problems unless they only tell', () => {
    expect(isProblem(finding('nodes.0'))).toBe(true);
    expect(isProblem({ ...finding('nodes.0'), severity: 'note' })).toBe(false);
  });
});
