import { assetTransferSource, partyReplicationSource } from '../../canton/migration';
import type { Move } from '../../plan/task';
import { codeBlock, paragraph, said } from '../markdown/printer';
import { toConsolePart } from '../readme/console';
import { nodeOn } from '../scala/console';
import type { Settings } from '../settings';
import { remoteConsoleName } from '../targets/remote-console';
import { connectingLines } from './connecting-lines';
import { entered, nodeNamed } from './entered';
import { type Ends, placesOf, replicatedOf, scripts, type TransferWay } from './moves';
import { identityRuns, starts } from './new-nodes';
import type { Runbook, RunbookStep } from './runbook';
import { stagesOf } from './stages';
import { finish } from './transfer-finish';
import { moveParties } from './transfer-party';

/**
 * External parties to new nodes with keys of their own: hosted there as well, with their contracts, before the old node
 * goes. Nothing on 3.3, which moves parties with other commands.
 */
export function transferParties(settings: Settings, way: TransferWay): Runbook | undefined {
  if (settings.release === '3.3') return undefined;
  const ends = placesOf(settings, way.moves);
  return {
    title: 'Move the external parties to new nodes',
    tried: [
      'The scripts ran on a stand-in of Canton’s console, with real signatures, interrupted after each step and with everything wrong that they look for. ',
      said(
        'On a real Canton nothing of it ran: what the nodes do was read in the documentation and in the commands. ',
        partyReplicationSource,
      ),
      'Walk through it with a party that matters to nobody first.',
    ],
    back: [
      'Until the old node is given up nothing is lost: it goes on hosting the parties. Give the new node up instead. ',
      said('A party can’t be taken off a node again, so the new one stays named as a host.', partyReplicationSource),
    ],
    steps: [
      ...setUp(settings, way, ends),
      ...prepare(settings, way, ends),
      ...moveParties(settings, way, ends),
      ...finish(settings, ends),
    ],
  };
}

function setUp(settings: Settings, way: TransferWay, { next }: Ends): readonly RunbookStep[] {
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
        ...(replicatedOf(settings, next).length > 0
          ? [paragraph('Of a node with replicas start one, and the others when it has taken the parties.')]
          : []),
        paragraph('From here on a console that reaches the nodes is needed. ', ...toConsolePart),
        ...identityRuns(settings, stagesOf.transfer),
        paragraph('Connect each to the synchronizer of the old one, and let it ping itself:'),
        codeBlock(
          'scala',
          way.moves.flatMap((move) => connectingLines(settings, move)),
        ),
      ],
      sees: [
        'Each new node runs, has an identity of its own, and shows a duration for its ping. ',
        { code: 'inventory.sc' },
        ' shows all of its keys in the KMS.',
      ],
      otherwise: [
        ['It does not start: README.md lists causes. The old node is not touched by any of it.'],
        ['The ping times out: do not go on. Look for the KMS in the log of the new node.'],
      ],
    },
  ];
}

function prepare(settings: Settings, way: TransferWay, { old, next }: Ends): readonly RunbookStep[] {
  return [
    {
      id: 'list',
      title: 'List the parties',
      nodes: old,
      does: [
        codeBlock('sh', scripts(settings, way, stagesOf.transfer.parties)),
        paragraph(
          'From a console that reaches both nodes (',
          { code: remoteConsoleName },
          '), in the folder of these files: the scripts hand over to each other by files there, so run all of them in the same one. It changes nothing on the nodes. The namespace of an external party is not that of the node.',
        ),
        paragraph(
          'Take lines out of the file to move those parties in a later round. That round begins here again, in a copy of the folder without the files of this one, and takes the new node off its synchronizer again.',
        ),
      ],
      sees: [
        'A file with the external parties, and what the new node lacks. All of them have to move before the old node can go.',
      ],
      otherwise: [
        ['It stops because there is none: the node hosts local parties or none, and this way is not for it.'],
        [
          said(
            'Local parties are shown and do not stand in the file: with new keys they would be other parties.',
            assetTransferSource,
          ),
        ],
      ],
    },
    {
      id: 'packages',
      title: 'Give the new nodes the packages',
      nodes: next,
      does: [
        paragraph(
          said(
            'Every package that a contract of the party uses is vetted on the new node before. ',
            partyReplicationSource,
          ),
          'Upload the DAR files that the script called ',
          { code: 'MISSING' },
          ', and run it again.',
        ),
      ],
      sees: [{ code: 'MISSING PACKAGES' }, ' with 0.'],
      otherwise: [
        [
          'Some are missing still: they may belong to DARs that the old node does not list any more. Upload those as well.',
        ],
      ],
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
        codeBlock('scala', retention(settings, way.moves)),
      ],
      sees: ['No schedule is set, and nobody prunes by hand.'],
      otherwise: [],
    },
  ];
}

function retention(settings: Settings, moves: readonly Move[]): readonly string[] {
  return entered(
    moves.flatMap(({ from }) => {
      const at = nodeOn(settings.release, 'participant', nodeNamed(settings, from));
      return [at.call('pruning.get_schedule'), at.call('pruning.clear_schedule')];
    }),
  );
}
