import { consoleOn, nodeOn } from '../scala/console';
import {
  blank,
  comment,
  def,
  type Expression,
  fn,
  ifThen,
  imported,
  it,
  ref,
  type Step,
  seq,
  tuple,
  val,
} from '../scala/expression';
import { columns, doneBefore, next, stepDone, stopIf, stopUnless } from '../scala/phrases';
import { hostedParties, idsOf, joinForNow, leaveSynchronizers, participantOf } from './between-nodes';
import { exists, inFolder } from './files';
import { filesOf, isWhole, markersOf } from './handed-over';
import { isInitialised } from './preconditions';
import { isOff } from './predecessor';
import type { Script } from './script';
import { inConsole, nameOf, nodeVal, type Subject } from './subject';
import { limitVal, waitUntil } from './waiting';

/** Makes the new node a host of the parties of its namespace, and takes it off the synchronizer before anything reaches it. */
export function addHost(subject: Subject, old: Subject): Script {
  const { index, stem, node } = subject;
  return {
    id: `host-parties-${index}`,
    name: `host-parties-${stem}`,
    purpose: `Makes ${node.name} a host of the parties of ${old.node.name}, and disconnects it for the import of their contracts.`,
    nodes: [index, old.index],
    runs: 'remote',
    about: [
      'Announces the new node as one more host of the parties, and disconnects it: what happens from then on waits for it at',
      'the sequencer until their contracts are imported.',
      'A second run changes nothing; after an interruption it goes on where the first one stopped.',
    ],
    body: () => body(subject, old),
  };
}

function body(subject: Subject, old: Subject): readonly Step[] {
  const { console, stem, settings } = subject;
  const at = participantOf(subject);
  const [rows, row] = [ref('rows'), ref('row')];
  return [
    imported('java.nio.file.{Files, Paths}'),
    nodeVal(subject),
    ...filesOf(old, subject),
    limitVal(console),
    val(
      'permissions',
      ref('Map').of(
        tuple('Submission', console.call('ParticipantPermission.Submission')),
        tuple('Confirmation', console.call('ParticipantPermission.Confirmation')),
        tuple('Observation', console.call('ParticipantPermission.Observation')),
      ),
    ),
    blank,
    comment('1. Preconditions'),
    ...isInitialised(subject),
    isOff(subject, old),
    stopIf(
      exists(inFolder(markersOf(old.stem, stem).imported)),
      'DONE BEFORE: the contracts are imported, and the node is to stay connected',
    ),
    stopUnless(exists(ref('contracts')), 'there is no file ', ref('contracts'), ': export the contracts first'),
    stopUnless(exists(ref('parties')), 'there is no file ', ref('parties')),
    isWhole(nodeOn(settings.release, 'participant', inConsole(settings, old.node, old.index)), subject),
    comment('A party and a permission on each line'),
    val(
      'rows',
      ref('Files')
        .dot('readString', ref('parties'))
        .dot('split', '\n')
        .dot('toSeq')
        .dot('map', it.dot('split', '\t'))
        .dot(
          'map',
          fn('row', (cells) => tuple(console.call('PartyId.tryFromProtoPrimitive', { str: cells.of(0) }), cells.of(1))),
        ),
    ),
    rows.dot(
      'foreach',
      fn('row', () => [
        stopUnless(
          ref('permissions').dot('contains', row.dot('_2')),
          row.dot('_1'),
          ' has no permission that is known: ',
          row.dot('_2'),
        ),
        stopIf(
          row.dot('_1.namespace').ne(at.call('namespace')),
          row.dot('_1'),
          ' is not of the namespace of ',
          nameOf(subject),
        ),
      ]),
    ),
    blank,
    comment('2. On the synchronizer, for as long as it takes'),
    ifThen(exists(ref('announced')), doneBefore('the parties are hosted by ', nameOf(subject)), [
      ...joinForNow(subject),
      val('synchronizer', idsOf(at.call('synchronizers.list_connected'))),
      stopIf(
        ref('synchronizer').dot('size').ne(1),
        nameOf(subject),
        ' is connected to several synchronizers: these parties are of one',
      ),
      comment('3. The parties, each with one more host'),
      def('hosting', hostedParties(at).dot('map', it.dot('party')).dot('toSet')),
      ref('Files').dot('writeString', ref('begun'), ''),
      rows.dot(
        'foreach',
        fn('row', () =>
          ifThen(ref('hosting').dot('contains', row.dot('_1')), doneBefore(row.dot('_1')), [
            at.call('topology.party_to_participant_mappings.propose_delta', {
              party: row.dot('_1'),
              adds: seq(tuple(at.call('id'), ref('permissions').of(row.dot('_2')))),
              mustFullyAuthorize: true,
              store: storeOf(subject),
            }),
            stepDone('3', row.dot('_1'), ', ', row.dot('_2')),
          ]),
        ),
      ),
      waitUntil(
        console,
        rows.dot(
          'forall',
          fn('row', () => ref('hosting').dot('contains', row.dot('_1'))),
        ),
        'the synchronizer does not show ',
        nameOf(subject),
        ' as a host of all parties',
      ),
      ref('Files').dot('createFile', ref('announced')),
    ]),
    blank,
    comment('4. Off it, until the contracts are there'),
    ...leaveSynchronizers(subject),
    columns('STATE', rows.dot('size'), 'parties hosted, disconnected'),
    next('back up the database of ', nameOf(subject), ', then import the contracts'),
  ];
}

function storeOf({ settings: { release } }: Subject): Expression {
  const id = ref('synchronizer').dot('head');
  return release === '3.3'
    ? consoleOn(release).call('TopologyStoreId.Synchronizer', { id })
    : consoleOn(release).call('TopologyStoreId.Synchronizer', { synchronizerId: id });
}
