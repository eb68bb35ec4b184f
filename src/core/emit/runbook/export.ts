import { awsImportedSource, gcpImport, gcpImportedSource } from '../../canton/key-import';
import { keyExportSource } from '../../canton/migration';
import { concluded } from '../../canton/sources';
import type { MigrationWay, Move } from '../../plan/task';
import { importRecords } from '../import/script';
import { type Block, codeBlock, paragraph, said, type Text } from '../markdown/printer';
import { remoteCommand } from '../readme/console';
import { exportFolder } from '../scripts/export-keys';
import { exporting } from '../scripts/exporting';
import type { Settings } from '../settings';
import { featuresName } from '../targets/features';
import { remoteConsoleName } from '../targets/remote-console';
import { hostLines } from './host-lines';
import { identityRuns, starts } from './new-nodes';
import type { Runbook, RunbookStep } from './runbook';
import { stagesOf } from './stages';

type Way = Extract<MigrationWay, { type: 'export' }>;

/** The script that imports the keys for the new node of a move. */
export function importPath({ plan, stems }: Settings, { to }: Move): string {
  const next = plan.nodes.findIndex(({ name }) => name === to);
  return `${stagesOf.export.import}-import-keys-${stems[next] ?? next}.sh`;
}

/** The keys of a node into a KMS, and a new node that takes over its identity with them. */
export function takeKeysAlong(settings: Settings, way: Way): Runbook {
  const index = new Map(settings.plan.nodes.map(({ name }, at) => [name, at] as const));
  const placesOf = (names: readonly string[]) => names.flatMap((name) => index.get(name) ?? []);
  const ends: Ends = {
    old: placesOf(way.moves.map(({ from }) => from)),
    next: placesOf(way.moves.map(({ to }) => to)),
  };
  return {
    title: 'Take the keys along into the KMS',
    tried: [
      said(
        'The export ran on Canton 3.5. Wrapping and importing were tried with the command lines of the clouds against an endpoint of ours, which is weaker than the clouds themselves. Everything else was read, not tried. ',
        concluded(keyExportSource),
      ),
      'Walk through all of it with a node that matters to nobody first.',
    ],
    back: [
      'Until the new node is started the old one can go on as it is. After that there is none but the exported keys: ',
      said('no KMS gives a private key back. ', keyExportSource),
      'Keep an encrypted copy offline, of the root key above all.',
    ],
    steps: [
      ...prepare(settings, way, ends),
      ...intoKms(settings, way, ends),
      ...handOver(settings, way, ends),
      ...finish(ends),
    ],
  };
}

type Ends = { readonly old: readonly number[]; readonly next: readonly number[] };

/** Scripts that call what is switched on for the time of the migration only. */
function withFeatures(path: string): string {
  return `${remoteCommand(path)} -c ./${featuresName}`;
}

function scripts(settings: Settings, way: Way, stage: string): readonly string[] {
  const { task } = settings.plan;
  if (task.type !== 'migrate') return [];
  return exporting(settings, task, way).flatMap((turn) =>
    turn.stage === stage ? [withFeatures(`${stage}-${turn.script.name}.sc`)] : [],
  );
}

function prepare(settings: Settings, way: Way, { old }: Ends): readonly RunbookStep[] {
  const replacing = scripts(settings, way, stagesOf.export.replace);
  return [
    {
      id: 'features',
      title: 'Make the commands available',
      nodes: old,
      does: [
        paragraph(
          'Restart the old node with ',
          { code: `-c ./${featuresName}` },
          ' behind its own configuration, and give the file to every console below, too: the export of keys and the import of contracts are refused without it.',
        ),
      ],
      sees: ['The node runs and is connected as before.'],
      otherwise: [['Take the file away again: nothing else has changed.']],
    },
    {
      id: 'backup',
      title: 'Back up the database of the old node',
      nodes: old,
      does: [paragraph('It holds the keys: keep it as you keep keys.')],
      sees: ['A backup from which you have restored before, in a test.'],
      otherwise: [['Without one do not go on.']],
    },
    {
      id: 'replace',
      title: 'Replace the keys that the KMS can not hold',
      nodes: old,
      does:
        replacing.length > 0
          ? [
              paragraph(
                said('The running node has to announce the new keys itself, before it moves. ', keyExportSource),
                'The script puts keys of a kind that the KMS takes in the place of the others:',
              ),
              codeBlock('sh', replacing),
              paragraph(
                'Then run ',
                { code: 'inventory.sc' },
                ' again, paste it into the wizard and download once more.',
              ),
            ]
          : [
              paragraph(
                'The inventory in the plan shows none. Without an inventory nobody knows: run ',
                { code: 'inventory.sc' },
                ' and paste what it prints into the wizard.',
              ),
            ],
      sees: ['The wizard shows no key that has to be replaced, and each use has one announced key.'],
      otherwise: [
        ['Several announced keys of one use: withdraw all but one first, with the task for rotation.'],
        [
          said(
            'The root key is of a kind that the KMS can not hold: this way ends here, since it is never replaced.',
            keyExportSource,
          ),
        ],
      ],
    },
  ];
}

function intoKms(settings: Settings, way: Way, { old, next }: Ends): readonly RunbookStep[] {
  const gcp = settings.used.some(({ kms }) => kms.type === 'gcp');
  const driver = settings.used.some(({ kms }) => kms.type === 'driver');
  const records = importRecords('…');
  return [
    {
      id: 'export',
      title: 'Export the private keys',
      nodes: old,
      irreversible:
        'From here on the keys lie in files, in the clear. Whoever copies them can sign in the name of the node for ever.',
      does: [
        paragraph(
          'On a machine of your own, with an encrypted disk and nobody else on it. The files are written where the console runs, into ',
          { code: exportFolder('…') },
          ', for their owner alone. Go on with the next step at once.',
        ),
        codeBlock('sh', scripts(settings, way, stagesOf.export.keys)),
      ],
      sees: [{ code: 'STATE' }, ' with each fingerprint, its kind and its use: the root key and every announced one.'],
      otherwise: [
        [
          { code: 'enable-preview-commands' },
          ': the node or the console was started without ',
          { code: featuresName },
          '.',
        ],
        [{ code: 'exists' }, ': the script has run before. It overwrites nothing; look into the folder.'],
        [{ code: 'can not hold' }, ': replace that key first.'],
      ],
    },
    {
      id: 'import',
      title: 'Wrap the keys and import them into the KMS',
      nodes: next,
      does: [
        paragraph(
          'With rights of your own in the cloud, not those of the node: to make keys, to import into them and to read their public halves. Each key is made empty, filled, and its public half held against the exported one. ',
          ...importing(gcp),
        ),
        codeBlock(
          'sh',
          way.moves.map((move) => `bash ./${importPath(settings, move)}`),
        ),
        ...(driver
          ? [
              paragraph(
                'How material gets into the KMS behind a driver is the matter of its maker: there is no script for it. Import each file of ',
                { code: exportFolder('…') },
                ', and write down the id of each.',
              ),
            ]
          : []),
      ],
      sees: [{ code: records.imported }, ' with fingerprint, use and id, a line for each key.'],
      otherwise: [
        ['It stops: run it again. It goes on with the keys that it has made, and imports nothing twice.'],
        [
          { code: 'holds another key' },
          ': something is wrong with that key in the KMS. Do not use it; destroy it, take its line out of ',
          { code: records.made },
          ', and run the script again.',
        ],
      ],
    },
    {
      id: 'offline-copy',
      title: 'Keep an encrypted copy offline',
      nodes: old,
      does: [
        paragraph(
          said('Without the root key outside of the KMS there is no way to another KMS, or to none. ', keyExportSource),
          'Encrypt the files for a key that is kept elsewhere, put them where nobody reads them alone, and try once to read them back.',
        ),
      ],
      sees: ['It is written down where the copy is and who can open it.'],
      otherwise: [['You want none: write that down, too. The move can then never be taken back.']],
    },
    {
      id: 'destroy',
      title: 'Destroy the exported files',
      nodes: next,
      irreversible: 'What is destroyed here is left in the KMS, in the old database, and in your offline copy.',
      does: [
        paragraph(
          'Refused while a key is not imported. What the script says of copies that may remain is to be taken at its word.',
        ),
        codeBlock(
          'sh',
          way.moves.map((move) => `bash ./${importPath(settings, move)} --destroy`),
        ),
      ],
      sees: ['Each file named as destroyed, and what may remain.'],
      otherwise: [],
    },
    {
      id: 'enter-ids',
      title: 'Enter the ids, and download again',
      nodes: 'once',
      does: [
        paragraph(
          'In the wizard, step Keys: the id of each key of each new node, from ',
          { code: records.imported },
          '. The files of the new nodes are not whole before.',
        ),
      ],
      sees: ['The step Keys shows no error, and the new bundle holds ', { code: stagesOf.export.folder }, '.'],
      otherwise: [],
    },
  ];
}

function importing(gcp: boolean): readonly (string | ReturnType<typeof said>)[] {
  if (!gcp) return [said('AWS keeps the material for ever, unless the key is deleted.', awsImportedSource)];
  return [
    said('The material becomes version 1, the only one that Canton uses; ', gcpImportedSource),
    said(
      `an import job is good for ${gcpImport.jobDays} days, and the script makes one where there is none.`,
      gcpImport.source,
    ),
  ];
}

function handOver(settings: Settings, way: Way, { old, next }: Ends): readonly RunbookStep[] {
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
