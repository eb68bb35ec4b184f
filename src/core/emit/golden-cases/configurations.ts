import { envelope, external, newKms, newNode, newPlan, sessionSigningKeysOn } from '../../plan/defaults';
import type { Kms } from '../../plan/kms';
import type { Custody } from '../../plan/node';
import type { Plan } from '../../plan/plan';

/** Plans of new nodes that make their keys themselves: every KMS, mode and line. */

export const aws: Kms = { ...newKms('aws', 'kms1'), region: 'eu-central-1' };
export const gcp: Kms = {
  ...newKms('gcp', 'kms1'),
  locationId: 'europe-west6',
  projectId: 'acme-prod',
  keyRingId: 'canton',
  credentials: { type: 'key-file', path: '/etc/canton/gcp-key.json' },
};
export const driver: Kms = {
  ...newKms('driver', 'kms1'),
  driverName: 'acme-hsm',
  jar: '/opt/canton/drivers/acme-hsm.jar',
  config: [{ key: 'slot', value: { type: 'number', value: '3' } }],
};

const one = (kms: Kms, custody: Custody): Plan => ({
  ...newPlan(),
  kms: [kms],
  nodes: [newNode('participant', 'participant1', custody)],
});

const given: Custody = {
  type: 'envelope',
  kms: 'kms1',
  wrapperKey: { type: 'given', id: 'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab' },
};

const withSessionKeys = (plan: Plan): Plan => ({
  ...plan,
  nodes: plan.nodes.map((node) => ({ ...node, sessionSigningKeys: sessionSigningKeysOn() })),
});

/** Everything that stands elsewhere, or only there, in the newest line. */
function newest(): Plan {
  const plan = withSessionKeys(one({ ...newKms('aws', 'kms1'), region: 'eu-central-1' }, external('kms1')));
  const tags = [{ name: 'cost.center', value: '0012' }];
  return {
    ...plan,
    release: '3.6',
    enableExperimental: true,
    kms: [{ ...newKms('aws', 'kms1'), region: 'eu-central-1', multiRegionKey: true, customTags: tags }],
    nodes: plan.nodes.map((node) => ({ ...node, parallelism: { signatureVerification: '20', encryption: '5' } })),
  };
}

/** Two KMS, mixed custody, in one file with all defaults. */
function fleet(): Plan {
  return {
    ...newPlan(),
    name: 'A fleet',
    kms: [
      { ...newKms('aws', 'kms1'), name: 'main', region: 'eu-central-1' },
      { ...gcp, id: 'kms2' },
    ],
    nodes: [
      { ...newNode('participant', 'bank-1', external('kms1')), replicas: true },
      newNode('participant', 'bank-2', external('kms1')),
      newNode('sequencer', 'sequencer1', envelope('kms2')),
      newNode('mediator', 'mediator1', { type: 'none' }),
    ],
    output: { layout: 'one-file', comments: false, explicitDefaults: true },
  };
}

export const configurations: Readonly<Record<string, Plan>> = {
  'aws-envelope': one(aws, envelope('kms1')),
  'aws-envelope-given': one(aws, given),
  'aws-external': one(aws, external('kms1')),
  'gcp-envelope': one(gcp, envelope('kms1')),
  'gcp-envelope-other-project': one(
    { ...gcp, projectId: 'acme-keys', keyProject: { type: 'other', serviceAccountProject: 'acme-nodes' } },
    { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'given', id: 'participant1-wrapper' } },
  ),
  'gcp-external': one(gcp, external('kms1')),
  'driver-envelope': one(driver, envelope('kms1')),
  'driver-external': one(driver, external('kms1')),
  'line-3.3': withSessionKeys({ ...one(driver, external('kms1')), release: '3.3' }),
  'line-3.4': withSessionKeys({ ...one(gcp, external('kms1')), release: '3.4', nonStandardConfig: true }),
  'line-3.6': newest(),
  'fleet-one-file': fleet(),
};
