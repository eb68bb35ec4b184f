import type { Release } from '../../canton/releases';
import { type NodeReference, nodeOn } from '../scala/console';
import { Expression, fn, it, lift, not, ref, type Step, text, val } from '../scala/expression';
import { stopIf } from '../scala/phrases';
import { nameOf, type Subject } from './subject';
import { waitUntil } from './waiting';

/** What scripts share that take something from one participant to another: files they hand over, and leaving synchronizers. */

type Participant = NodeReference<Release, 'participant'>;

/** More of anything is not asked for: a script stops before it overlooks something. */
export const mostListed = 10_000;

/** Files in the folder that the console was started in, named after the node that is given up. */
export function handedOver(stem: string): {
  readonly contracts: string;
  /** Where the ledger ended when they were written. */
  readonly offset: string;
  readonly parties: string;
} {
  return { contracts: `contracts-${stem}.gz`, offset: `contracts-${stem}.offset`, parties: `parties-${stem}.tsv` };
}

/** Files that say how far the new node is, for every script that has to know. */
export function markersOf(
  stemOfOld: string,
  stem: string,
): {
  /** It may be a host of some of the parties. */
  readonly begun: string;
  /** It is a host of all of them: what comes from then on waits for it. */
  readonly hosted: string;
  /** The contracts are in it. */
  readonly imported: string;
} {
  const { contracts, parties } = handedOver(stemOfOld);
  const hosted = `${parties}.hosted-by-${stem}`;
  return { begun: `${hosted}.begun`, hosted, imported: `${contracts}.imported-into-${stem}` };
}

/** The files that `isWhole` speaks of. */
export function filesOf(old: Subject, next: Subject): readonly Step[] {
  const { contracts, offset, parties } = handedOver(old.stem);
  const { begun, hosted } = markersOf(old.stem, next.stem);
  return [
    val('contracts', path(contracts)),
    val('offset', path(offset)),
    val('parties', path(parties)),
    val('begun', path(begun)),
    val('announced', path(hosted)),
  ];
}

/**
 * Whether the contracts that were written are all there are. A node that has gone on since has others, until the new one
 * is a host of all parties: what comes then waits for it at the sequencer.
 */
export function isWhole(old: Participant, next: Subject): readonly Step[] {
  const [files, offset] = [ref('Files'), ref('offset')];
  const goneOn = old
    .call('health.is_running')
    .and(not(files.dot('exists', ref('announced'))))
    .and(old.call('ledger_api.state.end').dot('toString').ne(files.dot('readString', offset).dot('trim')));
  const gone = [old.call('name'), ' has been at work since its contracts were written'] as const;
  const remove = ['remove ', ref('contracts'), ', ', offset, ', ', ref('parties')] as const;
  return [
    stopIf(
      goneOn.and(files.dot('exists', ref('begun'))),
      ...gone,
      `, and ${next.node.name} may host some of their parties. Empty its database, give it another identifier, `,
      ...remove,
      ', ',
      ref('begun'),
      ', and begin anew with its identity',
    ),
    stopIf(goneOn, ...gone, ': ', ...remove, ' and export them again'),
  ];
}

/** A file in the folder that the console was started in. */
export function path(name: string): Expression {
  return ref('Paths').dot('get', text(name));
}

export function participantOf({ settings }: Subject) {
  return nodeOn(settings.release, 'participant', ref('node'));
}

/**
 * `hosted`: the parties that the node hosts. The command lists those of every participant whose identifier begins alike,
 * too, such as the other of an old node and its successor. And each participant is a party of its own, which stays with it.
 */
export function hostedParties(at: Participant): Expression {
  const isHere = fn('p', (p) =>
    p
      .dot('participants')
      .dot('exists', it.dot('participant').eq(at.call('id')))
      .and(
        not(
          p.dot('participants').dot(
            'exists',
            fn('h', (h) => h.dot('participant.uid').eq(p.dot('party.uid'))),
          ),
        ),
      ),
  );
  return at.call('parties.hosted', { limit: mostListed }).dot('filter', isHere);
}

/** Takes the node off its synchronizers, so that no restart brings it back. */
export function leaveSynchronizers(subject: Subject): readonly Step[] {
  const at = participantOf(subject);
  return [
    at.call('synchronizers.disconnect_all'),
    waitUntil(
      subject.console,
      at.call('synchronizers.list_connected').dot('isEmpty'),
      nameOf(subject),
      ' is still connected',
    ),
    connectByHand(at, true),
  ];
}

/** Connects the node to the synchronizers that it knows, and lets restarts do so again. */
export function joinSynchronizers(subject: Subject): readonly Step[] {
  return [...connectAgain(participantOf(subject)), isJoined(subject)];
}

/** Connects a node to every synchronizer that it knows, whatever it calls them, and lets restarts do so again. */
export function connectAgain(at: Participant): readonly Expression[] {
  return [connectByHand(at, false), at.call('synchronizers.reconnect_all')];
}

/** Connects the node for as long as the script asks for it: a restart leaves it unconnected. */
export function joinForNow(subject: Subject): readonly Step[] {
  const at = participantOf(subject);
  return [
    ...leaveSynchronizers(subject),
    eachAlias(at, (synchronizerAlias) => at.call('synchronizers.reconnect', { synchronizerAlias })),
    isJoined(subject),
  ];
}

function isJoined(subject: Subject): Expression {
  const connected = participantOf(subject).call('synchronizers.list_connected');
  return waitUntil(subject.console, connected.dot('nonEmpty'), nameOf(subject), ' is connected to no synchronizer');
}

/** Whether a start leaves the node unconnected. */
function connectByHand(at: Participant, manual: boolean): Expression {
  return eachAlias(at, (synchronizerAlias) =>
    at.call('synchronizers.modify', { synchronizerAlias, modifier: manually(manual) }),
  );
}

function eachAlias(at: Participant, does: (alias: Expression) => Expression): Expression {
  return at
    .call('synchronizers.list_registered')
    .dot('map', it.dot('_1.synchronizerAlias'))
    .dot('foreach', fn('alias', does));
}

/** `_.copy(manualConnect = ..)` */
export function manually(manual: boolean): Expression {
  return new Expression({
    kind: 'apply',
    of: it.dot('copy').tree,
    args: [{ name: 'manualConnect', value: lift(manual) }],
  });
}
