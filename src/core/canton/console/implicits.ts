import type { Lines } from './command';

/**
 * The implicit conversions that calls of our commands may rely on: an argument of the one type is taken where the other
 * one is asked for. There is none from a text to a synchronizer's or a party's id, nor from `Long`.
 */
export type Conversion = {
  readonly name: string;
  readonly typeParams?: string;
  readonly from: string;
  readonly to: string;
  /** The release lines that have it, each with its line of `ConsoleEnvironment.scala`. */
  readonly at: Lines;
};

export const implicits: readonly Conversion[] = [
  {
    name: 'durationToNonNegativeDuration',
    from: 'Duration',
    to: 'NonNegativeDuration',
    at: { '3.3': 611, '3.4': 609, '3.5': 625, '3.6': 625 },
  },
  { name: 'toFingerprint', from: 'String', to: 'Fingerprint', at: { '3.3': 576, '3.4': 590, '3.5': 606, '3.6': 606 } },
  {
    name: 'toNonNegativeInt',
    from: 'Int',
    to: 'NonNegativeInt',
    at: { '3.3': 588, '3.4': 604, '3.5': 620, '3.6': 620 },
  },
  {
    name: 'toParticipantId',
    from: 'ParticipantReference',
    to: 'ParticipantId',
    at: { '3.3': 580, '3.4': 594, '3.5': 610, '3.6': 610 },
  },
  { name: 'toPositiveInt', from: 'Int', to: 'PositiveInt', at: { '3.3': 594, '3.4': 605, '3.5': 621, '3.6': 621 } },
  {
    name: 'toSequencerAlias',
    from: 'String',
    to: 'SequencerAlias',
    at: { '3.3': 560, '3.4': 574, '3.5': 588, '3.6': 588 },
  },
  {
    name: 'toSynchronizerAlias',
    from: 'String',
    to: 'SynchronizerAlias',
    at: { '3.3': 550, '3.4': 562, '3.5': 574, '3.6': 574 },
  },
  {
    name: 'topologyStoreIdIsSome',
    from: 'TopologyStoreId',
    to: 'Option[TopologyStoreId]',
    at: { '3.3': 677, '3.4': 656, '3.5': 672, '3.6': 672 },
  },
  {
    name: 'toNonEmptyList',
    typeParams: '[T]',
    from: 'List[T]',
    to: 'NonEmpty[List[T]]',
    at: { '3.4': 601, '3.5': 617, '3.6': 617 },
  },
  {
    name: 'toNonEmptySeq',
    typeParams: '[T]',
    from: 'Seq[T]',
    to: 'NonEmpty[Seq[T]]',
    at: { '3.4': 599, '3.5': 615, '3.6': 615 },
  },
  {
    name: 'toNonEmptySet',
    typeParams: '[T]',
    from: 'Set[T]',
    to: 'NonEmpty[Set[T]]',
    at: { '3.4': 600, '3.5': 616, '3.6': 616 },
  },
];
