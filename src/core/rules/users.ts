import type { Kms } from '../plan/kms';
import type { Plan } from '../plan/plan';

/** A plan is never changed in place, so who uses what is worked out once for it. */
const known = new WeakMap<Plan['nodes'], Map<string, number[]>>();
const nobody: readonly number[] = [];

/** The nodes whose keys a KMS holds or wraps, as indices. */
export function usersOf(plan: Plan, kms: Kms): readonly number[] {
  let users = known.get(plan.nodes);
  if (users === undefined) {
    users = new Map();
    for (const [index, { custody }] of plan.nodes.entries()) {
      if (custody.type === 'none') continue;
      const before = users.get(custody.kms);
      if (before === undefined) users.set(custody.kms, [index]);
      else before.push(index);
    }
    known.set(plan.nodes, users);
  }
  return users.get(kms.id) ?? nobody;
}
