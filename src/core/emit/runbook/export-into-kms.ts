import { ledgerEndNeedsTesting } from '../../canton/console/contracts';
import { awsImportedSource, gcpImport, gcpImportedSource } from '../../canton/key-import';
import { keyExportSource } from '../../canton/migration';
import { encryptedKeysSource } from '../../canton/operation-sources';
import { importRecords } from '../import/script';
import { codeBlock, paragraph, said } from '../markdown/printer';
import { toConsolePart } from '../readme/console';
import { exportFolder } from '../scripts/export-keys';
import type { Settings } from '../settings';
import { featuresName } from '../targets/features';
import { remoteConsoleName } from '../targets/remote-console';
import { lookingLines } from './connecting-lines';
import { type Ends, type ExportWay, importPath, scripts } from './moves';
import type { RunbookStep } from './runbook';
import { stagesOf } from './stages';

/** From the keys of an old node to keys in the KMS: the node runs on all the while. */
export function intoKms(settings: Settings, way: ExportWay, ends: Ends): readonly RunbookStep[] {
  return [...prepare(settings, way, ends), ...imported(settings, way, ends)];
}

function prepare(settings: Settings, way: ExportWay, { old }: Ends): readonly RunbookStep[] {
  const replacing = scripts(settings, way, stagesOf.export.replace);
  return [
    {
      id: 'look',
      title: 'See what there is to move',
      nodes: old,
      does: [
        paragraph(
          'In a console that reaches the old node, such as ',
          { code: `canton -c ./${remoteConsoleName}` },
          '. ',
          ...toConsolePart,
        ),
        ...way.moves.map((move) => codeBlock('scala', lookingLines(settings, move))),
      ],
      sees: [
        'One synchronizer, and parties whose namespace, behind the two colons, is that of the node. These come along; but not the one that is called like the node itself.',
      ],
      otherwise: [
        ['Several synchronizers: the scripts are for one. Disconnect the others first, or do not take this way.'],
        [
          'Parties with another namespace: they sign for their new host themselves, and stand still while the old node is disconnected. Move them before, with the runbook for external parties, or let the old node connect again when this one is done.',
        ],
        [
          'The party of the node itself is in contracts that matter: they stay with the old node. Let another party take its place in them first, or do not take this way.',
        ],
      ],
    },
    {
      id: 'features',
      title: 'Make the commands available',
      nodes: old,
      does: [
        paragraph(
          'Restart the old node with ',
          { code: `-c ./${featuresName}` },
          ' behind its own configuration, until its keys are exported. The command lines below give the file to the consoles that need it, too: the export of keys and the import of contracts are refused without it.',
        ),
      ],
      sees: ['The node runs and is connected as before.'],
      otherwise: [['Take the file away again: nothing else has changed.']],
    },
    {
      id: 'backup',
      title: 'Back up the database of the old node',
      nodes: old,
      does: [
        paragraph(
          'It holds the keys: keep it as you keep keys. A dump of the database is enough; the node may run meanwhile.',
        ),
      ],
      sees: ['A backup from which you have restored before, in a test.'],
      otherwise: [['Without one do not go on.']],
    },
    {
      id: 'replace',
      title: 'Replace the keys that the KMS can not hold',
      nodes: old,
      does: [
        ...(replacing.length > 0
          ? [
              paragraph(
                said('The running node has to announce the new keys itself, before it moves. ', keyExportSource),
                'The script puts keys of a kind that the KMS takes in the place of the others:',
              ),
              codeBlock('sh', replacing),
              paragraph(
                'Then back up again, since the new keys are in no backup yet; run ',
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
            ]),
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

function imported(settings: Settings, way: ExportWay, { old, next }: Ends): readonly RunbookStep[] {
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
        ...(old.some((index) => settings.plan.nodes[index]?.custody.type === 'envelope')
          ? [
              paragraph(
                said('Encrypted keys are decrypted for it: ', encryptedKeysSource),
                'the node needs its wrapper key, and the rights to use it, until then.',
              ),
            ]
          : []),
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
        [
          { code: 'exists' },
          ': the script has run before, and overwrites nothing. Look into the folder: ',
          { code: 'keys.tsv' },
          ' is written last. If it is missing or empty, the run was cut; the import refuses such a folder as well, with ',
          { code: '--destroy' },
          ' too. Destroy what lies in it (',
          { code: `shred -u ${exportFolder('…')}/*` },
          '), remove the folder, and run the script again.',
        ],
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
        [
          'It stops: run it again. It goes on with the keys that it has made, and imports nothing twice. Was it cut while it made one in AWS, an empty key is left, whose description ends with the fingerprint: delete that.',
        ],
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
      id: 'features-off-old',
      title: 'Let nobody export keys any more',
      nodes: old,
      does: [
        paragraph(
          'As long as the old node runs with ',
          { code: featuresName },
          ', whoever reaches its Admin API can download its keys. Restart it without the file; ',
          ledgerEndNeedsTesting(settings.release)
            ? 'it is given back once, for the export of the contracts.'
            : 'what follows needs it on the new node and in the console alone.',
        ),
      ],
      sees: ['The node runs and is connected as before.'],
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
