import { ledgerEndNeedsTesting } from '../../canton/console/contracts';
import { consoleOn, nodeOn } from '../scala/console';
import {
  blank,
  comment,
  concat,
  type Expression,
  fn,
  ifThen,
  imported,
  it,
  ref,
  type Step,
  val,
} from '../scala/expression';
import { doneBefore, next, stepDone } from '../scala/phrases';
import { leaveSynchronizers, participantOf } from './between-nodes';
import { exists, inFolder } from './files';
import { filesOf, handedOver, isWhole } from './handed-over';
import { isInitialised, isOfInventory } from './preconditions';
import { partiesCanMove, permissions, targetIsReady } from './ready-to-move';
import type { Script } from './script';
import { inConsole, nodeVal, type Subject } from './subject';

/**
 * Takes a participant that is given up off its synchronizer, and writes down the parties of its namespace and their
 * contracts for the node that takes its place.
 */
export function exportContracts(subject: Subject, successor: Subject): Script {
  const { index, stem, node, settings } = subject;
  return {
    id: `export-contracts-${index}`,
    name: `export-contracts-${stem}`,
    purpose: `Disconnects ${node.name} and writes the contracts of its parties into a file.`,
    nodes: [index, successor.index],
    runs: 'remote',
    about: [
      'Sees that the new node is ready, disconnects the old one from its synchronizer, and writes the parties of its',
      'namespace and their contracts into files. Nothing may be submitted from then on, by anybody who has to do with them.',
      ...(ledgerEndNeedsTesting(settings.release)
        ? ['It needs canton.features.enable-testing-commands = yes on the node and in the console.']
        : []),
      'It overwrites no contracts: a second run changes nothing. After an interruption it goes on where the first one stopped.',
    ],
    body: () => body(subject, successor),
  };
}

function body(subject: Subject, successor: Subject): readonly Step[] {
  const at = participantOf(subject);
  const files = handedOver(subject.stem);
  const [contracts, offset, parties] = [ref('contracts'), ref('offset'), ref('parties')];
  return [
    imported('java.nio.file.{Files, Paths}'),
    nodeVal(subject),
    val('target', inConsole(subject.settings, successor.node, successor.index), {
      note: 'the node that takes its place',
    }),
    ...filesOf(subject, successor),
    val('partial', inFolder(`${files.contracts}.part`)),
    val('limit', consoleOn(subject.settings.release).call('NonNegativeDuration.ofMinutes', { minutes: 60 }), {
      note: 'for each wait, and for the contracts; more where there are very many',
    }),
    blank,
    comment('1. Preconditions'),
    ...isInitialised(subject),
    ...isOfInventory(subject),
    ifThen(
      exists(contracts),
      [isWhole(at, successor), doneBefore('the contracts are in ', contracts), ...leaveSynchronizers(subject)],
      [
        ...targetIsReady(subject),
        ...partiesCanMove(subject),
        ...commandsAreThere(subject),
        comment('2. The parties, each with what the node may do for it'),
        ref('Files').dot('writeString', parties, partiesWritten()),
        stepDone('2', ref('own').dot('size'), ' parties are in ', parties),
        comment('3. Off the synchronizer: from here on nothing changes in what the node holds'),
        ...leaveSynchronizers(subject),
        stepDone('3', 'disconnected'),
        comment('4. The contracts, as of the end of the ledger; what an interrupted run wrote is begun anew'),
        val('end', at.call('ledger_api.state.end')),
        ref('Files').dot('deleteIfExists', ref('partial')),
        exportCall(subject, ref('partial').dot('toString')),
        ref('Files').dot('writeString', offset, ref('end').dot('toString')),
        ref('Files').dot('move', ref('partial'), contracts),
        stepDone('4', 'contracts as of ', ref('end'), ' are in ', contracts),
      ],
    ),
    next('let the new node host the parties; the old one stays as it is, disconnected'),
  ];
}

/** Where the end of the ledger is told only with the commands for tests, it is better refused while nothing has changed. */
function commandsAreThere(subject: Subject): readonly Step[] {
  return ledgerEndNeedsTesting(subject.settings.release) ? [participantOf(subject).call('ledger_api.state.end')] : [];
}

/** A line each: the party, and the permission that the node has. */
function partiesWritten(): Expression {
  return ref('own')
    .dot(
      'map',
      fn('p', (p) => concat(p.dot('party.toProtoPrimitive'), '\t', permissions(p).dot('head'))),
    )
    .dot('mkString', '\n');
}

/** Each line has its own way to say it. */
function exportCall({ settings: { release } }: Subject, exportFilePath: Expression): Expression {
  const parties = ref('own').dot('map', it.dot('party')).dot('toSet');
  const timeout = ref('limit');
  const nonNegative = consoleOn(release).call('NonNegativeLong.tryCreate', { n: ref('end') });
  if (release === '3.3') {
    const at = nodeOn(release, 'participant', ref('node'));
    return at.call('parties.export_acs', { parties, ledgerOffset: nonNegative, exportFilePath, timeout });
  }
  if (release === '3.4') {
    const at = nodeOn(release, 'participant', ref('node'));
    return at.call('repair.export_acs', { parties, ledgerOffset: nonNegative, exportFilePath, timeout });
  }
  const at = nodeOn(release, 'participant', ref('node'));
  return at.call('repair.export_acs', { parties, ledgerOffset: ref('end'), exportFilePath, timeout });
}
