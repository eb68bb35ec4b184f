import { convertedAtStartSource, encryptedMigrationSource } from '../../canton/migration';
import { encryptedKeysSource, wrappedRowsSource } from '../../canton/operation-sources';
import { list, paragraph, said } from '../markdown/printer';
import type { Settings } from '../settings';
import {
  clearState,
  configured,
  moving,
  notStarted,
  restarts,
  runs,
  startPassive,
  stopPassive,
  stopped,
  triedInPlace,
} from './in-place';
import type { Runbook } from './runbook';
import { stagesOf } from './stages';

/** From keys in the clear to envelope encryption: the node encrypts what it has at its next start. */
export function encryptInPlace(settings: Settings): Runbook {
  const nodes = moving(settings).map(({ index }) => index);
  const { before, first, after } = stagesOf.encrypt;
  return {
    title: 'Encrypt the keys in the database with a wrapper key',
    tried: triedInPlace(settings),
    back: [
      said('Any time, as long as the wrapper key is usable: by another restart with ', encryptedMigrationSource),
      { code: 'reverted = true' },
      '. Open ',
      { code: 'plan.json' },
      ' in the wizard and choose the way back. Taking the section away is no way back: the node does not start then.',
    ],
    steps: [
      {
        id: 'prepare',
        title: 'Give the nodes access to the KMS',
        nodes: 'once',
        does: [
          paragraph(
            'README.md, “Permissions” and “Before the first start”: credentials, permissions and what else must be in place.',
          ),
        ],
        sees: ['Each machine can use the KMS with the credentials that its node will have.'],
        otherwise: [['Do not go on: a node without access does not start with the new configuration.']],
      },
      {
        id: 'check-before',
        title: 'See that the keys are in the clear',
        nodes,
        does: runs(settings, before, 'check-clear'),
        sees: [{ code: 'STATE' }, ', ', { code: 'clear' }, ' and the number of keys, for each node.'],
        otherwise: [
          [
            { code: 'encrypted with a wrapper key' },
            ': the node has been through this before. The check at the end tells with which key.',
          ],
          [{ code: 'in a KMS' }, ': its keys live in the KMS already, and this way is not for it.'],
          ...stopped,
        ],
      },
      ...stopPassive(settings),
      {
        id: 'backup',
        title: 'Back up the databases',
        nodes,
        does: [
          paragraph(
            'Stop the node and back up its database. This backup holds the keys in the clear: keep it as you keep keys.',
          ),
        ],
        sees: ['A backup from which you have restored before, in a test.'],
        otherwise: [['Without one there is no way back from a damaged database: do not go on.']],
      },
      {
        id: 'restart',
        title: 'Restart with envelope encryption',
        nodes,
        changes: (index) => ({
          before: configured(clearState(settings), index),
          after: configured(settings, index),
        }),
        does: [
          ...restarts(settings, first),
          paragraph(
            said('All keys are encrypted at this start, in one transaction; ', convertedAtStartSource),
            'a start that fails leaves them as they were.',
          ),
        ],
        sees: ['The node runs and is connected as before.'],
        otherwise: [
          ...notStarted,
          ['To go back for now, start it with its old configuration: as long as nothing was encrypted that works.'],
          [
            { code: 'FailedToReadKey' },
            said(
              ' at a start with the old configuration: the keys are encrypted. Start with the new one.',
              encryptedKeysSource,
            ),
          ],
        ],
      },
      {
        id: 'check-after',
        title: 'See that the keys are encrypted',
        nodes,
        does: runs(settings, after, 'check-encrypted'),
        sees: [
          { code: 'STATE' },
          ', ',
          { code: 'encrypted' },
          ', and one wrapper key with the same number of keys as before.',
        ],
        otherwise: [
          [
            { code: 'keys in the clear' },
            ': the node was started without the file of this bundle, or another configuration that is read later replaces the section.',
          ],
          [
            { code: 'several wrapper keys' },
            ': some were encrypted before. Rotate to one wrapper key before the next start without ',
            { code: 'wrapper-key-id' },
            '.',
          ],
          ...stopped,
        ],
      },
      ...startPassive(settings, first),
      {
        id: 'backup-after',
        title: 'Back up again, and keep the wrapper key',
        nodes,
        does: [
          list([
            ['Back up the database: from now on backups hold encrypted keys.'],
            [
              said(
                'The wrapper key must live as long as the node, and as long as one of these backups: without it nobody can read the keys again.',
                wrappedRowsSource,
              ),
            ],
          ]),
        ],
        sees: ['The wrapper key is protected from deletion in the KMS, and the backup says which one it needs.'],
        otherwise: [],
      },
      {
        id: 'old-backups',
        title: 'Decide about the old backups',
        nodes: 'once',
        irreversible: 'A destroyed backup does not come back.',
        does: [
          paragraph(
            said(
              'Backups from before hold the keys in the clear, whatever happens to the node now. ',
              encryptedMigrationSource,
            ),
            'Keep them as you keep keys; destroy them only once the new backups are proven.',
          ),
          paragraph(
            'Who could read the keys until today may have copies. If that matters, rotate the keys as well: the wizard has scripts for that, and the root key of the namespace stays what it is.',
          ),
        ],
        sees: ['For each old backup it is written down who keeps it and until when.'],
        otherwise: [],
      },
    ],
  };
}
