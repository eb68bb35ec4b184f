import { defaultSynchronizerAlias } from '../../plan/defaults';
import { consoleOn, nodeOn } from '../scala/console';
import { blank, comment, type Expression, ifThen, imported, it, ref, type Step, text, val } from '../scala/expression';
import { columns, doneBefore, next, stepDone, stopIf, stopUnless } from '../scala/phrases';
import { isInitialised, isOfInventory } from './preconditions';
import type { Script } from './script';
import { showPing } from './state';
import { nameOf, nodeVal, type Subject } from './subject';
import { waitUntil } from './waiting';

/** The contracts of a participant that is given up, for the one that takes its place. */

/** Takes the old node off its synchronizers and writes the contracts of its parties into a file. */
export function exportContracts(subject: Subject): Script {
  const { index, stem, node } = subject;
  return {
    id: `export-contracts-${index}`,
    name: `export-contracts-${stem}`,
    purpose: `Disconnects ${node.name} and writes the contracts of its parties into a file.`,
    nodes: [index],
    runs: 'remote',
    about: [
      'Disconnects the node from its synchronizers and writes the contracts of all parties it hosts into a file.',
      ...(subject.settings.release === '3.3'
        ? ['It needs canton.features.enable-testing-commands = yes on the node and in the console.']
        : []),
      'It overwrites nothing: a second run stops. After an interruption it goes on where the first one stopped.',
    ],
    body: () => exporting(subject),
  };
}

function exporting(subject: Subject): readonly Step[] {
  const { settings, console, stem } = subject;
  const at = participantOf(subject);
  return [
    imported('java.nio.file.{Files, Paths}'),
    nodeVal(subject),
    val('contracts', path(`contracts-${stem}.gz`)),
    val('partial', path(`contracts-${stem}.gz.part`)),
    longLimit(subject),
    blank,
    comment('1. Preconditions'),
    ...isInitialised(subject),
    ...isOfInventory(subject),
    stopIf(ref('Files').dot('exists', ref('contracts')), 'DONE BEFORE: the contracts are in ', ref('contracts')),
    val('parties', at.call('parties.hosted').dot('map', it.dot('party')).dot('toSet')),
    stopIf(
      ref('parties').dot('isEmpty'),
      nameOf(subject),
      ' hosts no party that it knows of; if it is disconnected, run synchronizers.reconnect_all() on it first',
    ),
    columns('PARTIES', ref('parties').dot('size')),
    blank,
    comment('2. Off the synchronizers: from here on nothing changes in what the node holds'),
    at.call('synchronizers.disconnect_all'),
    waitUntil(console, at.call('synchronizers.list_connected').dot('isEmpty'), nameOf(subject), ' is still connected'),
    stepDone('2', 'disconnected'),
    blank,
    comment('3. The contracts, as of the end of the ledger; what an interrupted run wrote is begun anew'),
    val('offset', at.call('ledger_api.state.end')),
    ref('Files').dot('deleteIfExists', ref('partial')),
    exportCall(settings.release, ref('partial').dot('toString')),
    ref('Files').dot('move', ref('partial'), ref('contracts')),
    stepDone('3', 'contracts as of ', ref('offset'), ' are in ', ref('contracts')),
    next('stop the old node for good; it must never connect again'),
  ];
}

/** Each line has its own way to say it. */
function exportCall(release: Subject['settings']['release'], exportFilePath: Expression): Expression {
  const parties = ref('parties');
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

/** Gives the new node the contracts of the old one. */
export function importContracts(subject: Subject, old: Subject): Script {
  const { index, stem, node } = subject;
  return {
    id: `import-contracts-${index}`,
    name: `import-contracts-${stem}`,
    purpose: `Gives ${node.name} the contracts of ${old.node.name}, and lets it ping.`,
    nodes: [index],
    runs: 'remote',
    about: [
      'Reads the contracts of the old node into the new one, which has connected to its synchronizer once.',
      'It needs canton.features.enable-repair-commands = yes on the node and in the console.',
      'A second run changes nothing. An import that was interrupted is not begun again by itself.',
    ],
    body: () => importing(subject, old.stem),
  };
}

function importing(subject: Subject, stemOfOld: string): readonly Step[] {
  const { console, settings, stem } = subject;
  const at = participantOf(subject);
  const connected = at.call('synchronizers.list_connected');
  const isConnected = () =>
    waitUntil(console, connected.dot('nonEmpty'), nameOf(subject), ' is connected to no synchronizer');
  const { alias, sequencerUrl } = settings.plan.synchronizer;
  const isUnknown = at.call('synchronizers.list_registered').dot('isEmpty');
  const isRegistered = stopIf(
    isUnknown,
    nameOf(subject),
    ' knows no synchronizer: connect it as the old node was, then run this again',
  );
  const register = ifThen(
    isUnknown,
    at.call('synchronizers.connect', {
      synchronizerAlias: text(alias === '' ? defaultSynchronizerAlias : alias, 'synchronizer.alias'),
      connection: text(sequencerUrl, 'synchronizer.sequencerUrl'),
    }),
  );
  return [
    imported('java.nio.file.{Files, Paths}'),
    nodeVal(subject),
    val('contracts', path(`contracts-${stemOfOld}.gz`)),
    val('started', path(`contracts-${stemOfOld}.gz.import-into-${stem}-begun`)),
    val('done', path(`contracts-${stemOfOld}.gz.imported-into-${stem}`)),
    longLimit(subject),
    blank,
    comment('1. Preconditions'),
    ...isInitialised(subject),
    ...isOfInventory(subject),
    stopUnless(ref('Files').dot('isRegularFile', ref('contracts')), 'there is no file ', ref('contracts')),
    ...(sequencerUrl === '' ? [isRegistered] : []),
    ifThen(ref('Files').dot('exists', ref('done')), doneBefore('contracts imported'), [
      stopIf(
        ref('Files').dot('exists', ref('started')),
        ref('started'),
        ' is there: an earlier import was interrupted. See what the node holds before you remove that file',
      ),
      comment('2. Connect once, so that the node knows the synchronizer; then off it, for the import'),
      ...(sequencerUrl === '' ? [] : [register]),
      at.call('synchronizers.reconnect_all'),
      isConnected(),
      val('synchronizer', connected.dot('map', it.dot('synchronizerId')).dot('distinct')),
      stopIf(
        ref('synchronizer').dot('size').ne(1),
        nameOf(subject),
        ' is connected to several synchronizers: this script imports the contracts of one',
      ),
      at.call('synchronizers.disconnect_all'),
      waitUntil(console, connected.dot('isEmpty'), nameOf(subject), ' is still connected'),
      stepDone('2', 'connected once'),
      comment('3. The contracts'),
      ref('Files').dot('createFile', ref('started')),
      importCall(settings.release),
      ref('Files').dot('move', ref('started'), ref('done')),
      stepDone('3', 'contracts imported'),
    ]),
    blank,
    comment('4. Connect again. The new state'),
    at.call('synchronizers.reconnect_all'),
    isConnected(),
    ...showPing(subject),
  ];
}

function importCall(release: Subject['settings']['release']): Expression {
  const importFilePath = ref('contracts').dot('toString');
  if (release === '3.3' || release === '3.4') {
    return nodeOn(release, 'participant', ref('node')).call('repair.import_acs', { importFilePath });
  }
  const at = nodeOn(release, 'participant', ref('node'));
  return at.call('repair.import_acs', { synchronizerId: ref('synchronizer').dot('head'), importFilePath });
}

/** A file in the folder that the console was started in. */
function path(name: string): Expression {
  return ref('Paths').dot('get', name);
}

function participantOf({ settings }: Subject) {
  return nodeOn(settings.release, 'participant', ref('node'));
}

function longLimit({ settings }: Subject): Step {
  return val('limit', consoleOn(settings.release).call('NonNegativeDuration.ofMinutes', { minutes: 60 }), {
    note: 'for each wait, and for the contracts; more where there are very many',
  });
}
