import { consoleOn, nodeOn } from '../scala/console';
import { blank, comment, concat, type Expression, fn, imported, it, ref, type Step, val } from '../scala/expression';
import { columns, next, stepDone, stopIf, stopUnless } from '../scala/phrases';
import {
  handedOver,
  hostedParties,
  leaveSynchronizers,
  longLimit,
  mostListed,
  participantOf,
  path,
} from './between-nodes';
import { isInitialised, isOfInventory } from './preconditions';
import type { Script } from './script';
import { inConsole, nameOf, nodeVal, type Subject } from './subject';

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
      ...(settings.release === '3.3'
        ? ['It needs canton.features.enable-testing-commands = yes on the node and in the console.']
        : []),
      'It overwrites no contracts: a second run stops. After an interruption it goes on where the first one stopped.',
    ],
    body: () => body(subject, successor),
  };
}

function body(subject: Subject, successor: Subject): readonly Step[] {
  const at = participantOf(subject);
  const files = handedOver(subject.stem);
  return [
    imported('java.nio.file.{Files, Paths}'),
    nodeVal(subject),
    val('target', inConsole(subject.settings, successor.node, successor.index), {
      note: 'the node that takes its place',
    }),
    val('contracts', path(files.contracts)),
    val('partial', path(`${files.contracts}.part`)),
    val('parties', path(files.parties)),
    longLimit(subject),
    blank,
    comment('1. Preconditions'),
    ...isInitialised(subject),
    ...isOfInventory(subject),
    stopIf(ref('Files').dot('exists', ref('contracts')), 'DONE BEFORE: the contracts are in ', ref('contracts')),
    ...targetIsReady(subject),
    ...partiesCanMove(subject),
    blank,
    comment('2. The parties, each with what the node may do for it'),
    ref('Files').dot('writeString', ref('parties'), partiesWritten()),
    stepDone('2', ref('own').dot('size'), ' parties are in ', ref('parties')),
    blank,
    comment('3. Off the synchronizer: from here on nothing changes in what the node holds'),
    ...leaveSynchronizers(subject),
    stepDone('3', 'disconnected'),
    blank,
    comment('4. The contracts, as of the end of the ledger; what an interrupted run wrote is begun anew'),
    val('offset', at.call('ledger_api.state.end')),
    ref('Files').dot('deleteIfExists', ref('partial')),
    exportCall(subject, ref('partial').dot('toString')),
    ref('Files').dot('move', ref('partial'), ref('contracts')),
    stepDone('4', 'contracts as of ', ref('offset'), ' are in ', ref('contracts')),
    next('leave the old node as it is; it must not connect again, but to go back'),
  ];
}

/** The new node runs beside the old one, on the same synchronizer, with the same packages. */
function targetIsReady(subject: Subject): readonly Step[] {
  const { settings } = subject;
  const at = participantOf(subject);
  const target = nodeOn(settings.release, 'participant', ref('target'));
  const name = target.call('name');
  const synchronizers = (of: typeof at) =>
    of.call('synchronizers.list_connected').dot('map', it.dot('synchronizerId')).dot('distinct');
  const packages = (of: typeof at) => of.call('dars.list', { limit: mostListed });
  return [
    stopUnless(target.call('health.is_running'), name, ' does not answer'),
    stopUnless(target.call('health.initialized'), name, ' is not initialised'),
    stopIf(
      target.call('namespace').ne(at.call('namespace')),
      name,
      ' has another namespace than ',
      nameOf(subject),
      ': it can not host its parties',
    ),
    stopIf(
      target.call('uid').eq(at.call('uid')),
      name,
      ' has the identity of ',
      nameOf(subject),
      ': give it an identifier of its own',
    ),
    val('here', synchronizers(at)),
    val('there', synchronizers(target)),
    stopIf(
      ref('here').dot('size').op('>', 1),
      nameOf(subject),
      ' is connected to several synchronizers: these files are for one',
    ),
    stopIf(ref('there').dot('size').ne(1), name, ' is not connected to one synchronizer'),
    stopIf(
      ref('here')
        .dot('nonEmpty')
        .and(ref('here').ne(ref('there'))),
      'the two nodes are connected to different synchronizers',
    ),
    val('packages', packages(target).dot('map', it.dot('mainPackageId')).dot('toSet')),
    val(
      'missing',
      packages(at).dot(
        'filterNot',
        fn('d', (d) => ref('packages').dot('contains', d.dot('mainPackageId'))),
      ),
    ),
    stopIf(
      ref('missing').dot('nonEmpty'),
      name,
      ' lacks packages; upload there: ',
      ref('missing')
        .dot(
          'map',
          fn('d', (d) => concat(d.dot('name'), ' ', d.dot('version'))),
        )
        .dot('mkString', ', '),
    ),
  ];
}

/** The parties of the node's namespace, each hosted by it alone; it stands for itself, and the others have keys of their own. */
function partiesCanMove(subject: Subject): readonly Step[] {
  const at = participantOf(subject);
  const isOwn = fn('p', (p) => p.dot('party.namespace').eq(at.call('namespace')));
  const names = (parties: Expression) => parties.dot('map', it.dot('party.toProtoPrimitive')).dot('mkString', ', ');
  return [
    val('hosted', hostedParties(subject)),
    stopIf(
      at.call('parties.hosted', { limit: mostListed }).dot('size').op('>=', mostListed),
      `there are ${mostListed} parties or more: this script would overlook some`,
    ),
    val('own', ref('hosted').dot('filter', isOwn)),
    stopIf(
      ref('own').dot('isEmpty'),
      nameOf(subject),
      ' hosts no party of its namespace that it knows of; if it is disconnected, run synchronizers.reconnect_all() on it first',
    ),
    val('shared', ref('own').dot('filter', it.dot('participants.size').op('>', 1))),
    stopIf(
      ref('shared').dot('nonEmpty'),
      'other participants host these, too: ',
      names(ref('shared')),
      '; this script would take them away from there',
    ),
    val(
      'unclear',
      ref('own').dot(
        'filter',
        fn('p', (p) => permissions(p).dot('size').ne(1)),
      ),
    ),
    stopIf(ref('unclear').dot('nonEmpty'), nameOf(subject), ' has not one permission for ', names(ref('unclear'))),
    ref('hosted')
      .dot(
        'filter',
        fn('p', (p) => p.dot('party.namespace').ne(at.call('namespace'))),
      )
      .dot(
        'foreach',
        fn('p', (p) =>
          columns('STAYS', p.dot('party.toProtoPrimitive'), 'it has keys of its own and moves another way'),
        ),
      ),
    columns('PARTIES', ref('own').dot('size')),
  ];
}

/** What the node may do for a party. */
function permissions(party: Expression): Expression {
  return party
    .dot('participants')
    .dot('flatMap', it.dot('synchronizers'))
    .dot('map', it.dot('permission.toString'))
    .dot('distinct');
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
  const nonNegative = consoleOn(release).call('NonNegativeLong.tryCreate', { n: ref('offset') });
  if (release === '3.3') {
    const at = nodeOn(release, 'participant', ref('node'));
    return at.call('parties.export_acs', { parties, ledgerOffset: nonNegative, exportFilePath, timeout });
  }
  if (release === '3.4') {
    const at = nodeOn(release, 'participant', ref('node'));
    return at.call('repair.export_acs', { parties, ledgerOffset: nonNegative, exportFilePath, timeout });
  }
  const at = nodeOn(release, 'participant', ref('node'));
  return at.call('repair.export_acs', { parties, ledgerOffset: ref('offset'), exportFilePath, timeout });
}
