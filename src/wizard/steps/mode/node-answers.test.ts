import { describe, expect, it } from 'vitest';
import { envelope, external, newNode, newPlan, sessionSigningKeysOn } from '../../../core/plan/defaults';
import type { Node } from '../../../core/plan/node';
import { everybody } from '../../scope';
import { hasField, nodeAnswers, scopeFor } from './node-answers';

const bank1 = newNode('participant', 'bank1', external('kms1'));
const bank2 = newNode('participant', 'bank2', envelope('kms1'));
const med1 = newNode('mediator', 'med1', { type: 'none' });
const planOf = (...nodes: Node[]) => ({ ...newPlan(), nodes });

describe('the fields of a node', () => {
  const bank3 = { ...bank1, name: 'bank3' };
  const kept: Node = { ...bank3, sessionSigningKeys: sessionSigningKeysOn() };

  it('are those of the first in view while all agree', () => {
    const plan = planOf(med1, bank1, bank3);
    for (const answer of nodeAnswers) {
      expect(hasField(plan, everybody, 1, answer)).toBe(true);
      expect(hasField(plan, everybody, 2, answer)).toBe(false);
      expect(hasField(plan, { type: 'node', index: 2 }, 2, answer)).toBe(true);
    }
  });

  it('are gone where the nodes differ, for the first too', () => {
    const plan = planOf(bank1, kept);
    expect(hasField(plan, everybody, 0, 'sessionSigningKeys')).toBe(false);
    expect(hasField(plan, everybody, 0, 'schemes')).toBe(true);
    expect(hasField(plan, { type: 'node', index: 0 }, 0, 'sessionSigningKeys')).toBe(true);
  });

  it('ask only those nodes for session keys whose KMS signs', () => {
    expect(hasField(planOf(bank2, kept), everybody, 1, 'sessionSigningKeys')).toBe(true);
    expect(hasField(planOf(bank2, kept), everybody, 0, 'sessionSigningKeys')).toBe(false);
  });
});

describe('an answer that somebody is led to', () => {
  const plan = planOf(bank1, { ...bank1, name: 'bank3', sessionSigningKeys: sessionSigningKeysOn() });

  it('brings its node into view where it has no field on the page', () => {
    const second = { type: 'node', index: 1 } as const;
    expect(scopeFor(plan, everybody, 'nodes.1.sessionSigningKeys.keyValidity')).toEqual(second);
    expect(scopeFor(plan, { type: 'node', index: 0 }, 'nodes.1.custody')).toEqual(second);
  });

  it('leaves the page as it is where it has one, or belongs to no node, or to one that is gone', () => {
    for (const path of ['nodes.0.schemes.signing', 'nodes.0.name', 'nodes.9.custody', 'kms.0.region', undefined]) {
      expect(scopeFor(plan, everybody, path)).toBe(everybody);
    }
  });
});
