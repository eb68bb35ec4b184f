import { describe, expect, it } from 'vitest';
import { newPlan, rotate } from './defaults';
import { planDigest } from './digest';
import type { Plan } from './plan';
import type { KeyRotation, ObservedNode, Rotate } from './task';

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

describe('the digest of a rotation', () => {
  const row = (node: string): KeyRotation => ({
    node,
    fingerprint: `1220${node}`,
    to: { type: 'generated', spec: null },
    name: '',
  });
  const rotation = (change: Partial<Rotate>): Plan => ({ ...newPlan(), task: { ...rotate(), ...change } });
  const seen: ObservedNode = { kind: 'mediator', name: 'm1', uid: '', namespace: '', keys: [], lost: [] };

  it('changes with any answer and any row', () => {
    const plans = [
      newPlan(),
      rotation({}),
      rotation({ pause: false }),
      rotation({ inventory: [seen] }),
      rotation({ inventory: [{ ...seen, name: 'm2' }] }),
      rotation({ keys: [row('a'), row('b')] }),
      rotation({ keys: [row('b'), row('a')] }),
      rotation({ wrappers: [{ node: 'a', from: '', to: { type: 'generated' } }] }),
      rotation({ deletions: [{ node: 'a', fingerprint: '', retiredBefore: '' }] }),
    ];
    expect(new Set(plans.map(planDigest)).size).toBe(plans.length);
  });

  it('is the same for the same answers in other objects', () => {
    const plan = rotation({ inventory: [seen], keys: [row('a')] });
    expect(planDigest(structuredClone(plan))).toBe(planDigest(plan));
  });
});
