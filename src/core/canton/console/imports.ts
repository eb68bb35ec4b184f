import type { Lines } from './command';

/**
 * What the console has imported before a script begins. Nothing else is known to a script, but what it imports itself.
 * Each path is complete, in the form of a Scala import.
 */

const canton = 'com.digitalasset.canton';

export type Import = {
  readonly path: string;
  /** The release lines that make it, each with its line of `ConsoleEnvironmentBinding.scala`. */
  readonly at: Lines;
};

export const imports: readonly Import[] = [
  { path: `${canton}.console.ConsoleEnvironment.Implicits._`, at: { '3.3': 33, '3.4': 33, '3.5': 33, '3.6': 33 } },
  { path: `${canton}.crypto._`, at: { '3.3': 34, '3.4': 34, '3.5': 34, '3.6': 34 } },
  { path: `${canton}.config._`, at: { '3.3': 35, '3.4': 35, '3.5': 35, '3.6': 35 } },
  { path: `${canton}.admin.api.client.data._`, at: { '3.3': 36, '3.4': 36, '3.5': 36, '3.6': 36 } },
  {
    path: `${canton}.participant.admin.workflows.java.canton.internal.ping.Ping`,
    at: { '3.3': 37, '3.4': 37, '3.5': 38, '3.6': 38 },
  },
  { path: `${canton}.console.ConsoleMacros._`, at: { '3.3': 18, '3.4': 18, '3.5': 18, '3.6': 18 } },
  { path: `${canton}.console.BootstrapScriptException`, at: { '3.3': 39, '3.4': 39, '3.5': 40, '3.6': 40 } },
  { path: `${canton}.config.RequireTypes._`, at: { '3.3': 40, '3.4': 41, '3.5': 42, '3.6': 42 } },
  { path: `${canton}.participant.admin.ResourceLimits`, at: { '3.3': 41, '3.4': 43, '3.5': 44, '3.6': 44 } },
  { path: 'ch.qos.logback.classic.Level', at: { '3.3': 42, '3.4': 44, '3.5': 45, '3.6': 45 } },
  { path: 'java.time.Instant', at: { '3.3': 60, '3.4': 62, '3.5': 62, '3.6': 62 } },
  { path: 'scala.concurrent.ExecutionContextExecutor', at: { '3.3': 61, '3.4': 63, '3.5': 63, '3.6': 63 } },
  { path: 'scala.concurrent.duration._', at: { '3.3': 63, '3.4': 65, '3.5': 65, '3.6': 65 } },
  { path: 'scala.language.postfixOps', at: { '3.3': 64, '3.4': 66, '3.5': 66, '3.6': 66 } },
  { path: 'scala.jdk.CollectionConverters._', at: { '3.3': 65, '3.4': 67, '3.5': 67, '3.6': 67 } },
  { path: `${canton}.version.ProtocolVersion`, at: { '3.3': 52, '3.4': 54, '3.5': 55, '3.6': 55 } },
  { path: `${canton}.participant.synchronizer.SynchronizerConnectionConfig`, at: { '3.3': 53, '3.4': 55 } },
  {
    path: `${canton}.synchronizer.config.SynchronizerParametersConfig`,
    at: { '3.3': 54, '3.4': 56, '3.5': 56, '3.6': 56 },
  },
  { path: `${canton}.console.commands.SynchronizerChoice`, at: { '3.3': 55, '3.4': 57, '3.5': 57, '3.6': 57 } },
  { path: `${canton}.SequencerAlias`, at: { '3.3': 80, '3.4': 82, '3.5': 82, '3.6': 82 } },
  { path: `${canton}.sequencing.SequencerConnection`, at: { '3.3': 81, '3.4': 83 } },
  { path: `${canton}.sequencing.SequencerConnections`, at: { '3.3': 82, '3.4': 84 } },
  { path: `${canton}.sequencing.SequencerConnectionValidation._`, at: { '3.3': 83, '3.4': 85 } },
  { path: `${canton}.sequencing.SubmissionRequestAmplification`, at: { '3.3': 84, '3.4': 86 } },
  { path: `${canton}.sequencing.GrpcSequencerConnection`, at: { '3.3': 85, '3.4': 87 } },
  { path: `${canton}.topology.store.TimeQuery`, at: { '3.3': 70, '3.4': 72, '3.5': 72, '3.6': 72 } },
  { path: `${canton}.topology.{store => _, _}`, at: { '3.3': 71, '3.4': 73, '3.5': 73, '3.6': 73 } },
  {
    path: `${canton}.topology.transaction.DelegationRestriction._`,
    at: { '3.3': 72, '3.4': 74, '3.5': 74, '3.6': 74 },
  },
  { path: `${canton}.topology.transaction._`, at: { '3.3': 73, '3.4': 75, '3.5': 75, '3.6': 75 } },
  { path: `${canton}.topology.admin.grpc._`, at: { '3.3': 74, '3.4': 76, '3.5': 76, '3.6': 76 } },
  {
    path: `${canton}.topology.admin.grpc.TopologyStoreId.Authorized`,
    at: { '3.3': 75, '3.4': 77, '3.5': 77, '3.6': 77 },
  },
  { path: `${canton}.SynchronizerAlias`, at: { '3.4': 40, '3.5': 41, '3.6': 41 } },
  { path: 'com.daml.nonempty.NonEmpty', at: { '3.4': 42, '3.5': 43 } },
  { path: `${canton}.admin.api.client.data.SequencerConnectionValidation._`, at: { '3.5': 37, '3.6': 37 } },
  { path: 'com.digitalasset.nonempty.NonEmpty', at: { '3.6': 43 } },
];
