import { describe, expect, test } from 'vitest';
import { envelope, external, newKms, newNode, newPlan } from '../../plan/defaults';
import type { AwsKms } from '../../plan/kms';
import type { Custody, Node } from '../../plan/node';
import type { Plan } from '../../plan/plan';
import { textOf } from '../artefact';
import { emitOne } from '../emit';

const aws: AwsKms = { ...newKms('aws', 'kms1'), region: 'cn-north-1', credentials: { type: 'irsa' } };

function page(nodes: Node[], change: Partial<Plan> = {}): string {
  return textOf(emitOne({ ...newPlan(), kms: [aws], nodes, ...change }, 'readme') ?? expect.fail());
}

const node = (custody: Custody, name = 'bank1') => newNode('participant', name, custody);
const given = (id: string): Custody => ({ type: 'envelope', kms: 'kms1', wrapperKey: { type: 'given', id } });

/** The policies on a page, as AWS would read them. */
function policies(text: string): { Statement: { Action: string[]; Resource: unknown }[] }[] {
  return [...text.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => JSON.parse(json ?? ''));
}

describe('permissions', () => {
  const statements = (nodes: Node[], change?: Partial<Plan>) =>
    policies(page(nodes, change)).flatMap(({ Statement }) => Statement);

  test('a node that creates its keys may create and tag', () => {
    expect(statements([node(external('kms1'))])).toMatchObject([
      {
        Action: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign', 'kms:Decrypt'],
        Resource: ['arn:aws-cn:kms:cn-north-1:*:key/*'],
      },
      { Action: ['kms:CreateKey', 'kms:TagResource'], Resource: '*' },
    ]);
  });

  const id = '1234abcd-12ab-34cd-56ef-1234567890ab';
  const arn = `arn:aws-cn:kms:cn-north-1:123456789012:key/${id}`;
  test.each([
    ['an id', id, `arn:aws-cn:kms:cn-north-1:*:key/${id}`],
    ['an ARN', arn, arn],
    ['an alias, which names no key in a policy', 'alias/bank1', 'arn:aws-cn:kms:cn-north-1:*:key/*'],
  ])('a wrapper key given by %s may be used, and none created', (_, wrapper, resource) => {
    expect(statements([node(given(wrapper))])).toMatchObject([
      { Action: ['kms:DescribeKey', 'kms:Encrypt', 'kms:Decrypt'], Resource: [resource] },
    ]);
  });

  test('in an account of somebody else nothing can be created', () => {
    const kms = [{ ...aws, keyAccount: { type: 'other', account: '123456789012' } as const }];
    expect(statements([node(given(id))], { kms })).toMatchObject([{ Resource: [arn] }]);
  });

  test('a node whose keys exist creates none', () => {
    const keys = { type: 'given', namespace: id, sequencerAuth: id, signing: id, encryption: id } as const;
    expect(statements([node({ type: 'external', kms: 'kms1', keys })])).toMatchObject([{ Sid: 'CantonUsesItsKeys' }]);
  });

  test('in a project of somebody else no right to create is asked for, and keys that exist are rotated to', () => {
    const gcp = { ...newKms('gcp', 'kms1'), projectId: 'acme-keys', locationId: 'global', keyRingId: 'canton' };
    const own = page([node(external('kms1'))], { kms: [gcp] });
    expect(own).toMatch(/^cloudkms\.cryptoKeys\.create$/m);
    const elsewhere = page([node(external('kms1'))], {
      kms: [{ ...gcp, keyProject: { type: 'other', serviceAccountProject: 'acme-nodes' } }],
    });
    expect(elsewhere).toMatch(/^cloudkms\.cryptoKeyVersions\.useToSign$/m);
    expect(elsewhere).not.toMatch(/^cloudkms\..*\.create$/m);
    expect(elsewhere).toContain('rotate with `keys.secret.rotate_kms_node_key`, which takes a key that exists.');
  });

  test('nodes that use the KMS in different ways get different policies', () => {
    const text = page([node(external('kms1')), node(envelope('kms1'), 'bank2'), node(given(id), 'bank3')]);
    expect(policies(text).map(({ Statement }) => Statement.length)).toEqual([2, 2, 1]);
  });
});

describe('editions', () => {
  test('3.3 loads a cloud KMS in the Enterprise edition only', () => {
    expect(page([node(external('kms1'))], { release: '3.3' })).toContain(
      'The open-source edition of 3.3 refuses to load it: `Configuration Aws is supported only in EnterpriseCantonEdition`.',
    );
  });

  test('later lines run it, whatever is documented', () => {
    const text = page([node(external('kms1'))], { release: '3.4' });
    expect(text).toContain('as a feature of the Enterprise edition. The open-source edition of 3.4 runs it too');
  });
});

describe('the page fits the plan', () => {
  test('nothing of the other mode is on it', () => {
    const text = page([node(external('kms1'))]);
    expect(text).not.toMatch(/wrapper key that|reverted|FailedToReadKey|database-backed/);
    expect(page([node(envelope('kms1'))])).not.toMatch(/TOPOLOGY_NO|never leave it|kms:Sign/);
  });

  test('envelope encryption in memory ends differently in older lines', () => {
    expect(page([node(envelope('kms1'))], { release: '3.4' })).toContain('leaves the keys unencrypted without a word');
    expect(page([node(envelope('kms1'))], { release: '3.5' })).toContain('the node does not start');
  });

  test('replicas are told apart from nodes', () => {
    const text = page([{ ...node(external('kms1')), replicas: true }, node(external('kms1'), 'bank2')]);
    expect(text).toContain('Every replica of `bank1` gets the same file');
  });

  test('a thousand nodes are counted, not listed', () => {
    const text = page(Array.from({ length: 1_000 }, (_, index) => node(external('kms1'), `bank${index}`)));
    expect(text).toContain('| `NODE-kms.conf` | 1000 files, one a node: what the plan sets on it. |');
    expect(text).toContain('`bank0`, `bank1`, `bank2` and 997 more make their keys');
    expect(text.split('\n').length).toBeLessThan(120);
  });

  test('a plan without a KMS has little to say', () => {
    const text = page([node({ type: 'none' })]);
    expect(text).toContain('in the clear.\n');
    expect(text).not.toMatch(/## (Editions|Permissions|When it does not start)/);
  });
});
