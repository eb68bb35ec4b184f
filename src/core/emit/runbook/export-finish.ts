import { ledgerEndNeedsTesting } from '../../canton/console/contracts';
import { keyExportSource, noWaitSource } from '../../canton/migration';
import { codeBlock, paragraph, said } from '../markdown/printer';
import type { Settings } from '../settings';
import { featuresName } from '../targets/features';
import { returningLines } from './connecting-lines';
import { type Ends, type ExportWay, replicatedOf } from './moves';
import type { RunbookStep } from './runbook';

/** When the new nodes work: what else there is to do before the old ones can go. */
export function finish(settings: Settings, { moves }: ExportWay, { old, next }: Ends): readonly RunbookStep[] {
  const several = replicatedOf(settings, next);
  return [
    {
      id: 'features-off',
      title: 'Take the commands away again',
      nodes: next,
      does: [
        paragraph(
          'Restart the new node without ',
          { code: featuresName },
          ', and delete the files with the contracts and the parties.',
          ...(ledgerEndNeedsTesting(settings.release) ? [' The old node gives its file back, too.'] : []),
        ),
      ],
      sees: ['The node runs, is connected, and pings.'],
      otherwise: [],
    },
    ...(several.length === 0
      ? []
      : [
          {
            id: 'replicas-start',
            title: 'Start the other replicas of the new nodes',
            nodes: several,
            does: [paragraph('With the same files as the active one, and without ', { code: featuresName }, '.')],
            sees: ['They start and stay passive.'],
            otherwise: [],
          } satisfies RunbookStep,
        ]),
    {
      id: 'backup-done',
      title: 'Back up the new node once more',
      nodes: next,
      does: [paragraph('With all contracts in it, before the old one goes.')],
      sees: ['A backup, and which keys of the KMS it needs.'],
      otherwise: [],
    },
    {
      id: 'connect-old',
      title: 'Let the old node connect for the parties that stayed',
      nodes: old,
      does: [
        paragraph(
          'Only where ',
          { code: 'STAYS' },
          ' named more than the party of the node itself. From here both nodes act for the parties that moved: take their users off the old node first, and see that no application is left there. The new node runs on.',
        ),
        ...moves.map((move) => codeBlock('scala', returningLines(settings, move))),
        paragraph('Then move those parties with the runbook for external parties.'),
      ],
      sees: ['Transactions of the parties that stayed go through the old node again.'],
      otherwise: [],
    },
    {
      id: 'old-database',
      title: 'Give the old node up, and decide about its database and its backups',
      nodes: old,
      irreversible: 'A destroyed backup does not come back.',
      does: [
        paragraph(
          'When it hosts nobody else, and no contract that matters is left to the party of the node itself. It stays named as a host, so see that no party asks for more confirmations than its other hosts can give. Stop every replica, and see to it that nothing starts it again: no supervisor, no restart of the machine. ',
          said('Its database and its backups hold the keys that the KMS holds now, outside of it. ', keyExportSource),
          'Keep them as you keep keys, for as long as you want a way back; then destroy them. Keys in them that were not taken along, such as those of intermediate namespaces, go with them.',
        ),
      ],
      sees: ['For each of them it is written down who keeps it and until when.'],
      otherwise: [
        [
          'A participant that shares contracts with these parties can no longer be pruned, long after the old node is gone: it waits for what the old node would confirm. There, ',
          { code: 'commitments.set_no_wait_commitments_from' },
          said(' with the old node ends the waiting.', noWaitSource),
        ],
      ],
    },
  ];
}
