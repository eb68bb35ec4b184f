import { describe, expect, it } from 'vitest';
import { envelope, external, newKms, newNode, newPlan, sessionSigningKeysOn } from './defaults';
import { type DriverValue, driverConfigDepth, Kms } from './kms';
import { Plan } from './plan';

describe('a plan', () => {
  it('accepts what the defaults make', () => {
    const node = { ...newNode('sequencer', 's', envelope('kms1')), sessionSigningKeys: sessionSigningKeysOn() };
    for (const type of ['aws', 'gcp', 'driver'] as const) {
      const plan = {
        ...newPlan(),
        kms: [newKms(type, 'kms1')],
        nodes: [node, newNode('mediator', 'm', external('kms1'))],
      };
      expect(Plan.parse(plan)).toEqual(plan);
    }
  });

  it('keeps wrong answers as they were typed', () => {
    const [kms] = newPlan().kms;
    const plan = { ...newPlan(), kms: [{ ...kms, region: ' not a region\n' }] };
    expect(Plan.parse(plan)).toEqual(plan);
  });

  it('refuses a node whose KMS is not in the plan, and two KMS with one id', () => {
    const dangling = { ...newPlan(), nodes: [newNode('participant', 'p', external('kms2'))] };
    expect(Plan.safeParse(dangling).error?.issues[0]?.path).toEqual(['nodes', 0, 'custody', 'kms']);
    const twins = { ...newPlan(), kms: [newKms('aws', 'kms1'), newKms('gcp', 'kms1')] };
    expect(Plan.safeParse(twins).success).toBe(false);
  });

  it('refuses keys it does not know', () => {
    expect(Plan.safeParse({ ...newPlan(), password: 'x' }).success).toBe(false);
  });

  it("ends a driver's tree at a depth", () => {
    const nest = (depth: number): DriverValue =>
      depth === 0 ? { type: 'text', value: 'x' } : { type: 'list', items: [nest(depth - 1)] };
    const driver = (depth: number) => ({ ...newKms('driver', 'k'), config: [{ key: 'a', value: nest(depth) }] });
    expect(Kms.safeParse(driver(driverConfigDepth)).success).toBe(true);
    expect(Kms.safeParse(driver(driverConfigDepth + 1)).success).toBe(false);
  });
});
