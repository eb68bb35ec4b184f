import { consoleOn } from '../scala/console';
import {
  blank,
  comment,
  type Expression,
  fn,
  ifThen,
  imported,
  it,
  not,
  ref,
  type Step,
  seq,
  tuple,
  val,
} from '../scala/expression';
import { columns, doneBefore, next, stepDone, stopIf, stopUnless } from '../scala/phrases';
import { idsOf, manually } from './between-nodes';
import { exists, inFolder, written, writtenText } from './files';
import {
  areInitialised,
  type Ends,
  endVals,
  hostedBy,
  hostedOf,
  isNotPruning,
  missingPackages,
  oneAlias,
  oneSynchronizer,
  type Since34,
  staysOff,
} from './moving';
import { defProposal, hostingFile, listedParties, listVal, offsetName, shown } from './moving-files';
import type { Script } from './script';
import { nameOf } from './subject';
import { limitVal, waitUntil } from './waiting';

/** The new node offers to host each party, and leaves its synchronizer before any of them can agree. */
export function offerHosting(ends: Ends): Script {
  const { old, next: to } = ends;
  return {
    id: `offer-hosting-${to.index}`,
    name: `offer-${to.stem}`,
    purpose: `Lets ${to.node.name} offer to host the parties, takes it off its synchronizer, and writes what the parties sign.`,
    nodes: [to.index, old.index],
    runs: 'remote',
    about: [
      `The new node offers to host each party of parties-${old.stem}.txt, marked as being onboarded; then it is disconnected, and stays so at a restart.`,
      'For each party it writes hosting-<party>.proposal, which is loaded later, and hosting-<party>.hash, which the party signs.',
      'It overwrites nothing, and a second run changes nothing. After an interruption it goes on where the first one stopped.',
    ],
    body: () => offering(ends),
  };
}

function offering(ends: Ends): readonly Step[] {
  const { old, next: to, source, target } = ends;
  const targetId = target.call('id');
  const connected = target.call('synchronizers.list_connected');
  const isThere = fn('p', (p) => hostedBy(p, targetId));
  return [
    imported('java.nio.file.{Files, Paths}'),
    ...endVals(ends),
    listVal(ends),
    val('offset', inFolder(offsetName(ends))),
    limitVal(old.console),
    blank,
    comment('1. Preconditions'),
    ...areInitialised(ends),
    ...oneSynchronizer(ends),
    ...oneAlias(ends),
    ...listedParties(ends),
    defProposal(ends),
    val('hosted', hostedOf(ends)),
    ref('parties').dot(
      'foreach',
      fn('p', (p) => [
        stopIf(
          p.dot('namespace').eq(source.call('namespace')),
          shown(p),
          ' is a local party of ',
          nameOf(old),
          ': with other keys it would be another party; take it out of ',
          ref('list'),
        ),
        stopUnless(hostedBy(p, source.call('id')), nameOf(old), ' does not host ', shown(p)),
      ]),
    ),
    val('there', ref('parties').dot('filter', isThere)),
    ifThen(
      ref('there').dot('size').eq(ref('parties').dot('size')),
      doneBefore(nameOf(to), ' hosts every party of ', ref('list')),
      [
        stopIf(
          ref('there').dot('nonEmpty').and(connected.dot('nonEmpty')),
          nameOf(to),
          ' is in use, and hosts ',
          ref('there').dot('map', shown(it)).dot('mkString', ', '),
          ': take out of ',
          ref('list'),
          ' what was moved in an earlier round',
        ),
        ...offers(ends),
        ...isolation(ends),
      ],
    ),
    next('each party signs its hash; the signature goes into this folder, under the name that the runbook says'),
  ];
}

function offers(ends: Ends): readonly Step[] {
  const { old, next: to, target, release } = ends;
  const console = consoleOn<Since34>(release);
  const connected = idsOf(target.call('synchronizers.list_connected'));
  const offered = (p: Expression) => exists(inFolder(hostingFile(p, '.hash')));
  const proposal = target.call('topology.party_to_participant_mappings.propose_delta', {
    party: ref('p'),
    adds: seq(tuple(target.call('id'), console.call('ParticipantPermission.Confirmation'))),
    store: ref('store'),
    requiresPartyToBeOnboarded: true,
  });
  const partial = hostingFile(ref('p'), '.proposal.part');
  return [
    comment('2. The offers: with the mark the new node confirms nothing before it has the contracts'),
    val('unoffered', ref('parties').dot('filterNot', fn('p', offered))),
    ifThen(ref('unoffered').dot('isEmpty'), doneBefore('hosting offered'), [
      stopUnless(
        connected.eq(ref('connected')),
        nameOf(to),
        ' is not connected to ',
        ref('synchronizerId'),
        ' alone; what was not offered before it was disconnected is moved in a later round: take it out of ',
        ref('list'),
      ),
      ...missingPackages(ends),
      stopIf(
        ref('missing').dot('nonEmpty'),
        nameOf(to),
        ' lacks ',
        ref('missing').dot('size'),
        ' packages that ',
        nameOf(old),
        ' has vetted: upload the same DARs first, which the script that lists the parties names',
      ),
      isNotPruning(ends),
      ref('unoffered').dot(
        'foreach',
        fn('p', (p) => [
          ifThen(not(exists(inFolder(hostingFile(p, '.proposal')))), [
            proposal.dot('writeToFile', partial),
            ref('Files').dot('move', inFolder(partial), inFolder(hostingFile(p, '.proposal'))),
          ]),
          written(
            hostingFile(p, '.hash'),
            ref('proposalOf').of(p).dot('hash.hash.getCryptographicEvidence.toByteArray'),
          ),
          stepDone('2', shown(p), ' is to sign ', hostingFile(p, '.hash')),
        ]),
      ),
    ]),
  ];
}

/** Only what the old node sees after this can be an agreement: so the place in its ledger is taken last. */
function isolation(ends: Ends): readonly Step[] {
  const { old, next: to, source, target } = ends;
  const connected = target.call('synchronizers.list_connected');
  return [
    comment('3. Off the synchronizer, also after a restart'),
    target.call('synchronizers.disconnect_all'),
    ifThen(
      not(staysOff(ends)),
      target.call('synchronizers.modify', { synchronizerAlias: ref('alias'), modifier: manually(true) }),
    ),
    waitUntil(to.console, connected.dot('isEmpty'), nameOf(to), ' is still connected'),
    stepDone('3', nameOf(to), ' is off its synchronizer'),
    comment('4. Where the ledger of the old node ends before a party agrees'),
    ifThen(exists(ref('offset')), doneBefore('the place is in ', ref('offset')), [
      writtenText(ref('offset'), source.call('ledger_api.state.end').dot('toString')),
      stepDone('4', 'the place is in ', ref('offset')),
    ]),
    columns('STATE', nameOf(to), 'connected', connected.dot('nonEmpty')),
    columns('STATE', nameOf(old), 'offset', ref('Files').dot('readString', ref('offset'))),
  ];
}
