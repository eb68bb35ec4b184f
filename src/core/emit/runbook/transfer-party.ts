import { partyReplicationSource } from '../../canton/migration';
import { type Block, codeBlock, paragraph, said } from '../markdown/printer';
import type { Ends } from './moves';
import type { PartyLines } from './party-lines';
import type { RunbookStep } from './runbook';

const perParty = 'For each external party, one after the other.';

/** One party after the other comes to be hosted by the new node, with its contracts. */
export function moveParty(lines: PartyLines, { old, next }: Ends): readonly RunbookStep[] {
  const step = (
    id: string,
    title: string,
    nodes: readonly number[],
    does: readonly Block[],
    more: Pick<RunbookStep, 'sees' | 'otherwise'> & Partial<RunbookStep>,
  ): RunbookStep => ({ id, title, nodes, does: [paragraph(perParty), ...does], ...more });
  return [
    step(
      'propose',
      'The new node offers to host the party',
      next,
      [
        paragraph(
          said('With the mark that the party is only being onboarded: ', partyReplicationSource),
          'without it the new node would confirm transactions on contracts that it does not have yet.',
        ),
        codeBlock('scala', lines.hosting),
      ],
      { sees: ['A transaction that waits for the signature of the party.'], otherwise: [] },
    ),
    step(
      'isolate',
      'Disconnect the new node',
      next,
      [
        paragraph('From all synchronizers, and so that a restart does not connect it again.'),
        codeBlock('scala', lines.isolation),
      ],
      {
        sees: [{ code: 'target.synchronizers.list_connected()' }, ' is empty.'],
        otherwise: [
          [
            'It is still connected: do not let the party sign yet. ',
            said('It must be offline when the hosting takes effect.', partyReplicationSource),
          ],
        ],
      },
    ),
    step(
      'authorise',
      'The party agrees, with its own key',
      old,
      [
        paragraph('First the place in the ledger, from which the export will look:'),
        codeBlock('scala', lines.offset),
        paragraph(
          said('Then the party signs the hash of the proposal with the key of its namespace, ', partyReplicationSource),
          'wherever that key is kept, and the signed transaction is loaded. How the party signs is its own matter; the documentation shows it with a key in a file.',
        ),
      ],
      {
        sees: ['The hosting of the party names both nodes, the new one as being onboarded.'],
        otherwise: [['Only one of them is named: the signature is missing, or it is that of another key.']],
      },
    ),
    step(
      'export',
      'Export the contracts of the party',
      old,
      [
        codeBlock('scala', lines.exporting),
        paragraph('The file is written where the console runs. It holds what the party may see.'),
      ],
      {
        sees: [{ code: 'party.acs.gz' }, ', and no error. Only then set the pruning schedule again.'],
        otherwise: [
          [
            'The activation is not found: the place in the ledger was taken after the party had agreed. Take an earlier one.',
          ],
        ],
      },
    ),
    step('backup', 'Back up the new node', next, [paragraph('Its database, before the import changes it.')], {
      sees: ['A backup from which you have restored before, in a test.'],
      otherwise: [['Without one an import that breaks off can’t be repeated: do not go on.']],
    }),
    step('import', 'Import the contracts', next, [codeBlock('scala', lines.importing)], {
      sees: ['The command ends without an error.'],
      otherwise: [['It breaks off: restore the backup and repeat. Do not import twice into the same database.']],
    }),
    step('reconnect', 'Connect the new node again', next, [codeBlock('scala', lines.reconnecting)], {
      sees: ['It is connected. Warnings about commitments that do not match are expected for a while.'],
      otherwise: [],
    }),
    step(
      'clear',
      'End the onboarding',
      next,
      [
        codeBlock('scala', lines.clearing),
        paragraph(
          said('It may be entered again until the mark is gone; ', partyReplicationSource),
          'on protocol version 35 and later that happens by itself where the import was given the party.',
        ),
      ],
      {
        sees: ['The answer that the mark is not set any more. From then on the new node confirms for the party.'],
        otherwise: [['It is still set: the answer names the time from which on it can be cleared.']],
      },
    ),
  ];
}
