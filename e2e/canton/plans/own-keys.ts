import fc from 'fast-check';
import type { Intermediate, Node } from '../../../src/core/plan/node';
import { maybe, text } from './texts';

/** A node that may bring its keys, and delegate. */
export function withKeys(node: Node): fc.Arbitrary<Node> {
  const { custody } = node;
  const intermediate: fc.Arbitrary<Intermediate> = fc.oneof(
    fc.constant({ type: 'off' as const }),
    fc.record({
      type: fc.constant('on' as const),
      keyId: maybe(text),
      restriction: fc.constantFrom('all-but-namespace-delegations' as const, 'all-mappings' as const),
    }),
  );
  const keys = fc.record({
    type: fc.constant('given' as const),
    ...{ namespace: maybe(text), sequencerAuth: maybe(text), signing: maybe(text), encryption: maybe(text) },
  });
  return fc.record({ intermediate, identifier: maybe(text), keys }).map(({ keys: given, ...rest }) => ({
    ...node,
    ...rest,
    custody: custody.type === 'external' ? { ...custody, keys: given } : custody,
  }));
}
