import { describe, expect, test } from 'vitest';
import { newPlan } from './defaults';
import { type Step, upgrade } from './upgrade';

const steps: Step[] = [
  ({ title, ...plan }) => ({ ...plan, name: title }),
  (plan) => ({ ...plan, name: `${plan.name}!` }),
];

describe('an older plan', () => {
  test('takes every step from its own version on', () => {
    expect(upgrade({ version: 1, title: 'a' }, steps)).toEqual({
      type: 'upgraded',
      from: 1,
      plan: { version: 3, name: 'a!' },
    });
    expect(upgrade({ version: 2, name: 'a' }, steps)).toMatchObject({ from: 2, plan: { version: 3, name: 'a!' } });
    expect(upgrade({ version: 3, name: 'a' }, steps)).toMatchObject({ from: 3, plan: { version: 3, name: 'a' } });
  });

  test('of today stays as it is', () => {
    expect(upgrade(newPlan())).toEqual({ type: 'upgraded', from: newPlan().version, plan: newPlan() });
  });

  test('of version 1 learns of identities, delegations and the log of the KMS', () => {
    const { kmsLog: _, synchronizer: __, ...rest } = newPlan();
    const nodes = rest.nodes.map(({ identifier: _, intermediate: __, adminApi: ___, apiPort: ____, ...node }) => node);
    const older = { ...rest, nodes, version: 1, kmsLogFile: 'log/kms.log' };
    const plan = { ...newPlan(), kmsLog: { ...newPlan().kmsLog, file: 'log/kms.log' } };
    expect(upgrade(older)).toEqual({ type: 'upgraded', from: 1, plan });
    expect(upgrade({ version: 1, nodes: 'x' })).toMatchObject({ type: 'upgraded', plan: { nodes: 'x' } });
  });

  test('of tomorrow, or without a version, is told apart', () => {
    expect(upgrade({ version: newPlan().version + 1 })).toEqual({ type: 'newer' });
    for (const plan of [null, [], 'plan', {}, { version: '1' }, { version: 0 }, { version: 1.5 }]) {
      expect(upgrade(plan)).toEqual({ type: 'no-plan' });
    }
  });
});
