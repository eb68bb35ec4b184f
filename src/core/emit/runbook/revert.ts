import { convertedAtStartSource, encryptedMigrationSource, removedSectionSource } from '../../canton/migration';
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

/** From envelope encryption back to keys in the clear: the node decrypts what it has at its next start. */
export function revertInPlace(settings: Settings): Runbook {
  const nodes = moving(settings).map(({ index }) => index);
  const { before, first, after, last } = stagesOf.revert;
  return {
    title: 'Take the encryption of the keys back',
    tried: triedInPlace(settings),
    back: [
      said('Any time: leave ', encryptedMigrationSource),
      { code: 'reverted' },
      ' out again, keep or restore the sections of the KMS, and restart. The keys are encrypted at that start.',
    ],
    steps: [
      {
        id: 'decide',
        title: 'Decide that the keys may lie in the clear',
        nodes: 'once',
        irreversible:
          'Whoever reads the database or one of its backups from then on can copy the keys, and no later encryption takes a copy back.',
        does: [
          paragraph(
            said('Canton advises against it. ', encryptedMigrationSource),
            'If another wrapper key or another KMS is the aim, rotate the wrapper key instead where the KMS stays the same.',
          ),
        ],
        sees: ['Whoever answers for the keys has agreed.'],
        otherwise: [['Stop here. Nothing has been changed.']],
      },
      {
        id: 'check-before',
        title: 'See that the keys are encrypted, with one wrapper key',
        nodes,
        does: runs(settings, before, 'check-encrypted'),
        sees: [{ code: 'STATE' }, ', ', { code: 'encrypted' }, ' and one wrapper key, for each node.'],
        otherwise: [
          [{ code: 'keys in the clear' }, ': the node has been through this before, or was never encrypted.'],
          [
            { code: 'several wrapper keys' },
            ': each key is decrypted with its own, so all of them must be usable. Rotating to one first is the safer way.',
          ],
          ...stopped,
        ],
      },
      {
        id: 'wrapper-usable',
        title: 'See that the wrapper key can still decrypt',
        nodes: 'once',
        does: [
          paragraph(
            'In the KMS: the key is enabled, not scheduled for deletion, and the credentials of the node may decrypt with it (README.md, “Permissions”).',
          ),
        ],
        sees: ['The KMS shows the key as enabled.'],
        otherwise: [['Enable it or cancel its deletion first. Without it the keys cannot be read by anybody.']],
      },
      ...stopPassive(settings),
      {
        id: 'backup',
        title: 'Back up the databases',
        nodes,
        does: [
          paragraph('Stop the node and back up its database. This backup needs the wrapper key to be of any use.'),
        ],
        sees: ['A backup from which you have restored before, in a test.'],
        otherwise: [['Without one there is no way back from a damaged database: do not go on.']],
      },
      {
        id: 'restart',
        title: 'Restart with reverted = true',
        nodes,
        changes: (index) => ({
          before: configured(settings, index),
          after: configured({ ...settings, reverted: true }, index),
        }),
        does: [
          ...restarts(settings, first),
          paragraph(
            'The sections of the KMS stay for this start: ',
            said('the node needs them to decrypt. ', convertedAtStartSource),
            said(
              'Without them it finds keys that it cannot read and does not start; putting them back heals that.',
              removedSectionSource,
            ),
          ),
        ],
        sees: ['The node runs and is connected as before. A second start with this configuration changes nothing.'],
        otherwise: [
          ...notStarted,
          [
            'To go back for now, start it with its old configuration: as long as nothing was decrypted that works, and otherwise it encrypts again.',
          ],
        ],
      },
      {
        id: 'check-after',
        title: 'See that the keys are in the clear',
        nodes,
        does: runs(settings, after, 'check-clear'),
        sees: [{ code: 'STATE' }, ', ', { code: 'clear' }, ' and the same number of keys as before.'],
        otherwise: [
          [
            { code: 'encrypted with a wrapper key' },
            ': the node did not read ',
            { code: 'reverted = true' },
            '. Do not take the sections away: it would not start. See which files it was started with.',
          ],
          ...stopped,
        ],
      },
      {
        id: 'remove',
        title: 'Restart without the KMS',
        nodes,
        changes: (index) => ({
          before: configured({ ...settings, reverted: true }, index),
          after: configured(clearState(settings), index),
        }),
        does: [
          paragraph(
            'Only after the check. The files of ',
            { code: last },
            ' set nothing of a KMS; take its sections out of your own configuration, too.',
          ),
          ...restarts(settings, last),
        ],
        sees: ['The node runs and is connected as before, and makes no call to the KMS any more.'],
        otherwise: [
          [
            { code: 'FailedToReadKey' },
            said(': keys are still encrypted. Start with the files of ', removedSectionSource),
            { code: first },
            ' again.',
          ],
          ...notStarted,
        ],
      },
      ...startPassive(settings, last),
      {
        id: 'keep-wrapper',
        title: 'Keep the wrapper key',
        nodes: 'once',
        irreversible: 'A wrapper key that is deleted takes every backup with it that was made while it was in use.',
        does: [
          list([
            ['Back up the databases again.'],
            [
              said('Keep the wrapper key as long as a backup from before may be needed. ', wrappedRowsSource),
              'Take the permissions of the nodes away in the meantime, if nothing else needs them.',
            ],
            [
              said('To encrypt again, use the sections without ', encryptedKeysSource),
              { code: 'reverted' },
              ': the wizard has that way, too.',
            ],
          ]),
        ],
        sees: ['It is written down until when the wrapper key is kept, and who may delete it.'],
        otherwise: [],
      },
    ],
  };
}
