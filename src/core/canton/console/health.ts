import { anyNode, type Command } from './command';

/** Questions about how a node does. None of them waits, but a ping, which has a limit of its own. */

const healthAdministration = ['console', 'commands/HealthAdministration.scala'] as const;
const participantAdministration = ['console', 'commands/ParticipantAdministration.scala'] as const;

export const healthCommands = [
  {
    path: 'health.is_running',
    on: anyNode,
    params: [],
    returns: 'Boolean',
    file: healthAdministration,
    at: { '3.3': 105, '3.4': 113, '3.5': 117, '3.6': 117 },
  },
  {
    path: 'health.has_identity',
    on: anyNode,
    params: [],
    returns: 'Boolean',
    file: healthAdministration,
    at: { '3.3': 62, '3.4': 62, '3.5': 62, '3.6': 62 },
  },
  {
    path: 'health.initialized',
    on: anyNode,
    params: [],
    returns: 'Boolean',
    file: healthAdministration,
    at: { '3.3': 160, '3.4': 168, '3.5': 178, '3.6': 178 },
  },
  {
    path: 'health.active',
    on: anyNode,
    parens: false,
    params: [],
    returns: 'Boolean',
    file: healthAdministration,
    at: { '3.3': 153, '3.4': 161, '3.5': 171, '3.6': 171 },
  },
  {
    path: 'health.is_ready_for_node_topology',
    on: anyNode,
    params: [],
    returns: 'Boolean',
    file: healthAdministration,
    at: { '3.3': 130, '3.4': 138, '3.5': 148, '3.6': 148 },
  },
  {
    path: 'health.is_ready_for_initialization',
    on: anyNode,
    params: [],
    returns: 'Boolean',
    file: healthAdministration,
    at: { '3.3': 140, '3.4': 148, '3.5': 158, '3.6': 158 },
  },
  {
    path: 'health.ping',
    on: ['participant'],
    params: [
      { name: 'participantId', type: 'ParticipantId' },
      { name: 'timeout', type: 'NonNegativeDuration', default: 'consoleEnvironment.commandTimeouts.ping' },
      { name: 'synchronizerId', type: 'Option[SynchronizerId]', default: 'None' },
      { name: 'id', type: 'String', default: '""' },
    ],
    returns: 'Duration',
    file: participantAdministration,
    at: { '3.3': 2388, '3.4': 2491, '3.5': 2837, '3.6': 2905 },
  },
] as const satisfies readonly Command[];
