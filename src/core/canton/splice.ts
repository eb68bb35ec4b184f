import type { Source } from './sources';

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
    text: 'An identities dump of a participant without a KMS holds its private keys: treat it as one. With a KMS it holds their KMS ids and names: no secret, but of no use without these keys and the same KMS settings, and a key without a name aborts the import.',
    source: dumpSource,
  },
];
