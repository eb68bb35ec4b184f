import { partyReplicationSource } from '../../canton/migration';
import { list, paragraph, said } from '../markdown/printer';
import type { Settings } from '../settings';
import { type Ends, replicatedOf } from './moves';
import type { RunbookStep } from './runbook';

/** When the new nodes host the parties: what else there is to do before the old ones can go. */
export function finish(settings: Settings, { old, next }: Ends): readonly RunbookStep[] {
  const replicated = replicatedOf(settings, next);
  return [
    ...(replicated.length === 0 ? [] : [replicas(replicated)]),
    {
      id: 'backup-taken',
      title: 'Back up the finished new node',
      nodes: next,
      does: [
        paragraph(
          'Its database, with the contracts and the parties. The backup from before the import can’t bring them back once the old node is gone.',
        ),
      ],
      sees: ['A backup that is younger than the end of the onboarding.'],
      otherwise: [['Do not give the old node up without one.']],
    },
    {
      id: 'settle',
      title: 'Set up what did not move',
      nodes: next,
      does: [
        paragraph('Hosting and contracts have moved, and nothing else. On the new node, set up:'),
        list([
          [
            'Users of the Ledger API and their rights, and identity providers: applications log in to the new node with those.',
          ],
          ['A pruning schedule, if the old node had one.'],
          [
            'Offsets: those of the new node are others. An application that keeps one begins anew, from the active contracts.',
          ],
          [
            'Deduplication of commands begins anew as well: the new node knows no command that was sent to the old one. Let what is under way end before applications change over.',
          ],
        ]),
      ],
      sees: ['An application logs in to the new node, and sees the contracts of its parties.'],
      otherwise: [['Leave it with the old node, which still hosts the parties.']],
    },
    {
      id: 'use',
      title: 'Use the new node',
      nodes: old,
      does: [
        paragraph(
          'Point the applications of the party to the new node, and let them work there until you are sure. Both nodes host the party now.',
        ),
      ],
      sees: ['Transactions of the party go through the new node, and its contracts are all there.'],
      otherwise: [['Point them back to the old node: it still hosts the party.']],
    },
    retire(old),
  ];
}

function replicas(nodes: readonly number[]): RunbookStep {
  return {
    id: 'replicas',
    title: 'Start the other replicas of the new node',
    nodes,
    does: [paragraph('With the same configuration, now that the database holds what the active one has taken.')],
    sees: ['One replica is active, the others are passive.'],
    otherwise: [['One of them fails to start: the active one goes on alone until it is mended.']],
  };
}

function retire(old: readonly number[]): RunbookStep {
  return {
    id: 'retire',
    title: 'Give the old node up',
    nodes: old,
    irreversible:
      'Whatever the old node alone hosts is out of reach from then on: local parties, and parties that have not been moved.',
    does: [
      list([
        [
          'See that every external party of it is hosted by the new node, and that it hosts no local one with contracts.',
        ],
        [
          said(
            'Canton can’t take a party off a node yet, so the old one stays named as a host. ',
            partyReplicationSource,
          ),
          'What counts is how many confirmations a party asks for: see that the new node, with the others that host it, reaches that number without the old one.',
        ],
        ['Stop it, keep its database and keys as you keep keys, and decide later about both.'],
        ['Remove the files of the move: those with contracts hold all that the parties may see.'],
      ]),
    ],
    sees: ['The old node is stopped, and nothing waits for it.'],
    otherwise: [['Transactions of a party time out: the old node still has to confirm for it. Start it again.']],
  };
}
