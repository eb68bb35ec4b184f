import { ledgerEndNeedsTesting } from '../../canton/console/contracts';
import { keyExportTestSource, oldIdentitySource, partyReplicationSource } from '../../canton/migration';
import { codeBlock, paragraph, said, type Text } from '../markdown/printer';
import type { Settings } from '../settings';
import { featuresName } from '../targets/features';
import { remoteConsoleName } from '../targets/remote-console';
import { connectingLines, returningLines } from './connecting-lines';
import { type Ends, type ExportWay, replicatedOf, scripts } from './moves';
import { identityRuns, starts } from './new-nodes';
import type { RunbookStep } from './runbook';
import { stagesOf } from './stages';

/** From the old node to the new one: the new one works before anything is taken off the old one. */
export function handOver(settings: Settings, way: ExportWay, ends: Ends): readonly RunbookStep[] {
  return [...newNode(settings, way, ends), ...moveParties(settings, way, ends)];
}

function newNode(settings: Settings, way: ExportWay, ends: Ends): readonly RunbookStep[] {
  const { next } = ends;
  return [
    {
      id: 'start-new',
      title: 'Start the new nodes, and give them the namespace',
      nodes: next,
      does: [
        paragraph(
          'The old node runs on. Each new one begins with an empty database, and has an identifier of its own in the old namespace: ',
          said(
            'to the synchronizer it is another member, so neither the past of the old one nor its list of keys stands in its way.',
            oldIdentitySource,
          ),
        ),
        ...starts(settings, stagesOf.export.folder, [featuresName]),
        ...(replicatedOf(settings, next).length === 0
          ? []
          : [paragraph('Of its replicas start one; the others follow at the end.')]),
        ...identityRuns(settings, stagesOf.export),
      ],
      sees: [
        { code: 'STATE uid' },
        ' with the new identifier and the old namespace, and the fingerprints that the inventory shows.',
      ],
      otherwise: [
        [{ code: 'is another key' }, ': two ids are mixed up. Begin again with an empty database and the right ids.'],
        ['It does not start: README.md lists causes. The old node is not touched by any of it.'],
      ],
    },
    {
      id: 'connect',
      title: 'Upload the packages, connect, and ping',
      nodes: next,
      does: [
        paragraph(
          'The same DAR files as on the old node. Then, in a console that reaches old and new nodes, such as ',
          { code: `canton -c ./${remoteConsoleName} -c ./${featuresName}` },
          ':',
        ),
        ...way.moves.map((move) => codeBlock('scala', connectingLines(settings, move))),
      ],
      sees: [
        'A duration for each: the new node signs and decrypts with its keys in the KMS, before anything depends on it.',
      ],
      otherwise: [
        ['The synchronizer refuses the connection: README.md, “When it does not start”, and the log of the node.'],
        ['The ping times out: do not go on. Look for the KMS in the log of the new node.'],
      ],
    },
    {
      id: 'by-hand',
      title: 'Take over what is set up by hand',
      nodes: next,
      does: [
        paragraph(
          'Not in any file here: users of the Ledger API and their rights, identity providers, the pruning schedule, settings of the connection to the synchronizer. Offsets begin anew, and a command may be accepted again that the old node has seen: applications must not repeat what they are not sure of.',
        ),
      ],
      sees: ['Written down, and set on the new node.'],
      otherwise: [],
    },
  ];
}

function moveParties(settings: Settings, way: ExportWay, { old, next }: Ends): readonly RunbookStep[] {
  const { contracts, host, taken } = stagesOf.export;
  const needsCommands = ledgerEndNeedsTesting(settings.release);
  return [
    {
      id: 'quiet',
      title: 'Stop everything that has to do with the parties',
      nodes: 'once',
      does: [
        paragraph(
          said(
            'From here until the import is done nothing may be submitted that these parties have a part in: by your applications, and by those of other participants. ',
            keyExportTestSource,
          ),
          'What another one submits meanwhile fails where the parties have to confirm it, and is missed where they only see it. Agree on a time with whoever it concerns; where the synchronizer is your own, stopping its mediator makes sure; the ping at the end needs it again.',
        ),
      ],
      sees: ['Your applications are stopped, and whoever else it concerns has said the same.'],
      otherwise: [['Somebody is still at work. Do not go on.']],
    },
    {
      id: 'contracts',
      title: 'Disconnect the old node, and export its contracts',
      nodes: old,
      does: [
        paragraph(
          'The script first sees that the new node is ready for them. It writes down the parties of the namespace, takes the old node off the synchronizer, so that no restart brings it back, and writes their contracts.',
        ),
        ...(needsCommands
          ? [
              paragraph(
                'Restart the old node with ',
                { code: featuresName },
                ' first: it keeps the file until the contracts are imported.',
              ),
            ]
          : []),
        codeBlock('sh', scripts(settings, way, contracts)),
        paragraph(
          'To go back, from here or from any step below: stop the new node, and let the old one connect again. It catches up with what it has missed.',
        ),
        ...way.moves.map((move) => codeBlock('scala', returningLines(settings, move))),
        paragraph(
          'To go on after that: stop the applications again, run the script again, start the new node, and go on with the step at which you stood. Once the new node hosts the parties the script only disconnects the old one: the contracts that were written stay the right ones, since what came later waits for the new node, for as long as the sequencer keeps it.',
        ),
      ],
      sees: [
        { code: 'STEP 4' },
        ' and the name of a file, where the console runs. It holds what the parties may see. ',
        { code: 'STAYS' },
        ' names the party of the old node itself, and parties that have keys of their own: these stand still until it is connected again.',
      ],
      otherwise: [
        [
          { code: 'has been at work since' },
          ': the node has been connected in between. Do what the script says, or something is missing in the files.',
        ],
        goesOn,
      ],
    },
    {
      id: 'host',
      title: 'Let the new node host the parties',
      nodes: next,
      irreversible: [
        said('A party can’t be taken off a node again: ', partyReplicationSource),
        'from here on both nodes are named as its hosts. The old one can always come back, and catches up then.',
      ],
      does: [codeBlock('sh', scripts(settings, way, host))],
      sees: [{ code: 'STATE' }, ' with the number of parties, and the node disconnected again.'],
      otherwise: [
        [
          { code: 'is connected' },
          ', ',
          { code: 'has been at work' },
          ': the old node has come back. Do what the script says; it leads to the step before.',
        ],
        goesOn,
      ],
    },
    {
      id: 'backup-new',
      title: 'Back up the new node',
      nodes: next,
      does: [
        paragraph(
          'Stop it, back up its database, and start it again, with ',
          { code: featuresName },
          ' as before: it stays disconnected.',
        ),
      ],
      sees: ['A backup from which you have restored before, in a test.'],
      otherwise: [['Without one an import that breaks off can not be repeated: do not go on.']],
    },
    {
      id: 'import-contracts',
      title: 'Import the contracts',
      nodes: next,
      does: [codeBlock('sh', scripts(settings, way, taken))],
      sees: [
        { code: 'STATE … ping' },
        ' with a duration. Warnings about commitments that do not match are expected for a while.',
      ],
      otherwise: [
        [
          { code: 'an earlier import was interrupted' },
          ': restore the backup, remove the file that it names, and run it again. Nothing is imported twice into the same database.',
        ],
        [
          'It is refused for want of ',
          { code: 'enable-repair-commands' },
          ': nothing was imported. Restart the node, or begin the console, with ',
          { code: featuresName },
          ', remove the file that the second run names, and run it again. No backup has to be restored.',
        ],
        goesOn,
      ],
    },
    {
      id: 'use-new',
      title: 'Point the applications to the new node',
      nodes: next,
      does: [paragraph('First those that only read: their contracts are all there. Then the others.')],
      sees: ['Transactions of the parties go through the new node.'],
      otherwise: [['Contracts are missing: stop, before anything is submitted. The old node has them: go back to it.']],
    },
  ];
}

/** What a script says that stops, and that it may be run again. */
const goesOn: Text = [
  { code: 'ERROR STOP: …' },
  ' says what does not hold. Mend it and run the script again: it goes on from there.',
];
