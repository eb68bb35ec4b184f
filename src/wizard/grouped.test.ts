import { describe, expect, it } from 'vitest';
import { code } from '../core/canton/sources';
import { external, newNode, newPlan } from '../core/plan/defaults';
import type { Finding } from '../core/rules/finding';
import { groupedFindings } from './grouped';

const nodes = ['a', 'b', 'c'].map((name, index) => ({ index, node: newNode('participant', name, external('kms1')) }));
const source = code('config', 'KmsConfig.scala');

function finding(path: string, message: string, fix?: Finding['fix']): Finding {
  const base: Finding = { id: 'one', severity: 'warning', path, message, why: '', source };
  return fix === undefined ? base : { ...base, fix };
}

describe('what is said about several nodes', () => {
  it('stands once, with their names', () => {
    const all = [
      finding('nodes.0.schemes.x', 'same'),
      finding('nodes.2.schemes.x', 'same'),
      finding('nodes.1.schemes.y', 'other'),
    ];
    expect(groupedFindings(all, nodes, () => true).map(({ names }) => names)).toEqual([['a', 'c'], ['b']]);
  });

  it('is about the answers that are asked for, of the nodes in view', () => {
    const all = [finding('nodes.0.custody', 'x'), finding('nodes.9.schemes', 'x'), finding('kms.0.region', 'x')];
    expect(groupedFindings(all, nodes, (answer) => answer === 'schemes')).toEqual([]);
    expect(groupedFindings(all, nodes, (answer) => answer === 'custody')).toHaveLength(1);
  });

  it('is mended for all of them at once', () => {
    const naming = (index: number) => ({
      label: 'Rename',
      apply: (plan: ReturnType<typeof newPlan>) => ({ ...plan, name: `${plan.name}${index}` }),
    });
    const all = [finding('nodes.0.name', 'same', naming(0)), finding('nodes.1.name', 'same', naming(1))];
    const [group] = groupedFindings(all, nodes, () => true);
    expect(group?.finding.fix?.label).toBe('Rename, for all 2');
    expect(group?.finding.fix?.apply(newPlan()).name).toBe('01');
  });
});
