import { assetTransferSource, partyReplicationSource } from '../../canton/migration';
import type { MigrationWay } from '../../plan/task';
import { codeBlock, list, paragraph, said } from '../markdown/printer';
import type { Settings } from '../settings';
import { placesOf } from './moves';
import { identityRuns, starts } from './new-nodes';
import { type PartyLines, partyLines } from './party-lines';
import type { Runbook, RunbookStep } from './runbook';
import { stagesOf } from './stages';
import { moveParty } from './transfer-party';

/** External parties to new nodes with keys of their own: hosted there as well, with their contracts, before the old node goes. */
export function transferParties(
  settings: Settings,
  way: Extract<MigrationWay, { type: 'transfer' }>,
): Runbook | undefined {
  const lines = partyLines(settings);
  if (lines === undefined) return undefined;
  const ends = placesOf(settings, way.moves);
  return {
    title: 'Move the external parties to new nodes',
    tried: [
      said(
        'Nothing of it by us: what is said here was read in the documentation and in the commands. Walk through it with a party that matters to nobody first.',
        partyReplicationSource,
      ),
    ],
    back: [
      'Until the old node is given up nothing is lost: it goes on hosting the parties. Give the new node up instead. ',
      said('A party can’t be taken off a node again, so the new one stays named as a host.', partyReplicationSource),
    ],
    steps: [
      ...setUp(settings, lines, ends.next),
      ...prepare(lines, way, ends.old),
      ...moveParty(lines, ends),
      ...finish(ends.old),
    ],
  };
}

function setUp(settings: Settings, lines: PartyLines, next: readonly number[]): readonly RunbookStep[] {
  const { folder } = stagesOf.transfer;
  return [
    {
      id: 'access',
      title: 'Give the new nodes access to the KMS',
      nodes: 'once',
      does: [
        paragraph(
          'README.md, “Permissions” and “Before the first start”: credentials, permissions, an empty database for each new node, and what else must be in place.',
        ),
      ],
      sees: ['Each machine can use the KMS with the credentials that its node will have.'],
      otherwise: [['Do not go on: a node without access does not start.']],
    },
    {
      id: 'start-new',
      title: 'Start the new nodes',
      nodes: next,
      does: [
        ...starts(settings, folder),
        ...identityRuns(settings, stagesOf.transfer),
        paragraph('Connect each to the synchronizer of the old one:'),
        codeBlock('scala', lines.connecting(next)),
      ],
      sees: [
        'Each new node runs, is connected, and has an identity of its own. ',
        { code: 'inventory.sc' },
        ' shows all of its keys in the KMS.',
      ],
      otherwise: [['It does not start: README.md lists causes. The old node is not touched by any of it.']],
    },
  ];
}

function prepare(
  lines: PartyLines,
  { moves }: Extract<MigrationWay, { type: 'transfer' }>,
  old: readonly number[],
): readonly RunbookStep[] {
  return [
    {
      id: 'names',
      title: 'Name the two nodes and the party',
      nodes: old,
      does: [
        paragraph(
          'One console that reaches both, such as ',
          { code: 'canton -c ./remote.conf' },
          '. For each old node, and there for each party that is listed: the namespace of an external one is not that of the node.',
        ),
        ...moves.map((each) => codeBlock('scala', lines.names(each))),
      ],
      sees: ['A list of external parties. All of them have to move before the old node can go.'],
      otherwise: [
        ['The list is empty: the node hosts local parties or none, and this way is not for it.'],
        [said('Local parties do not stand in it: with new keys they would be other parties.', assetTransferSource)],
      ],
    },
    {
      id: 'packages',
      title: 'Give the new nodes the packages',
      nodes: old,
      does: [
        paragraph(
          said(
            'Every package that a contract of the party uses is vetted on the new node before. ',
            partyReplicationSource,
          ),
          'Upload the same DAR files there as on the old node; compare the lists:',
        ),
        codeBlock('scala', ['source.dars.list()', 'target.dars.list()']),
      ],
      sees: ['The list of the new node holds every line of the old one.'],
      otherwise: [['One is missing: upload it before anything else, or the import of the contracts fails.']],
    },
    {
      id: 'retention',
      title: 'Stop the old node from pruning',
      nodes: old,
      does: [
        paragraph(
          said(
            'From the moment the party is hosted in two places until its contracts are exported nothing of it may be pruned. ',
            partyReplicationSource,
          ),
          'Write down what the first line shows, to set it again later.',
        ),
        codeBlock('scala', lines.retention),
      ],
      sees: ['No schedule is set, and nobody prunes by hand.'],
      otherwise: [],
    },
  ];
}

function finish(old: readonly number[]): readonly RunbookStep[] {
  return [
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
    {
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
        ]),
      ],
      sees: ['The old node is stopped, and nothing waits for it.'],
      otherwise: [['Transactions of a party time out: the old node still has to confirm for it. Start it again.']],
    },
  ];
}
