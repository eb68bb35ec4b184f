import { editNodes } from '../plan/edit';
import type { AwsKms, GcpKms, Kms } from '../plan/kms';
import type { Node } from '../plan/node';
import type { Plan } from '../plan/plan';

/** The steps that fixes are made of. Each says what it changes and leaves everything else the same object. */

export function changeNode(plan: Plan, index: number, change: (node: Node) => Node): Plan {
  return editNodes(plan, [index], change);
}

export function changeKms(plan: Plan, index: number, change: (kms: Kms) => Kms): Plan {
  return { ...plan, kms: plan.kms.map((kms, at) => (at === index ? change(kms) : kms)) };
}

export function changeAws(plan: Plan, index: number, change: Partial<Omit<AwsKms, 'id' | 'type'>>): Plan {
  return changeKms(plan, index, (kms) => (kms.type === 'aws' ? { ...kms, ...change } : kms));
}

export function changeGcp(plan: Plan, index: number, change: Partial<Omit<GcpKms, 'id' | 'type'>>): Plan {
  return changeKms(plan, index, (kms) => (kms.type === 'gcp' ? { ...kms, ...change } : kms));
}
