import type { Parameter } from './command';

/** Parameters that several commands share. */

export const filterSigningKey = {
  name: 'filterSigningKey',
  type: 'String',
  default: '""',
} as const satisfies Parameter;
export const force = { name: 'force', type: 'ForceFlags', default: 'ForceFlags.none' } as const satisfies Parameter;
export const keyOwner = {
  name: 'keyOwner',
  type: 'Member',
  default: 'instance.id.member',
} as const satisfies Parameter;
export const mediatorRequestAmplification = {
  name: 'mediatorRequestAmplification',
  type: 'SubmissionRequestAmplification',
  default: 'SubmissionRequestAmplification.NoAmplification',
} as const satisfies Parameter;
export const mediatorThreshold = {
  name: 'mediatorThreshold',
  type: 'PositiveInt',
  default: 'PositiveInt.one',
} as const satisfies Parameter;
export const mustFullyAuthorize = {
  name: 'mustFullyAuthorize',
  type: 'Boolean',
  default: 'true',
} as const satisfies Parameter;
export const operation = {
  name: 'operation',
  type: 'Option[TopologyChangeOp]',
  default: 'Some(TopologyChangeOp.Replace)',
} as const satisfies Parameter;
export const proposals = { name: 'proposals', type: 'Boolean', default: 'false' } as const satisfies Parameter;
export const serial = { name: 'serial', type: 'Option[PositiveInt]', default: 'None' } as const satisfies Parameter;
export const signedBy = {
  name: 'signedBy',
  type: 'Seq[Fingerprint]',
  default: 'Seq.empty',
} as const satisfies Parameter;
export const store = {
  name: 'store',
  type: 'TopologyStoreId',
  default: 'TopologyStoreId.Authorized',
} as const satisfies Parameter;
export const synchronize = {
  name: 'synchronize',
  type: 'Option[NonNegativeDuration]',
  default: 'Some(consoleEnvironment.commandTimeouts.bounded)',
} as const satisfies Parameter;
export const timeQuery = {
  name: 'timeQuery',
  type: 'TimeQuery',
  default: 'TimeQuery.HeadState',
} as const satisfies Parameter;
