import { describe, expect, it } from 'vitest';
import { external, newNode, newPlan } from '../../../core/plan/defaults';
import { withIntermediate } from '../../../core/plan/edit-keys';
import { everybody } from '../../scope';
import { placeOf, scopeFor } from './in-view';

const nodes = ['bank1', 'bank2'].map((name) => newNode('participant', name, external('kms1')));
const plan = { ...newPlan(), nodes };
const second = { type: 'node', index: 1 } as const;

describe('an answer that somebody is led to', () => {
  it('is a node and what is asked of it', () => {
    expect(placeOf('nodes.12.custody.keys.signing')).toEqual({ index: 12, answer: 'custody.keys.signing' });
    expect(placeOf('synchronizer.alias')).toBeUndefined();
    expect(placeOf(undefined)).toBeUndefined();
  });

  it('is in view among all nodes, and on the page of its own node', () => {
    expect(scopeFor(plan, everybody, 'nodes.1.custody.keys.signing')).toBe(everybody);
    expect(scopeFor(plan, second, 'nodes.1.identifier')).toBe(second);
    expect(scopeFor(plan, second, 'synchronizer.alias')).toBe(everybody);
    expect(scopeFor(plan, second, 'kms.0.region')).toBe(second);
  });

  it('brings its node into view where another one is shown, or the nodes differ', () => {
    expect(scopeFor(plan, { type: 'node', index: 0 }, 'nodes.1.identifier')).toEqual(second);
    const mixed = { ...plan, nodes: nodes.map((node, at) => (at === 1 ? withIntermediate(node, 'on') : node)) };
    expect(scopeFor(mixed, everybody, 'nodes.1.intermediate.keyId')).toEqual(second);
    expect(scopeFor(mixed, everybody, 'nodes.1.custody.keys.signing')).toBe(everybody);
  });

  it('of a node that is gone changes nothing', () => {
    expect(scopeFor(plan, everybody, 'nodes.9.identifier')).toBe(everybody);
  });
});
