import { code } from './sources';

/** What a console that runs apart from the nodes has to know of each kind of node; all of it is required. */
export const remoteConsoleKeys = {
  participant: {
    section: 'remote-participants',
    second: { key: 'ledger-api', variable: 'LEDGER_PORT' },
    source: code('participant', 'config/ParticipantNodeConfig.scala'),
  },
  sequencer: {
    section: 'remote-sequencers',
    second: { key: 'public-api', variable: 'PUBLIC_PORT' },
    source: code('synchronizer', 'sequencer/config/RemoteSequencerConfig.scala'),
  },
  mediator: {
    section: 'remote-mediators',
    second: undefined,
    source: code('synchronizer', 'mediator/MediatorNode.scala'),
  },
} as const;
