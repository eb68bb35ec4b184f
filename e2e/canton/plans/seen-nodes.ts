import fc from 'fast-check';
import type { Node } from '../../../src/core/plan/node';
import { keyUsages, type ObservedKey, type ObservedNode } from '../../../src/core/plan/task';
import { maybe, text } from './texts';

const key: fc.Arbitrary<ObservedKey> = fc.record({
  fingerprint: text,
  purpose: fc.constantFrom('signing', 'encryption'),
  usage: fc.subarray([...keyUsages]),
  ...{ name: maybe(text), kmsKeyId: maybe(text), wrapperKeyId: maybe(text), spec: maybe(text) },
  ...{ mapped: fc.boolean(), root: fc.boolean() },
});

/** An inventory of these nodes, with whatever a paste can hold. */
export function seenOf(nodes: readonly Node[]): fc.Arbitrary<ObservedNode[]> {
  return fc.tuple(
    ...nodes.map(({ name, kind }) =>
      fc.record({
        ...{ name: fc.constant(name), kind: fc.constant(kind), uid: text, namespace: text },
        keys: fc.uniqueArray(key, { maxLength: 4, selector: ({ fingerprint }) => fingerprint }),
        lost: fc.array(text, { maxLength: 2 }),
      }),
    ),
  );
}
