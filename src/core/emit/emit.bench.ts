import { bench, describe } from 'vitest';
import { external, newKms, newNode, newPlan, sessionSigningKeysOn } from '../plan/defaults';
import { nodeKinds } from '../plan/node';
import type { Plan } from '../plan/plan';
import { textOf } from './artefact';
import { bundle } from './bundle';
import { emit, emitOne } from './emit';

/** A fleet as it might be: one KMS, session signing keys, every fourth node without a KMS. */
function fleet(count: number): Plan {
  const kinds = nodeKinds;
  return {
    ...newPlan(),
    kms: [{ ...newKms('aws', 'kms1'), name: 'main', region: 'eu-central-1' }],
    nodes: Array.from({ length: count }, (_, index) => ({
      ...newNode(
        kinds[index % kinds.length] ?? 'participant',
        `node${index}`,
        index % 4 === 3 ? { type: 'none' } : external('kms1'),
      ),
      sessionSigningKeys: sessionSigningKeysOn(),
    })),
  };
}

describe.each([1, 100, 1_000])('%i nodes', (count) => {
  const plan = fleet(count);

  bench('plan to the text of all files', () => {
    for (const artefact of emit(plan)) textOf(artefact);
  });

  // Nothing is remembered of nodes that were never seen before.
  bench('the same, of a plan just opened', () => {
    for (const artefact of emit({ ...plan, nodes: plan.nodes.map((node) => ({ ...node })) })) textOf(artefact);
  });

  bench('plan to the bundle, with its checksums', () => {
    bundle(plan);
  });

  bench('one keystroke: the file in view', () => {
    const [first, ...others] = plan.nodes;
    if (first !== undefined) emitOne({ ...plan, nodes: [{ ...first, name: 'typing' }, ...others] }, 'node-0');
  });
});
