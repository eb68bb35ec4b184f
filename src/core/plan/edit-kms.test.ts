import { describe, expect, it } from 'vitest';
import { newKms, newPlan } from './defaults';
import { withKms } from './edit';
import { addKms, removeKms, replaceKms, withType } from './edit-kms';
import { kmsOf, Plan } from './plan';

describe('changing the type of a KMS', () => {
  it('keeps its identity and what both types ask', () => {
    const aws = { ...newKms('aws', 'k'), name: 'main', auditLogging: true };
    expect(withType(aws, 'gcp')).toEqual({ ...newKms('gcp', 'k'), name: 'main', auditLogging: true });
    expect(withType(aws, 'driver')).toEqual({ ...newKms('driver', 'k'), name: 'main' });
    expect(withType(aws, 'aws')).toBe(aws);
  });
});

describe('several KMS', () => {
  it('can be added and taken away; nodes of the one that goes move to the first', () => {
    const two = addKms(newPlan());
    const [node] = two.nodes;
    const second = two.kms[1];
    if (node === undefined || second === undefined) throw new Error('a node and two KMS');
    const used = { ...two, nodes: [withKms(node, second.id)] };
    expect(Plan.parse(used)).toEqual(used);
    const one = removeKms(used, 1);
    expect(one.kms).toHaveLength(1);
    expect(one.nodes.map((each) => kmsOf(one, each))).toEqual(one.kms);
  });

  it('keep the last one, and never share an id', () => {
    expect(removeKms(newPlan(), 0)).toEqual(newPlan());
    const three = addKms(removeKms(addKms(addKms(newPlan())), 1));
    expect(new Set(three.kms.map((kms) => kms.id)).size).toBe(3);
  });

  it('replaces one and leaves a place that is not there alone', () => {
    const plan = newPlan();
    expect(replaceKms(plan, 0, newKms('gcp', 'kms1')).kms).toEqual([newKms('gcp', 'kms1')]);
    expect(replaceKms(plan, 5, newKms('gcp', 'kms1'))).toBe(plan);
  });
});
