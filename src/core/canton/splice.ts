import { concluded, type Source } from './sources';

/** What Splice's own documents say of moving its nodes: their charts manage them, so no file of ours may. */

const site = 'https://docs.dev.sync.global';

const validatorSource: Source = {
  label: 'Splice: security of a validator',
  url: `${site}/validator_operator/validator_security.html`,
  kind: 'docs',
};

const superValidatorSource: Source = {
  label: 'Splice: security of a super-validator',
  url: `${site}/sv_operator/sv_security.html`,
  kind: 'docs',
};

const dumpSource: Source = {
  label: 'Splice: node initialization',
  url: 'https://github.com/hyperledger-labs/splice/blob/a57c87d7214e74afc22a71042cd2bc19da448808/apps/common/src/main/scala/org/lfdecentralizedtrust/splice/setup/NodeInitializer.scala',
  kind: 'code',
};

const chartSource: Source = {
  label: 'Splice: chart of the participant',
  url: 'https://github.com/hyperledger-labs/splice/blob/98dba83900a0a15fd34d7ba8195cebdf98268071/cluster/helm/splice-participant/templates/participant.yaml',
  kind: 'code',
};

const recoverySource: Source = {
  label: 'Splice: disaster recovery of a validator',
  url: 'https://github.com/canton-network/splice/blob/2eca7a0c53d73b5ef3c5b1f3bbcedd4826103340/docs/src/validator_operator/validator_disaster_recovery.rst',
  kind: 'docs',
};

const valuesSource: Source = {
  label: 'Splice: values of the participant’s chart',
  url: 'https://github.com/canton-network/splice/blob/08b26a65e020100a2b5f3afd68b2637a9f285635/cluster/helm/splice-participant/values-template.yaml',
  kind: 'code',
};

/** What holds for a validator or a super-validator, in the order in which an operator would ask. */
export const spliceMigration: readonly { readonly text: string; readonly source: Source }[] = [
  {
    text: 'A participant that runs is not moved: not into a KMS, not out of one, and not from one to another. The files from here are for plain Canton nodes.',
    source: validatorSource,
  },
  {
    text: 'A validator gets a successor: set up a fresh one with the KMS, move the assets to it, retire the old one.',
    source: validatorSource,
  },
  {
    text: 'A super-validator gets a successor, too: a fresh one joins with weight 0, then the weight and the assets move, and the old one is off-boarded.',
    source: superValidatorSource,
  },
  {
    text: 'The KMS is for participants from the Helm charts. Sequencers and mediators of a super-validator are not officially supported with one, nor are deployments with Docker Compose.',
    source: superValidatorSource,
  },
  {
    text: 'There is external key storage only: the chart has no setting for envelope encryption.',
    source: chartSource,
  },
  {
    text: 'Give the values under kms: with every install and every helm upgrade. Without them the chart writes no KMS section, and the participant starts with the default provider, without a word: it finds none of its keys.',
    source: concluded(chartSource),
  },
  {
    text: 'A fresh participant beside the database of the old one is refused at its first start: persistence.enableParticipantDbConflictCheck is on. Give it a PostgreSQL of its own, or switch the check off on purpose.',
    source: valuesSource,
  },
  {
    text: 'An identities dump of a participant without a KMS holds its private keys: treat it as one. With a KMS it holds their KMS ids and names: no secret, but of no use without these keys and the same KMS settings. A key without a name aborts the import, so give each one when you register it.',
    source: dumpSource,
  },
  {
    text: 'Coming back from such a dump, a validator keeps its namespace and its party hint, and takes a participant identifier that was never used before: newParticipantIdentifier, and nodeIdentifier with the same value.',
    source: recoverySource,
  },
  {
    text: 'Every dump and every restore carries ids of keys only: where it is read, the KMS has to be configured as where it was written, with the region or the key ring that the ids belong to. The documented script that makes a dump of a database downloads the keys, which no KMS allows: it has to be adapted.',
    source: concluded(recoverySource),
  },
];
