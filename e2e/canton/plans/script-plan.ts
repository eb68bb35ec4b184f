import fc from 'fast-check';
import type { Plan } from '../../../src/core/plan/plan';
import type { KeyRotation, ObservedKey, ObservedNode, Rotate } from '../../../src/core/plan/task';
import { movingPlan } from './moving-plan';
import { withKeys } from './own-keys';
import { plan as anyPlan } from './plan';
import { seenOf } from './seen-nodes';
import { maybe, text } from './texts';

/**
 * Plans for console scripts: what stands in them may be anything that a person can type, sensible or not. A script has to
 * compile all the same.
 */
export const scriptPlan: fc.Arbitrary<Plan> = anyPlan.chain((plan) =>
  fc.oneof(
    { arbitrary: fc.tuple(...plan.nodes.map(withKeys)).map((nodes): Plan => ({ ...plan, nodes })), weight: 2 },
    { arbitrary: taskFor(plan).map((task): Plan => ({ ...plan, task })), weight: 2 },
    { arbitrary: movingPlan(plan), weight: 1 },
  ),
);

const instant = fc.oneof(text, fc.constantFrom('2026-11-01T00:00:00Z', '2026-11-01T00:00:00.5Z'));

/** Work on what was seen of a plan's nodes. */
function taskFor({ nodes }: Plan): fc.Arbitrary<Rotate> {
  return seenOf(nodes).chain((seen) =>
    fc.record({
      type: fc.constant('rotate' as const),
      inventory: fc.constant(seen),
      wrappers: fc.tuple(...seen.map(wrapper)).map((wrappers) => wrappers.flat()),
      keys: fc.tuple(...seen.flatMap((node) => node.keys.map((old) => rotation(node, old)))).map((keys) => keys.flat()),
      deletions: fc
        .tuple(...seen.flatMap((node) => node.keys.map((old) => deletion(node, old))))
        .map((all) => all.flat()),
      ...{ pause: fc.boolean(), restore: fc.boolean() },
    }),
  );
}

function wrapper({ name }: ObservedNode): fc.Arbitrary<Rotate['wrappers']> {
  const to = fc.oneof(
    fc.constant({ type: 'generated' as const }),
    fc.record({ type: fc.constant('given' as const), id: maybe(text) }),
  );
  return fc.array(fc.record({ node: fc.constant(name), from: maybe(text), to }), { maxLength: 1 });
}

function rotation({ name }: ObservedNode, { fingerprint, purpose }: ObservedKey): fc.Arbitrary<readonly KeyRotation[]> {
  const specs = purpose === 'signing' ? (['ec-p-256', 'ec-p-384'] as const) : (['rsa-2048'] as const);
  const to: fc.Arbitrary<KeyRotation['to']> = fc.oneof(
    fc.record({ type: fc.constant('generated' as const), spec: fc.constantFrom(null, ...specs) }),
    fc.record({ type: fc.constant('given' as const), kmsKeyId: maybe(text) }),
  );
  const one = fc.record({ node: fc.constant(name), fingerprint: fc.constant(fingerprint), to, name: maybe(text) });
  return fc.array(one, { maxLength: 1 });
}

function deletion({ name }: ObservedNode, { fingerprint }: ObservedKey): fc.Arbitrary<Rotate['deletions']> {
  const one = fc.record({ node: fc.constant(name), fingerprint: fc.constant(fingerprint), retiredBefore: instant });
  return fc.array(one, { maxLength: 1 });
}
