import { envelope, external, newKms, newNode, newPlan, sessionSigningKeysOn } from './defaults';
import type { Plan } from './plan';

/** A finished plan to start from or to look at. */
export type Example = {
  readonly id: string;
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly about: string;
  readonly plan: () => Plan;
};

export const examples: readonly Example[] = [
  {
    id: 'aws-envelope',
    title: 'AWS, keys encrypted in the database',
    about: 'One participant whose keys stay in its database, encrypted with a key in AWS KMS that Canton creates.',
    plan: awsEnvelope,
  },
  {
    id: 'gcp-external',
    title: 'Google Cloud, keys in the KMS',
    about:
      'A participant, a sequencer and a mediator whose keys never leave one key ring; session signing keys save calls.',
    plan: gcpExternal,
  },
  {
    id: 'driver-beside-plain',
    title: 'An HSM behind a driver, beside nodes without one',
    about: 'A participant with its keys in an HSM, and a sequencer and a mediator that sign and encrypt as it does.',
    plan: driverBesidePlain,
  },
];

function awsEnvelope(): Plan {
  return {
    ...newPlan(),
    name: 'AWS envelope',
    kms: [
      { ...newKms('aws', 'kms1'), region: 'eu-central-1', auditLogging: true, credentials: { type: 'instance-role' } },
    ],
    nodes: [newNode('participant', 'bank1', envelope('kms1'))],
    kmsLog: { ...newPlan().kmsLog, file: 'log/kms.log' },
  };
}

function gcpExternal(): Plan {
  const node = (kind: 'participant' | 'sequencer' | 'mediator', name: string) => ({
    ...newNode(kind, name, external('kms1')),
    sessionSigningKeys: sessionSigningKeysOn(),
  });
  return {
    ...newPlan(),
    name: 'GCP external',
    kms: [
      {
        ...newKms('gcp', 'kms1'),
        name: 'main',
        locationId: 'europe-west6',
        projectId: 'acme-prod',
        keyRingId: 'canton',
        credentials: { type: 'workload-identity' },
      },
    ],
    nodes: [node('participant', 'bank1'), node('sequencer', 'sequencer1'), node('mediator', 'mediator1')],
  };
}

function driverBesidePlain(): Plan {
  return {
    ...newPlan(),
    name: 'Driver beside plain nodes',
    kms: [
      {
        ...newKms('driver', 'kms1'),
        driverName: 'acme-hsm',
        jar: 'drivers/acme-hsm.jar',
        config: [
          { key: 'slot', value: { type: 'number', value: '3' } },
          { key: 'pin', value: { type: 'secret', variable: 'HSM_PIN' } },
        ],
      },
    ],
    nodes: [
      newNode('participant', 'bank1', external('kms1')),
      newNode('sequencer', 'sequencer1', { type: 'none' }),
      newNode('mediator', 'mediator1', { type: 'none' }),
    ],
  };
}
