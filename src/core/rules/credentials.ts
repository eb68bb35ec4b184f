import { credentialSources, credentialVariables } from '../canton/command-line';
import { concluded, documented, type Source } from '../canton/sources';
import type { AwsCredentials, Kms } from '../plan/kms';
import type { Path, Plan } from '../plan/plan';
import { changeAws, changeGcp } from './change';
import { eachKms } from './each';
import type { Finding, Rule } from './finding';

/** How a node proves who it is. None of it stands in a file; what can go wrong with it is said all the same. */
export const credentialRule: Rule = (plan) =>
  eachKms(plan, (kms, at, index) => {
    switch (kms.type) {
      case 'aws':
        return kms.credentials.type === 'static'
          ? [staticKeys(plan, at, index)]
          : [staticKeysWin(kms.credentials.type, `${at}.credentials`)];
      case 'gcp':
        return kms.credentials.type === 'key-file' ? keyFile(plan, kms, at, index) : [];
      case 'driver':
        return [];
    }
  });

const aws: Source = credentialSources.aws;

function staticKeys(plan: Plan, at: Path, index: number): Finding {
  return {
    id: 'static-credentials',
    severity: 'warning',
    path: `${at}.credentials`,
    message: 'Static access keys stay valid until somebody takes them away.',
    why: 'Whoever copies them from the environment of the node can use its keys from anywhere. A role of the machine or the pod gives credentials that end by themselves.',
    source: documented('howtos/secure/kms/configuration/kms_aws_config.rst', 'Configure an AWS KMS', plan.release),
    fix: {
      label: 'Take the role of the machine instead',
      apply: (before) => changeAws(before, index, { credentials: { type: 'instance-role' } }),
    },
  };
}

const ways = {
  profile: 'the profile',
  irsa: 'the role of the service account',
  'pod-identity': 'the role of the pod',
  'instance-role': 'the role of the machine',
} as const satisfies Record<Exclude<AwsCredentials['type'], 'static'>, string>;

function staticKeysWin(type: keyof typeof ways, path: Path): Finding {
  const { keyId, secretKey } = credentialVariables.aws;
  return {
    id: 'static-credentials-win',
    severity: 'note',
    path,
    message: `Leave no ${keyId} in the environment: it would win over ${ways[type]}.`,
    why: `AWS's library looks into the environment first and goes no further. With ${keyId} and ${secretKey} left there from a test, the node signs in as somebody else, and says so nowhere.`,
    source: concluded(aws),
  };
}

function keyFile(plan: Plan, kms: Extract<Kms, { type: 'gcp' }>, at: Path, index: number): Finding[] {
  const path = `${at}.credentials`;
  const { keyFile: variable } = credentialVariables.gcp;
  const longLived: Finding = {
    id: 'static-credentials',
    severity: 'warning',
    path,
    message: 'A key file stays valid until somebody takes it away.',
    why: 'Whoever copies it can use the keys of the node from anywhere. Workload identity gives credentials that end by themselves.',
    source: documented('howtos/secure/kms/configuration/kms_gcp_config.rst', 'Configure a GCP KMS', plan.release),
    fix: {
      label: 'Use workload identity instead',
      apply: (before) => changeGcp(before, index, { credentials: { type: 'workload-identity' } }),
    },
  };
  if (kms.credentials.type !== 'key-file' || kms.credentials.path !== '') return [longLived];
  return [
    longLived,
    {
      id: 'key-file-missing',
      severity: 'warning',
      path: `${path}.path`,
      message: `Write the path of the key file, such as /etc/canton/gcp-key.json.`,
      why: `${variable} must name it. The example of the environment has the line, without the path.`,
      source: credentialSources.gcp,
    },
  ];
}
