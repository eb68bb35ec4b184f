import { describe, expect, it } from 'vitest';
import { newPlan } from './defaults';
import { planDigest } from './digest';

describe('the digest of a plan', () => {
  it('is twelve hexadecimal digits', () => {
    expect(planDigest(newPlan())).toMatch(/^[0-9a-f]{12}$/);
  });

  it('does not depend on the order in which keys were written', () => {
    const plan = newPlan();
    const reversed = Object.fromEntries(Object.entries(plan).reverse());
    expect(planDigest({ ...plan, ...reversed })).toBe(planDigest(plan));
    const nodes = plan.nodes.map((node) => ({ ...node, ...Object.fromEntries(Object.entries(node).reverse()) }));
    expect(planDigest({ ...plan, nodes })).toBe(planDigest(plan));
  });

  it('changes with any answer, of the plan or of a node', () => {
    const plan = newPlan();
    expect(planDigest({ ...plan, name: 'other' })).not.toBe(planDigest(plan));
    const nodes = plan.nodes.map((node) => ({ ...node, replicas: true }));
    expect(planDigest({ ...plan, nodes })).not.toBe(planDigest(plan));
  });

  it('tells the same nodes in another order apart', () => {
    const [node] = newPlan().nodes;
    if (node === undefined) throw new Error('a new plan has a node');
    const other = { ...node, name: 'other' };
    expect(planDigest({ ...newPlan(), nodes: [node, other] })).not.toBe(
      planDigest({ ...newPlan(), nodes: [other, node] }),
    );
  });
});
