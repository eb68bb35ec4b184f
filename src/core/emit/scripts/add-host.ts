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
import {
  handedOver,
  hasGoneOn,
  hostedParties,
  joinForNow,
  leaveSynchronizers,
  participantOf,
  path,
} from './between-nodes';
import { isInitialised } from './preconditions';
import { isOff, type Predecessor } from './predecessor';
import type { Script } from './script';
import { inConsole, nameOf, nodeVal, type Subject } from './subject';
import { limitVal, waitUntil } from './waiting';

/** Makes the new node a host of the parties of its namespace, and takes it off the synchronizer before anything reaches it. */
export function addHost(subject: Subject, old: Predecessor, stemOfOld: string): Script {
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
    body: () => body(subject, old, stemOfOld),
  };
}

/** The marker that the parties are announced: the import asks for it. */
export function hostedMarker(stemOfOld: string, stem: string): string {
  return `${handedOver(stemOfOld).parties}.hosted-by-${stem}`;
}

/** The marker that the contracts are imported. */
export function importedMarker(stemOfOld: string, stem: string): string {
  return `${handedOver(stemOfOld).contracts}.imported-into-${stem}`;
}

function body(subject: Subject, old: Predecessor, stemOfOld: string): readonly Step[] {
  const { console, stem } = subject;
  const at = participantOf(subject);
  const files = handedOver(stemOfOld);
  const [rows, row] = [ref('rows'), ref('row')];
  return [
    imported('java.nio.file.{Files, Paths}'),
    nodeVal(subject),
    val('contracts', path(files.contracts)),
    val('offset', path(files.offset)),
    val('parties', path(files.parties)),
    val('done', path(hostedMarker(stemOfOld, stem))),
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
      ref('Files').dot('exists', path(importedMarker(stemOfOld, stem))),
      'DONE BEFORE: the contracts are imported, and the node is to stay connected',
    ),
    stopUnless(
      ref('Files').dot('exists', ref('contracts')),
      'there is no file ',
      ref('contracts'),
      ': export the contracts first',
    ),
    stopUnless(ref('Files').dot('exists', ref('parties')), 'there is no file ', ref('parties')),
    hasNotGoneOn(subject, old),
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
    ifThen(ref('Files').dot('exists', ref('done')), doneBefore('the parties are hosted by ', nameOf(subject)), [
      ...joinForNow(subject),
      val('synchronizer', at.call('synchronizers.list_connected').dot('map', it.dot('synchronizerId')).dot('distinct')),
      stopIf(
        ref('synchronizer').dot('size').ne(1),
        nameOf(subject),
        ' is connected to several synchronizers: these parties are of one',
      ),
      comment('3. The parties, each with one more host'),
      def('hosting', hostedParties(subject).dot('map', it.dot('party')).dot('toSet')),
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
      ref('Files').dot('createFile', ref('done')),
    ]),
    blank,
    comment('4. Off it, until the contracts are there'),
    ...leaveSynchronizers(subject),
    columns('STATE', rows.dot('size'), 'parties hosted, disconnected'),
    next('back up the database of ', nameOf(subject), ', then import the contracts'),
  ];
}

/** What the old node did after its contracts were written is in no file. */
function hasNotGoneOn({ settings }: Subject, { node, index }: Predecessor): Expression {
  const at = nodeOn(settings.release, 'participant', inConsole(settings, node, index));
  return stopIf(
    at.call('health.is_running').and(hasGoneOn(at, ref('offset'))),
    node.name,
    ' has been at work since its contracts were written: run the script before this one again',
  );
}

function storeOf({ settings: { release } }: Subject): Expression {
  const id = ref('synchronizer').dot('head');
  return release === '3.3'
    ? consoleOn(release).call('TopologyStoreId.Synchronizer', { id })
    : consoleOn(release).call('TopologyStoreId.Synchronizer', { synchronizerId: id });
}
