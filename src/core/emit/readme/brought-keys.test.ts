import { describe, expect, test } from 'vitest';
import type { SigningKey } from '../../canton/schemes';
import { givenKeys, newKms, newNode, newPlan } from '../../plan/defaults';
import type { Kms } from '../../plan/kms';
import type { Custody, Node, NodeKind } from '../../plan/node';
import type { Plan } from '../../plan/plan';
import { textOf } from '../artefact';
import { emitOne } from '../emit';

const aws: Kms = { ...newKms('aws', 'kms1'), region: 'eu-central-1' };
const gcp: Kms = { ...newKms('gcp', 'kms1'), locationId: 'global', projectId: 'acme', keyRingId: 'canton' };

/** The part of the page about keys to be made. */
function partOf(nodes: readonly Node[], change: Partial<Plan> = {}): string {
  const page = textOf(emitOne({ ...newPlan(), kms: [aws], nodes: [...nodes], ...change }, 'readme') ?? expect.fail());
  return /## Keys to make beforehand\n\n(.*?)\n## /s.exec(page)?.[1] ?? '';
}

function given(name: string): Custody {
  const ids = {
    namespace: `${name}-ns`,
    sequencerAuth: `${name}-auth`,
    signing: `${name}-sign`,
    encryption: `${name}-enc`,
  };
  return { type: 'external', kms: 'kms1', keys: { ...givenKeys(), ...ids } };
}
const node = (kind: NodeKind, name: string) => newNode(kind, name, given(name));

function signingWith(key: SigningKey, of: Node): Node {
  return { ...of, schemes: { ...of.schemes, signingKeys: { default: key, allowed: [] } } };
}

describe('the keys to make beforehand', () => {
  test('of one node: what each must be, and which is which', () => {
    expect(partOf([node('participant', 'bank')])).toContain(
      [
        'For `bank`, in AWS KMS in `eu-central-1`:',
        '',
        '| Key for | KeySpec | KeyUsage |',
        '| --- | --- | --- |',
        '| namespace (root), sequencer authentication, protocol signing | `ECC_NIST_P256` | `SIGN_VERIFY` |',
        '| encryption | `RSA_2048` | `ENCRYPT_DECRYPT` |',
        '',
        '| Node | namespace (root) | sequencer authentication | protocol signing | encryption |',
        '| --- | --- | --- | --- | --- |',
        '| `bank` | `bank-ns` | `bank-auth` | `bank-sign` | `bank-enc` |',
      ].join('\n'),
    );
  });

  test('in the words of the KMS', () => {
    const text = partOf([node('participant', 'bank')], { kms: [gcp] });
    expect(text).toContain('| Key for | Algorithm | Purpose |');
    expect(text).toContain('| `EC_SIGN_P256_SHA256` | `ASYMMETRIC_SIGN` |');
    expect(text).toContain('| encryption | `RSA_DECRYPT_OAEP_2048_SHA256` | `ASYMMETRIC_DECRYPT` |');
    expect(text).toContain('in their version 1, which must be enabled');
    expect(partOf([node('participant', 'bank')])).not.toContain('version 1');
  });

  test('of a mediator: no encryption key, though one was typed', () => {
    const text = partOf([node('mediator', 'med')]);
    expect(text).toContain('`med-ns`');
    expect(text).not.toMatch(/encryption|med-enc/);
  });

  test('of fifty nodes: told once, with a row of ids each', () => {
    const kinds = ['participant', 'sequencer', 'mediator'] as const;
    const nodes = Array.from({ length: 50 }, (_, at) => node(kinds[at % 3] ?? 'participant', `node${at}`));
    const text = partOf(nodes);
    expect(text.match(/ECC_NIST_P256/g)).toHaveLength(1);
    expect(text.match(/^\| `node\d+` \|/gm)).toHaveLength(50);
    expect(text).toContain('| `node49` | `node49-ns` | `node49-auth` | `node49-sign` |  |');
    expect(text.split('\n').length).toBeLessThan(70);
  });

  test('of a thousand nodes: a hundred are listed, the others counted', () => {
    const text = partOf(Array.from({ length: 1_000 }, (_, at) => node('participant', `node${at}`)));
    expect(text.match(/^\| `node\d+` \|/gm)).toHaveLength(100);
    expect(text).toContain('The ids for 900 more nodes stand in `plan.json`.');
  });

  test('of nodes with other defaults: apart from the rest', () => {
    const text = partOf([node('participant', 'bank'), signingWith('ec-p-384', node('participant', 'other'))]);
    expect(text).toMatch(/For `bank`.*`ECC_NIST_P256`.*For `other`.*`ECC_NIST_P384`/s);
  });

  test('are those that a KMS has not, too: the page says so', () => {
    expect(partOf([signingWith('ec-curve-25519', node('participant', 'bank'))])).toContain(
      'none of the kind that the node has as its default',
    );
  });

  test('are an intermediate key and a wrapper key, where those are given', () => {
    const restriction = 'all-mappings' as const;
    const intermediate: Node = {
      ...newNode('participant', 'bank', { type: 'external', kms: 'kms1', keys: { type: 'generated' } }),
      intermediate: { type: 'on', keyId: 'second', restriction },
    };
    expect(partOf([intermediate])).toContain(
      '| Node | namespace (intermediate) |\n| --- | --- |\n| `bank` | `second` |',
    );
    const wrapped = newNode('participant', 'env', {
      type: 'envelope',
      kms: 'kms1',
      wrapperKey: { type: 'given', id: 'wrap' },
    });
    expect(partOf([wrapped])).toContain('| wrapper | `SYMMETRIC_DEFAULT` | `ENCRYPT_DECRYPT` |');
    expect(partOf([wrapped])).toContain('| `env` | `wrap` |');
  });

  test('are none where the nodes make their own', () => {
    expect(partOf(newPlan().nodes)).toBe('');
  });
});
