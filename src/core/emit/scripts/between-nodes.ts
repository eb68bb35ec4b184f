import type { Release } from '../../canton/releases';
import { type NodeReference, nodeOn } from '../scala/console';
import { Expression, fn, it, lift, not, ref, type Step } from '../scala/expression';
import { nameOf, type Subject } from './subject';
import { waitUntil } from './waiting';

/** What scripts share that take something from one participant to another: whom it hosts, and its synchronizers. */

export type Participant = NodeReference<Release, 'participant'>;

/** More of anything is not asked for: a script stops before it overlooks something. */
export const mostListed = 10_000;

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
  return aliasesOf(at.call('synchronizers.list_registered')).dot('foreach', fn('alias', does));
}

/** What a node calls its synchronizers, of the list of those that are registered. */
export function aliasesOf(registered: Expression): Expression {
  return registered.dot('map', it.dot('_1.synchronizerAlias'));
}

/** The ids of registered synchronizers: a node that has been connected keeps what it learnt then. */
export function knownIdsOf(registered: Expression): Expression {
  return registered.dot('flatMap', it.dot('_2.toOption')).dot('map', it.dot('logical'));
}

/** The ids of synchronizers, of the list of those that are connected: one may be so in several ways. */
export function idsOf(connected: Expression): Expression {
  return connected.dot('map', it.dot('synchronizerId')).dot('distinct');
}

/** `_.copy(manualConnect = ..)` */
export function manually(manual: boolean): Expression {
  return new Expression({
    kind: 'apply',
    of: it.dot('copy').tree,
    args: [{ name: 'manualConnect', value: lift(manual) }],
  });
}
