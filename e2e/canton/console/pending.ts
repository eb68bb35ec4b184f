import type { Lines } from '../../../src/core/canton/console/command';
export const imports: readonly { path: string; at: Lines }[] = [
  {
    path: 'com.digitalasset.canton.console.ConsoleEnvironment.Implicits._',
    at: {
      '3.3': 2,
      '3.4': 2,
      '3.5': 2,
      '3.6': 2,
    },
  },
  {
    path: 'com.digitalasset.canton.crypto._',
    at: {
      '3.3': 3,
      '3.4': 3,
      '3.5': 3,
      '3.6': 3,
    },
  },
  {
    path: 'com.digitalasset.canton.config._',
    at: {
      '3.3': 4,
      '3.4': 4,
      '3.5': 4,
      '3.6': 4,
    },
  },
  {
    path: 'com.digitalasset.canton.admin.api.client.data._',
    at: {
      '3.3': 5,
      '3.4': 5,
      '3.5': 5,
      '3.6': 5,
    },
  },
  {
    path: 'com.digitalasset.canton.participant.admin.workflows.java.canton.internal.ping.Ping',
    at: {
      '3.3': 6,
      '3.4': 6,
      '3.5': 7,
      '3.6': 7,
    },
  },
  {
    path: 'com.digitalasset.canton.console.ConsoleMacros._',
    at: {
      '3.3': 7,
      '3.4': 7,
      '3.5': 8,
      '3.6': 8,
    },
  },
  {
    path: 'com.digitalasset.canton.console.BootstrapScriptException',
    at: {
      '3.3': 8,
      '3.4': 8,
      '3.5': 9,
      '3.6': 9,
    },
  },
  {
    path: 'com.digitalasset.canton.config.RequireTypes._',
    at: {
      '3.3': 9,
      '3.4': 10,
      '3.5': 11,
      '3.6': 11,
    },
  },
  {
    path: 'com.digitalasset.canton.participant.admin.ResourceLimits',
    at: {
      '3.3': 10,
      '3.4': 12,
      '3.5': 13,
      '3.6': 13,
    },
  },
  {
    path: 'ch.qos.logback.classic.Level',
    at: {
      '3.3': 11,
      '3.4': 13,
      '3.5': 14,
      '3.6': 14,
    },
  },
  {
    path: 'java.time.Instant',
    at: {
      '3.3': 17,
      '3.4': 19,
      '3.5': 20,
      '3.6': 20,
    },
  },
  {
    path: 'scala.concurrent.ExecutionContextExecutor',
    at: {
      '3.3': 18,
      '3.4': 20,
      '3.5': 21,
      '3.6': 21,
    },
  },
  {
    path: 'scala.concurrent.duration._',
    at: {
      '3.3': 20,
      '3.4': 22,
      '3.5': 23,
      '3.6': 23,
    },
  },
  {
    path: 'scala.language.postfixOps',
    at: {
      '3.3': 21,
      '3.4': 23,
      '3.5': 24,
      '3.6': 24,
    },
  },
  {
    path: 'scala.jdk.CollectionConverters._',
    at: {
      '3.3': 22,
      '3.4': 24,
      '3.5': 25,
      '3.6': 25,
    },
  },
  {
    path: 'com.digitalasset.canton.version.ProtocolVersion',
    at: {
      '3.3': 23,
      '3.4': 25,
      '3.5': 26,
      '3.6': 26,
    },
  },
  {
    path: 'com.digitalasset.canton.participant.synchronizer.SynchronizerConnectionConfig',
    at: {
      '3.3': 24,
      '3.4': 26,
    },
  },
  {
    path: 'com.digitalasset.canton.synchronizer.config.SynchronizerParametersConfig',
    at: {
      '3.3': 25,
      '3.4': 27,
      '3.5': 27,
      '3.6': 27,
    },
  },
  {
    path: 'com.digitalasset.canton.console.commands.SynchronizerChoice',
    at: {
      '3.3': 26,
      '3.4': 28,
      '3.5': 28,
      '3.6': 28,
    },
  },
  {
    path: 'com.digitalasset.canton.SequencerAlias',
    at: {
      '3.3': 27,
      '3.4': 29,
      '3.5': 29,
      '3.6': 29,
    },
  },
  {
    path: 'com.digitalasset.canton.sequencing.SequencerConnection',
    at: {
      '3.3': 28,
      '3.4': 30,
    },
  },
  {
    path: 'com.digitalasset.canton.sequencing.SequencerConnections',
    at: {
      '3.3': 29,
      '3.4': 31,
    },
  },
  {
    path: 'com.digitalasset.canton.sequencing.SequencerConnectionValidation._',
    at: {
      '3.3': 30,
      '3.4': 32,
    },
  },
  {
    path: 'com.digitalasset.canton.sequencing.SubmissionRequestAmplification',
    at: {
      '3.3': 31,
      '3.4': 33,
    },
  },
  {
    path: 'com.digitalasset.canton.sequencing.GrpcSequencerConnection',
    at: {
      '3.3': 32,
      '3.4': 34,
    },
  },
  {
    path: 'com.digitalasset.canton.topology.store.TimeQuery',
    at: {
      '3.3': 33,
      '3.4': 35,
      '3.5': 30,
      '3.6': 30,
    },
  },
  {
    path: 'com.digitalasset.canton.topology.{store => _, _}',
    at: {
      '3.3': 34,
      '3.4': 36,
      '3.5': 31,
      '3.6': 31,
    },
  },
  {
    path: 'com.digitalasset.canton.topology.transaction.DelegationRestriction._',
    at: {
      '3.3': 35,
      '3.4': 37,
      '3.5': 32,
      '3.6': 32,
    },
  },
  {
    path: 'com.digitalasset.canton.topology.transaction._',
    at: {
      '3.3': 36,
      '3.4': 38,
      '3.5': 33,
      '3.6': 33,
    },
  },
  {
    path: 'com.digitalasset.canton.topology.admin.grpc._',
    at: {
      '3.3': 37,
      '3.4': 39,
      '3.5': 34,
      '3.6': 34,
    },
  },
  {
    path: 'com.digitalasset.canton.topology.admin.grpc.TopologyStoreId.Authorized',
    at: {
      '3.3': 38,
      '3.4': 40,
      '3.5': 35,
      '3.6': 35,
    },
  },
  {
    path: 'com.digitalasset.canton.SynchronizerAlias',
    at: {
      '3.4': 9,
      '3.5': 10,
      '3.6': 10,
    },
  },
  {
    path: 'com.daml.nonempty.NonEmpty',
    at: {
      '3.4': 11,
      '3.5': 12,
    },
  },
  {
    path: 'com.digitalasset.canton.admin.api.client.data.SequencerConnectionValidation._',
    at: {
      '3.5': 6,
      '3.6': 6,
    },
  },
  {
    path: 'com.digitalasset.nonempty.NonEmpty',
    at: {
      '3.6': 12,
    },
  },
];
export const implicits: readonly { name: string; typeParams?: string; from: string; to: string; at: Lines }[] = [
  {
    name: 'durationToNonNegativeDuration',
    from: 'Duration',
    to: 'NonNegativeDuration',
    at: {
      '3.3': 1,
      '3.4': 1,
      '3.5': 1,
      '3.6': 1,
    },
  },
  {
    name: 'toFingerprint',
    from: 'String',
    to: 'Fingerprint',
    at: {
      '3.3': 1,
      '3.4': 1,
      '3.5': 1,
      '3.6': 1,
    },
  },
  {
    name: 'toNonNegativeInt',
    from: 'Int',
    to: 'NonNegativeInt',
    at: {
      '3.3': 1,
      '3.4': 1,
      '3.5': 1,
      '3.6': 1,
    },
  },
  {
    name: 'toParticipantId',
    from: 'ParticipantReference',
    to: 'ParticipantId',
    at: {
      '3.3': 1,
      '3.4': 1,
      '3.5': 1,
      '3.6': 1,
    },
  },
  {
    name: 'toPositiveInt',
    from: 'Int',
    to: 'PositiveInt',
    at: {
      '3.3': 1,
      '3.4': 1,
      '3.5': 1,
      '3.6': 1,
    },
  },
  {
    name: 'toSequencerAlias',
    from: 'String',
    to: 'SequencerAlias',
    at: {
      '3.3': 1,
      '3.4': 1,
      '3.5': 1,
      '3.6': 1,
    },
  },
  {
    name: 'toSynchronizerAlias',
    from: 'String',
    to: 'SynchronizerAlias',
    at: {
      '3.3': 1,
      '3.4': 1,
      '3.5': 1,
      '3.6': 1,
    },
  },
  {
    name: 'topologyStoreIdIsSome',
    from: 'TopologyStoreId',
    to: 'Option[TopologyStoreId]',
    at: {
      '3.3': 1,
      '3.4': 1,
      '3.5': 1,
      '3.6': 1,
    },
  },
  {
    name: 'toNonEmptyList',
    typeParams: '[T]',
    from: 'List[T]',
    to: 'NonEmpty[List[T]]',
    at: {
      '3.4': 1,
      '3.5': 1,
      '3.6': 1,
    },
  },
  {
    name: 'toNonEmptySeq',
    typeParams: '[T]',
    from: 'Seq[T]',
    to: 'NonEmpty[Seq[T]]',
    at: {
      '3.4': 1,
      '3.5': 1,
      '3.6': 1,
    },
  },
  {
    name: 'toNonEmptySet',
    typeParams: '[T]',
    from: 'Set[T]',
    to: 'NonEmpty[Set[T]]',
    at: {
      '3.4': 1,
      '3.5': 1,
      '3.6': 1,
    },
  },
];
