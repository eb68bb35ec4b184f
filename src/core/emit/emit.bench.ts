import { bench, describe } from 'vitest';
import { external, givenKeys, newKms, newNode, newPlan, rotate, sessionSigningKeysOn } from '../plan/defaults';
import { editKey } from '../plan/edit-rotation';
import { type Node, nodeKinds } from '../plan/node';
import type { Plan } from '../plan/plan';
import type { KeyRotation, ObservedKey, ObservedNode } from '../plan/task';
import { textOf } from './artefact';
import { bundle } from './bundle';
import { emitEach, emitOne } from './emit';

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

/** The same nodes with four keys each, of which three are replaced. */
function rotation(count: number): Plan {
  const { nodes, ...rest } = fleet(count);
  const inventory = nodes.map((node, index): ObservedNode => {
    const key = (at: number): ObservedKey => ({
      fingerprint: `1220${String(index * 4 + at).padStart(64, 'a')}`,
      purpose: at === 3 ? 'encryption' : 'signing',
      usage: at === 3 ? [] : at === 0 ? ['namespace'] : ['signing'],
      name: `${node.name}-key-${at}`,
      kmsKeyId: node.custody.type === 'none' ? '' : `arn:aws:kms:eu-central-1:123456789012:key/${index}-${at}`,
      wrapperKeyId: '',
      mapped: true,
      root: at === 0,
      spec: 'EC-P256',
    });
    const namespace = key(0).fingerprint;
    const keys = [0, 1, 2, 3].map(key);
    return { kind: node.kind, name: node.name, uid: `${node.name}::${namespace}`, namespace, keys, lost: [] };
  });
  const keys = inventory.flatMap(({ name, keys: [, ...replaced] }) =>
    replaced.map((key): KeyRotation => {
      return { node: name, fingerprint: key.fingerprint, to: { type: 'generated', spec: null }, name: `${key.name}-2` };
    }),
  );
  return { ...rest, nodes, task: { ...rotate(), inventory, keys } };
}

describe.each([1, 100, 1_000])('%i nodes', (count) => {
  const plan = fleet(count);

  // A copy, for the outlines of the very plan asked for last are remembered.
  bench('plan to the text of all files', () => {
    for (const artefact of emitEach({ ...plan })) textOf(artefact);
  });

  // Nothing is remembered of nodes that were never seen before.
  bench('the same, of a plan just opened', () => {
    for (const artefact of emitEach({ ...plan, nodes: plan.nodes.map((node) => ({ ...node })) })) textOf(artefact);
  });

  bench('plan to the bundle, with its checksums', () => {
    bundle(plan);
  });

  bench('one keystroke: the file in view', () => {
    const [first, ...others] = plan.nodes;
    if (first !== undefined) emitOne({ ...plan, nodes: [{ ...first, name: 'typing' }, ...others] }, 'node-0');
  });
});

/** The same nodes with keys made beforehand: a script for each node that tells it which. */
function given(count: number): Plan {
  const plan = fleet(count);
  const nodes = plan.nodes.map((node, index): Node => {
    const { custody } = node;
    if (custody.type !== 'external') return node;
    const keys = { ...givenKeys(), namespace: `alias/${index}-namespace`, signing: `alias/${index}-signing` };
    return { ...node, custody: { ...custody, keys } };
  });
  return { ...plan, nodes };
}

describe('1000 nodes with given keys', () => {
  const plan = given(1_000);

  bench('plan to the text of all files', () => {
    for (const artefact of emitEach({ ...plan })) textOf(artefact);
  });
});

describe.each([100, 1_000])('a rotation on %i nodes', (count) => {
  const plan = rotation(count);
  let typed = 0;

  bench('plan to the text of all files', () => {
    for (const artefact of emitEach({ ...plan })) textOf(artefact);
  });

  bench('one keystroke: the file in view', () => {
    emitOne(
      editKey(plan, 0, (before) => ({ ...before, name: `typing${typed++}` })),
      'announce-0',
    );
  });
});
