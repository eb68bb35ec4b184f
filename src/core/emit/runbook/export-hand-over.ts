import { keyExportSource } from '../../canton/migration';
import { concluded } from '../../canton/sources';
import { type Block, codeBlock, paragraph, said, type Text } from '../markdown/printer';
import type { Settings } from '../settings';
import { featuresName } from '../targets/features';
import { remoteConsoleName } from '../targets/remote-console';
import { hostLines } from './host-lines';
import { type Ends, type ExportWay, scripts } from './moves';
import { identityRuns, starts } from './new-nodes';
import type { RunbookStep } from './runbook';
import { stagesOf } from './stages';

/** From the old node to the new one, which is the same member from then on. */
export function handOver(settings: Settings, way: ExportWay, ends: Ends): readonly RunbookStep[] {
  return [...takeOver(settings, way, ends), ...finish(ends)];
}

function takeOver(settings: Settings, way: ExportWay, { old, next }: Ends): readonly RunbookStep[] {
  const lines = way.moves.map((move) => hostLines(settings, move));
  const all = (pick: (each: (typeof lines)[number]) => readonly string[]): readonly Block[] =>
    lines.map((each) => codeBlock('scala', pick(each)));
  const console: Text = [
    'In a console that reaches old and new nodes, such as ',
    { code: `canton -c ./${remoteConsoleName} -c ./${featuresName}` },
    ':',
  ];
  return [
    {
      id: 'contracts',
      title: 'Disconnect the old node, and export its contracts',
      nodes: old,
      does: [
        paragraph('Stop the applications first: nothing may be submitted any more.'),
        codeBlock('sh', scripts(settings, way, stagesOf.export.contracts)),
      ],
      sees: [{ code: 'STEP 3' }, ' and the name of a file, where the console runs. It holds what the parties may see.'],
      otherwise: [
        ['Something fails: run it again, or reconnect the old node. Nothing has been lost, and nothing has moved.'],
        goesOn,
      ],
    },
    {
      id: 'stop-old',
      title: 'Stop the old node, for good',
      nodes: old,
      does: [
        paragraph(
          said(
            'Old and new node are the same member: if both run, both are believed, and contradict each other. ',
            concluded(keyExportSource),
          ),
          'Stop every replica, and see to it that nothing starts it again: no supervisor, no restart of the machine.',
        ),
      ],
      sees: ['The old node does not answer. The next script asks, and stops if it does.'],
      otherwise: [['It must not stay up for any reason: then go back and do not start the new one.']],
    },
    {
      id: 'start-new',
      title: 'Start the new nodes, and give them the identity',
      nodes: next,
      irreversible: 'From here on the new node is the member. The old one must never be started again.',
      does: [
        paragraph('Each with an empty database, and for now with ', { code: `-c ./${featuresName}` }, ' as well.'),
        ...starts(settings, stagesOf.export.folder),
        ...identityRuns(settings, stagesOf.export),
      ],
      sees: [
        { code: 'STATE uid' },
        ' with the uid of the old node, and the fingerprints that the inventory shows of it.',
      ],
      otherwise: [
        [{ code: 'still runs' }, ': the old node answers. Stop it.'],
        [{ code: 'is another key' }, ': two ids are mixed up. Begin again with an empty database and the right ids.'],
      ],
    },
    {
      id: 'connect',
      title: 'Upload the packages, connect, and look at the parties',
      nodes: next,
      does: [
        paragraph('The same DAR files as on the old node come first. ', ...console),
        ...all(({ connecting }) => connecting),
        paragraph(
          said('The synchronizer knows the member, and so its parties. ', concluded(keyExportSource)),
          'One that is not listed is announced again:',
        ),
        ...all(({ hosting }) => hosting).slice(0, 1),
      ],
      sees: ['All parties that the old node had.'],
      otherwise: [
        ['The synchronizer refuses the connection: README.md, “When it does not start”, and the log of the node.'],
      ],
    },
    {
      id: 'backup-new',
      title: 'Back up the new node',
      nodes: next,
      does: [paragraph('Its database, before the import changes it.')],
      sees: ['A backup from which you have restored before, in a test.'],
      otherwise: [],
    },
    {
      id: 'import-contracts',
      title: 'Import the contracts',
      nodes: next,
      does: [codeBlock('sh', scripts(settings, way, stagesOf.export.taken))],
      sees: [{ code: 'STATE … ping' }, ' with a duration, and the contracts of each party.'],
      otherwise: [
        [
          { code: 'an earlier import was interrupted' },
          ': restore the backup, remove the file that it names, and run it again. Nothing is imported twice into the same database.',
        ],
        goesOn,
      ],
    },
  ];
}

/** What a script says that stops, and that it may be run again. */
const goesOn: Text = [
  { code: 'ERROR STOP: …' },
  ' says what does not hold. Mend it and run the script again: it goes on from there.',
];

function finish({ old, next }: Ends): readonly RunbookStep[] {
  return [
    {
      id: 'features-off',
      title: 'Take the commands away again',
      nodes: next,
      does: [
        paragraph('Restart the new node without ', { code: featuresName }, ', and delete the file with the contracts.'),
      ],
      sees: ['The node runs, is connected, and pings. Point the applications to it.'],
      otherwise: [],
    },
    {
      id: 'old-database',
      title: 'Decide about the old database and its backups',
      nodes: old,
      irreversible: 'A destroyed backup does not come back.',
      does: [
        paragraph(
          'They hold the keys that the KMS holds now, outside of it. Keep them as you keep keys, for as long as you want a way back; then destroy them.',
        ),
      ],
      sees: ['For each of them it is written down who keeps it and until when.'],
      otherwise: [],
    },
  ];
}
