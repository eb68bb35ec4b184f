import { nodeOn } from '../scala/console';
import { blank, comment, type Expression, ifThen, imported, ref, type Step, val } from '../scala/expression';
import { columns, doneBefore, stepDone, stopIf, stopUnless } from '../scala/phrases';
import { hostedParties, joinSynchronizers, knownIdsOf, participantOf } from './between-nodes';
import { exists, inFolder } from './files';
import { handedOver, markersOf } from './handed-over';
import { isInitialised } from './preconditions';
import { isOff } from './predecessor';
import type { Script } from './script';
import { showPing } from './state';
import { nameOf, nodeVal, type Subject } from './subject';
import { limitVal } from './waiting';

/** Gives the new node the contracts of the old one's parties, and connects it again. */
export function importContracts(subject: Subject, old: Subject): Script {
  const { index, stem, node } = subject;
  return {
    id: `import-contracts-${index}`,
    name: `import-contracts-${stem}`,
    purpose: `Gives ${node.name} the contracts of ${old.node.name}, connects it, and lets it ping.`,
    nodes: [index],
    runs: 'remote',
    about: [
      'Reads the contracts of the old node into the new one, which hosts their parties and is disconnected; then connects it.',
      'It needs canton.features.enable-repair-commands = yes on the node and in the console.',
      'A second run changes nothing. An import that was interrupted is not begun again by itself.',
    ],
    body: () => body(subject, old),
  };
}

function body(subject: Subject, old: Subject): readonly Step[] {
  const { stem } = subject;
  const at = participantOf(subject);
  const { contracts } = handedOver(old.stem);
  const { hosted, imported: done } = markersOf(old.stem, stem);
  return [
    imported('java.nio.file.{Files, Paths}'),
    nodeVal(subject),
    val('contracts', inFolder(contracts)),
    val('started', inFolder(`${contracts}.import-into-${stem}-begun`)),
    val('done', inFolder(done)),
    limitVal(subject.console),
    blank,
    comment('1. Preconditions'),
    ...isInitialised(subject),
    stopUnless(ref('Files').dot('isRegularFile', ref('contracts')), 'there is no file ', ref('contracts')),
    stopUnless(
      exists(inFolder(hosted)),
      nameOf(subject),
      ' does not host the parties yet: run the script before this one first',
    ),
    blank,
    comment('2. The contracts'),
    ifThen(exists(ref('done')), doneBefore('contracts imported'), [
      stopIf(
        exists(ref('started')),
        ref('started'),
        ' is there: an earlier import was interrupted. Restore the backup from before it, then remove that file',
      ),
      isOff(subject, old),
      stopIf(
        at.call('synchronizers.list_connected').dot('nonEmpty'),
        nameOf(subject),
        ' is connected: run synchronizers.disconnect_all() on it first',
      ),
      ...synchronizerOf(subject),
      ref('Files').dot('createFile', ref('started')),
      importCall(subject),
      ref('Files').dot('move', ref('started'), ref('done')),
      stepDone('2', 'contracts imported'),
    ]),
    blank,
    comment('3. Connect. The new state'),
    ...joinSynchronizers(subject),
    columns('STATE', 'parties', hostedParties(at).dot('size')),
    ...showPing(subject),
  ];
}

/** `synchronizer`, where the import has to be told: the one that the node has been connected to. */
function synchronizerOf(subject: Subject): readonly Step[] {
  const { release } = subject.settings;
  if (release === '3.3' || release === '3.4') return [];
  const at = nodeOn(release, 'participant', ref('node'));
  return [
    val('synchronizer', knownIdsOf(at.call('synchronizers.list_registered')).dot('distinct')),
    stopIf(
      ref('synchronizer').dot('size').ne(1),
      nameOf(subject),
      ' knows several synchronizers, or none: these contracts are of one',
    ),
  ];
}

function importCall({ settings: { release } }: Subject): Expression {
  const importFilePath = ref('contracts').dot('toString');
  if (release === '3.3' || release === '3.4') {
    return nodeOn(release, 'participant', ref('node')).call('repair.import_acs', { importFilePath });
  }
  const at = nodeOn(release, 'participant', ref('node'));
  return at.call('repair.import_acs', { synchronizerId: ref('synchronizer').dot('head'), importFilePath });
}
