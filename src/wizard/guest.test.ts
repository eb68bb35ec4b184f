import { describe, expect, it } from 'vitest';
import { envelope, external, newKms, newNode, newPlan } from '../core/plan/defaults';
import { Kms } from '../core/plan/kms';
import type { Plan } from '../core/plan/plan';
import { comparePlans, whoHoldsTheKeys } from './guest';

const values = (plan: Plan) => whoHoldsTheKeys(plan).map(({ path, value }) => [path, value]);

describe('what decides who holds the keys', () => {
  it('lists an endpoint, another account and switched-off TLS', () => {
    const aws = {
      ...newKms('aws', 'kms1'),
      region: 'eu-central-1',
      endpointOverride: 'https://kms.example.net',
      disableSslVerification: true,
      keyAccount: { type: 'other', account: '012345678901' },
    };
    const plan: Plan = { ...newPlan(), kms: [asKms(aws)] };
    expect(values(plan)).toEqual([
      ['kms.0.region', 'eu-central-1'],
      ['kms.0.keyAccount.account', '012345678901'],
      ['kms.0.endpointOverride', 'https://kms.example.net'],
      ['kms.0.disableSslVerification', 'switched off'],
    ]);
  });

  it('lists a driver, its jar, and every text in its own settings', () => {
    const driver = {
      ...newKms('driver', 'kms1'),
      driverName: 'acme',
      jar: '/opt/acme.jar',
      config: [
        { key: 'hosts', value: { type: 'list', items: [{ type: 'text', value: 'hsm.example.net' }] } },
        { key: 'pin', value: { type: 'secret', variable: 'HSM_PIN' } },
      ],
    };
    expect(values({ ...newPlan(), kms: [asKms(driver)] })).toEqual([
      ['kms.0.driverName', 'acme'],
      ['kms.0.jar', '/opt/acme.jar'],
      ['kms.0.config.0', 'hsm.example.net'],
      ['kms.0.config.1', 'from the variable HSM_PIN'],
    ]);
  });

  it('lists a project, a ring, whom the node signs in as, and which KMS it is about', () => {
    const gcp = {
      ...newKms('gcp', 'kms2'),
      name: 'ring',
      locationId: 'europe-west6',
      projectId: 'acme-prod',
      keyRingId: 'canton',
      credentials: { type: 'key-file', path: '/run/gcp.json' },
      keyProject: { type: 'other', serviceAccountProject: 'acme-nodes' },
    };
    const aws = { ...newKms('aws', 'kms1'), credentials: { type: 'profile', profile: 'canton' } };
    const plan: Plan = { ...newPlan(), kms: [asKms(aws), asKms(gcp)] };
    expect(whoHoldsTheKeys(plan).map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'AWS profile (KMS 1): canton',
      'GCP project (ring): acme-prod',
      'GCP location (ring): europe-west6',
      'Key ring (ring): canton',
      'Project of the service account (ring): acme-nodes',
      'Key file (ring): /run/gcp.json',
    ]);
  });

  it('names the account of a stranger among many keys once, before the keys', () => {
    const nodes = ['111111111111', '111111111111', '222222222222'].map((account, index) =>
      newNode('participant', `p${index}`, {
        type: 'envelope',
        kms: 'kms1',
        wrapperKey: { type: 'given', id: `arn:aws:kms:eu-central-1:${account}:key/${index}` },
      }),
    );
    expect(values({ ...newPlan(), nodes }).slice(0, 3)).toEqual([
      ['nodes.0.custody.wrapperKey.id', '111111111111'],
      ['nodes.2.custody.wrapperKey.id', '222222222222'],
      ['nodes.0.custody.wrapperKey.id', 'arn:aws:kms:eu-central-1:111111111111:key/0'],
    ]);
  });

  it('spells out what nobody would see', () => {
    const aws = { ...newKms('aws', 'kms1'), endpointOverride: 'https://kms.\u202emoc.live' };
    expect(values({ ...newPlan(), kms: [asKms(aws)] })).toEqual([
      ['kms.0.endpointOverride', 'https://kms.\\u202emoc.live'],
    ]);
  });

  it('lists given wrapper keys and the nodes whose keys stay in the clear', () => {
    const given = { ...envelope('kms1'), wrapperKey: { type: 'given', id: 'alias/theirs' } } as const;
    const nodes = [
      newNode('participant', 'p', { ...given, type: 'envelope', kms: 'kms1' }),
      newNode('mediator', 'm', { type: 'none' }),
    ];
    expect(values({ ...newPlan(), nodes })).toEqual([
      ['nodes.0.custody.wrapperKey.id', 'alias/theirs'],
      ['nodes', 'm'],
    ]);
  });
});

describe('keys that a plan names', () => {
  const labels = (plan: Plan) => whoHoldsTheKeys(plan).map(({ label, value }) => `${label}: ${value}`);

  it('are listed one by one where they were made beforehand, those left to the node are not', () => {
    const keys = {
      type: 'given',
      namespace: 'arn:aws:kms:eu-central-1:111111111111:key/n',
      sequencerAuth: 'a',
      signing: 's',
      encryption: '',
    } as const;
    const node = {
      ...newNode('participant', 'p', { type: 'external', kms: 'kms1', keys }),
      intermediate: { type: 'on', keyId: 'i', restriction: 'all-mappings' },
    } as const;
    expect(labels({ ...newPlan(), nodes: [node] })).toEqual([
      'AWS account of keys: 111111111111',
      'Namespace key of p: arn:aws:kms:eu-central-1:111111111111:key/n',
      'Sequencer authentication key of p: a',
      'Signing key of p: s',
      'Intermediate namespace key of p: i',
    ]);
  });

  it('are listed where they take the place of others, and where they would be destroyed', () => {
    const plan: Plan = {
      ...newPlan(),
      nodes: [],
      task: {
        type: 'rotate',
        inventory: [],
        wrappers: [
          { node: 'p', from: 'old', to: { type: 'given', id: 'alias/theirs' } },
          { node: 'q', from: 'old', to: { type: 'generated' } },
        ],
        keys: [{ node: 'p', fingerprint: '1220ab', to: { type: 'given', kmsKeyId: 'k' }, name: 'next' }],
        pause: false,
        deletions: [{ node: 'p', fingerprint: '1220cd', retiredBefore: '2026-11-01T00:00:00Z' }],
        restore: false,
      },
    };
    expect(labels(plan)).toEqual([
      'New wrapper key of p: alias/theirs',
      'New key of p: k',
      'Key of p to be destroyed: 1220cd',
    ]);
  });
});

describe('two plans compared', () => {
  it('names what differs, also what only one of them has', () => {
    const mine = newPlan();
    const theirs: Plan = {
      ...mine,
      name: 'theirs',
      nodes: [...mine.nodes, newNode('mediator', 'm', external('kms1'))],
    };
    const differences = comparePlans(mine, theirs);
    expect(differences).toContainEqual({ path: 'name', mine: '', theirs: 'theirs' });
    expect(differences).toContainEqual({ path: 'nodes.1.kind', mine: '', theirs: 'mediator' });
    expect(comparePlans(mine, mine)).toEqual([]);
  });
});

/** What a test wrote down as a plain object, as the schema reads it. */
function asKms(value: unknown): Plan['kms'][number] {
  return Kms.parse(value);
}
