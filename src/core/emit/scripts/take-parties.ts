import { nodeOn } from '../scala/console';
import {
  blank,
  block,
  comment,
  type Expression,
  fn,
  ifThen,
  imported,
  it,
  not,
  ref,
  type Step,
  some,
  val,
} from '../scala/expression';
import { columns, doneBefore, next, stepDone, stop, stopIf, stopUnless } from '../scala/phrases';
import { knownIdsOf, manually } from './between-nodes';
import { exists, inFolder, writtenText } from './files';
import { defHost, type Ends, endVals, isIsolated, oneAlias, staysOff, storeVal } from './moving';
import { contractsFile, listedParties, listVal, shown } from './moving-files';
import { isInitialised } from './preconditions';
import type { Script } from './script';
import { nameOf } from './subject';
import { limitVal, waitUntil } from './waiting';

/** The new node takes the contracts of the parties, and hosts them from then on. */
export function takeParties(ends: Ends): Script {
  const { old, next: to } = ends;
  return {
    id: `take-parties-${to.index}`,
    name: `take-${to.stem}`,
    purpose: `Gives ${to.node.name} the contracts of the parties, connects it, and ends their onboarding.`,
    nodes: [to.index],
    runs: 'remote',
    about: [
      `Reads the contracts of each party of parties-${old.stem}.txt into the new node, which is off its synchronizer, and connects it again.`,
      'Then it ends the onboarding of each party, which takes as long as transactions may still be decided that began before.',
      'A second run changes nothing. An import that was interrupted is not begun again by itself.',
    ],
    body: () => taking(ends),
  };
}

function taking(ends: Ends): readonly Step[] {
  const { next: to, target } = ends;
  const connected = target.call('synchronizers.list_connected');
  const isImported = fn('p', (p) => exists(inFolder(importedFile(ends, p))));
  return [
    imported('java.nio.file.{Files, Paths}'),
    ...endVals(ends, 'target'),
    listVal(ends),
    val('before', inFolder(`reconnecting-${to.stem}.offset`)),
    limitVal(to.console),
    blank,
    comment('1. Preconditions'),
    ...isInitialised(to),
    ...oneAlias(ends),
    val('synchronizerId', knownId(ends)),
    storeVal(ends.release),
    ...listedParties(ends),
    defHost(ends, ends.target),
    ref('parties').dot(
      'foreach',
      fn('p', (p) => [
        stopUnless(
          ref('Files').dot('isRegularFile', inFolder(contractsFile(p))),
          'there is no file ',
          contractsFile(p),
        ),
        stopIf(
          exists(inFolder(begunFile(ends, p))),
          begunFile(ends, p),
          ' is there: an earlier import was interrupted. Restore the backup of ',
          nameOf(to),
          ` before you remove that file, and with it every file that ends in .imported-into-${to.stem}`,
        ),
      ]),
    ),
    val('unfinished', ref('parties').dot('filterNot', isImported)),
    blank,
    comment('2. The contracts'),
    ifThen(ref('unfinished').dot('isEmpty'), doneBefore('contracts imported'), [
      ...isIsolated(ends),
      ref('unfinished').dot(
        'foreach',
        fn('p', (p) => [
          ref('Files').dot('createFile', inFolder(begunFile(ends, p))),
          importCall(ends, p),
          ref('Files').dot('move', inFolder(begunFile(ends, p)), inFolder(importedFile(ends, p))),
          stepDone('2', shown(p), ' imported'),
        ]),
      ),
    ]),
    blank,
    comment('3. Connect again. Where the ledger ended before is where the end of the onboarding is looked for from'),
    ifThen(not(exists(ref('before'))), writtenText(ref('before'), target.call('ledger_api.state.end').dot('toString'))),
    ifThen(
      staysOff(ends),
      target.call('synchronizers.modify', { synchronizerAlias: ref('alias'), modifier: manually(false) }),
    ),
    ifThen(connected.dot('isEmpty'), target.call('synchronizers.reconnect_all')),
    waitUntil(to.console, connected.dot('nonEmpty'), nameOf(to), ' is connected to no synchronizer'),
    stepDone('3', nameOf(to), ' is connected'),
    blank,
    comment('4. The end of the onboarding: from then on the new node confirms for the party'),
    ref('parties').dot(
      'foreach',
      fn('p', (p) => cleared(ends, p)),
    ),
    columns('STATE', 'ping', target.call('health.ping', { participantId: target })),
    next(
      'start the other replicas of ',
      nameOf(to),
      ' if there are any, and back it up before the old node is given up',
    ),
  ];
}

/** The node is off its synchronizer here. */
function knownId({ next: to, target }: Ends): Expression {
  return knownIdsOf(target.call('synchronizers.list_registered'))
    .dot('headOption')
    .dot('getOrElse', stop(nameOf(to), ' has never been connected to its synchronizer'));
}

/** Both lines' answers say the same by different types; the synchronizer says it on both alike. */
function cleared({ next: to, target }: Ends, p: Expression): readonly Step[] {
  const host = ref('hostOf').of(p);
  const isMarked = host.dot('exists', it.dot('onboarding'));
  const isClear = host.dot(
    'exists',
    fn('h', (h) => not(h.dot('onboarding'))),
  );
  return [
    ifThen(isClear, doneBefore(shown(p), ' is onboarded'), [
      waitUntil(
        to.console,
        block([
          ifThen(
            isMarked,
            target.call('parties.clear_party_onboarding_flag', {
              party: p,
              synchronizerId: ref('synchronizerId'),
              beginOffsetExclusive: ref('Files').dot('readString', ref('before')).dot('trim.toLong'),
            }),
          ),
          isClear,
        ]),
        shown(p),
        ' is still being onboarded by ',
        nameOf(to),
        ', which the node goes on to end by itself,',
      ),
      stepDone('4', shown(p), ' is onboarded'),
    ]),
    host.dot(
      'foreach',
      fn('h', (h) => columns('STATE', 'hosts', shown(p), h.dot('permission'), h.dot('onboarding'))),
    ),
  ];
}

function importCall({ release, target }: Ends, p: Expression): Expression {
  const importFilePath = contractsFile(p);
  if (release === '3.4') {
    return nodeOn(release, 'participant', ref('target')).call('parties.import_party_acs', { importFilePath });
  }
  return nodeOn(release, 'participant', target).call('parties.import_party_acs', {
    synchronizerId: ref('synchronizerId'),
    party: some(p),
    importFilePath,
  });
}

const begunFile = ({ next: to }: Ends, p: Expression) => contractsFile(p, `.import-into-${to.stem}-begun`);
const importedFile = ({ next: to }: Ends, p: Expression) => contractsFile(p, `.imported-into-${to.stem}`);
