import { code, concluded, documented } from '../canton/sources';
import { ProjectId } from '../plan/formats';
import type { AwsKms, GcpKms } from '../plan/kms';
import { makesKeys } from '../plan/migration';
import type { Node } from '../plan/node';
import type { Path, Plan } from '../plan/plan';
import { changeAws, changeGcp } from './change';
import { eachKms } from './each';
import type { Finding, Rule } from './finding';
import { usersOf } from './users';

/** Where keys lie: the region, whether they can leave it, and whose account or project it is. */
export const regionRule: Rule = (plan) =>
  eachKms(plan, (kms, at, index) => {
    if (kms.type === 'driver') return [];
    // A node that runs has its keys: what a rotation creates is told of where it is asked for.
    const users = makesKeys(plan) ? usersOf(plan, kms) : [];
    const made = users.flatMap((user) => {
      const node = plan.nodes[user];
      return node === undefined ? [] : [letsCantonCreate(node)];
    });
    const creates = made.includes(true);
    if (kms.type === 'gcp') {
      return [
        ...(kms.keyRingId === '' ? [] : [ringMustExist(plan, at)]),
        ...(creates && kms.keyProject.type === 'other'
          ? [createdInOtherProject(plan, kms, at, index, made.includes(false))]
          : []),
      ];
    }
    return [
      ...unusualRegion(plan, kms, at),
      ...(creates ? [kms.multiRegionKey ? notReplicated(plan, at) : inOneRegion(plan, kms, at, index)] : []),
      ...(creates && kms.keyAccount.type === 'other' ? [createdElsewhere(plan, at, index)] : []),
    ];
  });

/** Whether Canton creates a key for a new node in the KMS. */
function letsCantonCreate({ custody, intermediate }: Node): boolean {
  if (custody.type === 'none') return false;
  if (custody.type === 'envelope') return custody.wrapperKey.type === 'generated';
  return custody.keys.type === 'generated' || (intermediate.type === 'on' && intermediate.keyId === '');
}

function awsSource(plan: Plan) {
  // The client of 3.3 is not in the open repository.
  return code('crypto', 'kms/aws/AwsKms.scala', plan.release === '3.3' ? '3.4' : plan.release);
}

function unusualRegion(plan: Plan, { region }: AwsKms, at: Path): Finding[] {
  if (region === '' || /\s/.test(region) || /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/.test(region)) return [];
  return [
    {
      id: 'region-unusual',
      severity: 'warning',
      path: `${at}.region`,
      message: 'This does not look like a region, such as eu-central-1.',
      why: 'It is taken as it stands. If there is no such region, the first call to the KMS fails and the node does not start.',
      source: concluded(awsSource(plan)),
    },
  ];
}

function inOneRegion(plan: Plan, { region }: AwsKms, at: Path, index: number): Finding {
  return {
    id: 'keys-in-one-region',
    severity: 'security',
    path: `${at}.multiRegionKey`,
    message: 'Keys stay in one region.',
    why: `Keys made in ${region === '' ? 'this region' : region} never leave it: if it is lost, so are the nodes and every party they host. Multi-region keys can be replicated, by you: Canton replicates nothing. It can't be changed for a key that exists.`,
    source: awsSource(plan),
    fix: {
      label: 'Create keys as multi-region',
      apply: (before) => changeAws(before, index, { multiRegionKey: true }),
    },
  };
}

function notReplicated(plan: Plan, at: Path): Finding {
  return {
    id: 'keys-not-replicated',
    severity: 'note',
    path: `${at}.multiRegionKey`,
    message: 'Replicate each key yourself: Canton creates it in one region only.',
    why: 'A multi-region key can have replicas in other regions. Until you make them, the loss of the region is the loss of the keys; and a new key, after a rotation, has none again.',
    source: awsSource(plan),
  };
}

function createdElsewhere(plan: Plan, at: Path, index: number): Finding {
  return {
    id: 'keys-created-in-own-account',
    severity: 'security',
    path: `${at}.keyAccount`,
    message: "Keys that Canton creates lie in the node's own account, not in the other one.",
    why: 'AWS creates a key in the account of the caller. For keys in another account give their ARNs; Canton can use those, and cannot create them.',
    source: concluded(awsSource(plan)),
    fix: {
      label: "Keep the keys in the node's own account",
      apply: (before) => changeAws(before, index, { keyAccount: { type: 'same' } }),
    },
  };
}

/** Google takes the project from the name of the key: with the right to, Canton would create it there. */
function createdInOtherProject(plan: Plan, { keyProject }: GcpKms, at: Path, index: number, given: boolean): Finding {
  const own = keyProject.type === 'other' ? keyProject.serviceAccountProject : '';
  return {
    id: 'keys-created-in-other-project',
    severity: 'warning',
    path: `${at}.keyProject`,
    message: 'Canton would create its keys in another project, and the README asks for no right to do so.',
    why: "Canton's documentation leaves that right out for keys of another project: they are made there beforehand and given by their ids. Without it the node ends at its first start, and so does each later command that lets Canton create a key. Give keys by their ids, or keep them in the node's own project.",
    source: concluded(
      documented('howtos/secure/kms/configuration/kms_gcp_config.rst', 'Configure a GCP KMS', plan.release),
    ),
    // A bare id would name another key in another project.
    ...(given || own === '' || !ProjectId.safeParse(own).success
      ? {}
      : {
          fix: {
            label: `Keep the keys in ${own}`,
            apply: (before) => changeGcp(before, index, { projectId: own, keyProject: { type: 'same' } }),
          },
        }),
  };
}

function ringMustExist(plan: Plan, at: Path): Finding {
  return {
    id: 'key-ring-must-exist',
    severity: 'note',
    path: `${at}.keyRingId`,
    message: 'The key ring must exist before the first start.',
    why: 'Canton creates keys in it, never the ring. Its location decides where the keys are.',
    source: code('crypto', 'kms/gcp/GcpKms.scala', plan.release === '3.3' ? '3.4' : plan.release),
  };
}
