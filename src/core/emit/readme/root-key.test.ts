import { describe, expect, test } from 'vitest';
import { envelope, external, intermediateOn, newKms, newNode, newPlan } from '../../plan/defaults';
import type { Custody } from '../../plan/node';
import { textOf } from '../artefact';
import { emitOne } from '../emit';

/** The part of the page about root keys, of nodes that get an intermediate key. */
function partOf(...custodies: readonly Custody[]): string {
  const kms = [{ ...newKms('aws', 'kms1'), region: 'eu-central-1' }];
  const nodes = custodies.map((custody, at) => ({
    ...newNode('participant', `node${at}`, custody),
    intermediate: intermediateOn(),
  }));
  const page = textOf(emitOne({ ...newPlan(), kms, nodes }, 'readme') ?? expect.fail());
  return /## Put the root key away\n\n(.*?)(?:\n## |$)/s.exec(page)?.[1] ?? '';
}

describe('a root key', () => {
  test('in a KMS is put away there', () => {
    const text = partOf(external('kms1'));
    expect(text).toContain('the root keys of `node0` may be put out of reach');
    expect(text).toContain('disable the key in AWS KMS');
    expect(text).not.toContain('database');
  });

  test('in a database stays there: guarded, never rotated, or made offline for a new node', () => {
    const text = partOf(envelope('kms1'), { type: 'none' });
    expect(text).not.toMatch(/may be put out of reach|disable the key/);
    expect(text).toContain('The root keys of `node0` and `node1` stay where the node can use it');
    expect(text).toContain('`node0` keeps its root key in the database, encrypted with the wrapper key.');
    expect(text).toContain('`node1` keeps its root key in the database, in the clear.');
    expect(text).toContain('It cannot be rotated either');
    expect(text).toMatch(
      /For a new node there is another way: .*offline.*namespace_key\.rst#offline-root-namespace-key/,
    );
  });

  test('of either kind is told of by the names of its nodes', () => {
    const text = partOf(external('kms1'), { type: 'none' });
    expect(text).toContain('the root keys of `node0` may be put out of reach');
    expect(text).toContain('The root key of `node1` stays where the node can use it');
  });
});
