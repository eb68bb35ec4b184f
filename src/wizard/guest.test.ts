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
      ['kms.0.keyAccount', '012345678901'],
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
