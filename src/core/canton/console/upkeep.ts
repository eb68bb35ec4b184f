import type { Command } from './command';

/** Packages of a participant, and what it prunes by itself. */

const participantAdministration = ['console', 'commands/ParticipantAdministration.scala'] as const;
const pruningAdministration = ['console', 'commands/PruningSchedulerAdministration.scala'] as const;

export const upkeepCommands = [
  {
    path: 'dars.list',
    on: ['participant'],
    params: [
      { name: 'limit', type: 'PositiveInt', default: 'defaultLimit' },
      { name: 'filterName', type: 'String', default: '""' },
      { name: 'filterDescription', type: 'String', default: '""' },
    ],
    returns: 'Seq[DarDescription]',
    file: participantAdministration,
    at: { '3.3': 1517, '3.4': 1558, '3.5': 1659, '3.6': 1688 },
  },
  {
    path: 'pruning.get_schedule',
    on: ['participant'],
    params: [],
    returns: 'Option[PruningSchedule]',
    file: pruningAdministration,
    at: { '3.3': 104, '3.4': 104, '3.5': 117, '3.6': 117 },
  },
  {
    path: 'pruning.clear_schedule',
    on: ['participant'],
    params: [],
    returns: 'Unit',
    file: pruningAdministration,
    at: { '3.3': 44, '3.4': 44, '3.5': 45, '3.6': 45 },
  },
] as const satisfies readonly Command[];
