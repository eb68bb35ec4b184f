import { code, type Source } from './sources';

/** What a console that runs apart from the nodes has to know of each kind of node; all of it is required. */
export const remoteConsoleKeys = {
  participant: { section: 'remote-participants', second: { key: 'ledger-api', variable: 'LEDGER_PORT' } },
  sequencer: { section: 'remote-sequencers', second: { key: 'public-api', variable: 'PUBLIC_PORT' } },
  mediator: { section: 'remote-mediators', second: undefined },
} as const;

export const remoteConsoleSources = {
  participant: code('participant', 'config/ParticipantNodeConfig.scala'),
  sequencer: code('synchronizer', 'sequencer/config/RemoteSequencerConfig.scala'),
  mediator: code('synchronizer', 'mediator/MediatorNode.scala'),
} as const satisfies Record<keyof typeof remoteConsoleKeys, Source>;
