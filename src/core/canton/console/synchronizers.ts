import type { Command } from './command';
import { synchronize } from './parameters';

/** The synchronizers of a participant: those it knows, those it is connected to, and how it gets there. */

const participantAdministration = ['console', 'commands/ParticipantAdministration.scala'] as const;

export const synchronizersCommands = [
  {
    path: 'synchronizers.list_registered',
    on: ['participant'],
    params: [],
    returns: 'Seq[(SynchronizerConnectionConfig, Boolean)]',
    file: participantAdministration,
    at: { '3.3': 2250 },
  },
  {
    path: 'synchronizers.list_registered',
    on: ['participant'],
    params: [],
    returns: 'Seq[(SynchronizerConnectionConfig, ConfiguredPhysicalSynchronizerId, Boolean)]',
    file: participantAdministration,
    at: { '3.4': 2324, '3.5': 2567, '3.6': 2635 },
  },
  {
    path: 'synchronizers.list_connected',
    on: ['participant'],
    params: [],
    returns: 'Seq[ListConnectedSynchronizersResult]',
    file: participantAdministration,
    at: { '3.3': 2242, '3.4': 2316, '3.5': 2558, '3.6': 2626 },
  },
  {
    path: 'synchronizers.connect',
    on: ['participant'],
    params: [
      { name: 'instance', type: 'SequencerReference' },
      { name: 'synchronizerAlias', type: 'SynchronizerAlias' },
    ],
    returns: 'Unit',
    file: participantAdministration,
    at: { '3.3': 2035, '3.4': 2109, '3.5': 2308, '3.6': 2376 },
  },
  {
    path: 'synchronizers.connect',
    on: ['participant'],
    params: [
      { name: 'synchronizerAlias', type: 'SynchronizerAlias' },
      { name: 'connection', type: 'String' },
      { name: 'manualConnect', type: 'Boolean', default: 'false' },
      { name: 'synchronizerId', type: 'Option[SynchronizerId]', default: 'None' },
      { name: 'certificatesPath', type: 'String', default: '""' },
      { name: 'priority', type: 'Int', default: '0' },
      { name: 'timeTrackerConfig', type: 'SynchronizerTimeTrackerConfig', default: 'SynchronizerTimeTrackerConfig()' },
      synchronize,
      { name: 'validation', type: 'SequencerConnectionValidation', default: 'SequencerConnectionValidation.All' },
      { name: 'sequencerAlias', type: 'SequencerAlias', default: 'SequencerAlias.Default' },
    ],
    returns: 'SynchronizerConnectionConfig',
    file: participantAdministration,
    at: { '3.3': 2066 },
  },
  {
    path: 'synchronizers.connect',
    on: ['participant'],
    params: [
      { name: 'synchronizerAlias', type: 'SynchronizerAlias' },
      { name: 'connection', type: 'String' },
      { name: 'manualConnect', type: 'Boolean', default: 'false' },
      { name: 'physicalSynchronizerId', type: 'Option[PhysicalSynchronizerId]', default: 'None' },
      { name: 'certificatesPath', type: 'String', default: '""' },
      { name: 'priority', type: 'Int', default: '0' },
      { name: 'timeTrackerConfig', type: 'SynchronizerTimeTrackerConfig', default: 'SynchronizerTimeTrackerConfig()' },
      synchronize,
      { name: 'validation', type: 'SequencerConnectionValidation', default: 'SequencerConnectionValidation.All' },
      { name: 'sequencerAlias', type: 'SequencerAlias', default: 'SequencerAlias.Default' },
    ],
    returns: 'SynchronizerConnectionConfig',
    file: participantAdministration,
    at: { '3.4': 2140, '3.5': 2353, '3.6': 2421 },
  },
  {
    path: 'synchronizers.reconnect',
    on: ['participant'],
    params: [
      { name: 'synchronizerAlias', type: 'SynchronizerAlias' },
      { name: 'retry', type: 'Boolean', default: 'true' },
      synchronize,
    ],
    returns: 'Boolean',
    file: participantAdministration,
    at: { '3.3': 2146, '3.4': 2220, '3.5': 2451, '3.6': 2519 },
  },
  {
    path: 'synchronizers.active',
    on: ['participant'],
    params: [{ name: 'synchronizerAlias', type: 'SynchronizerAlias' }],
    returns: 'Boolean',
    file: participantAdministration,
    at: { '3.3': 1775, '3.4': 1829, '3.5': 1975, '3.6': 2004 },
  },
] as const satisfies readonly Command[];
