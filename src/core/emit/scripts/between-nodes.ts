import type { Release } from '../../canton/releases';
import { type NodeReference, nodeOn } from '../scala/console';
import { Expression, fn, it, lift, not, ref, type Step, text } from '../scala/expression';
import { nameOf, type Subject } from './subject';
import { waitUntil } from './waiting';

/** What scripts share that take something from one participant to another: files they hand over, and leaving synchronizers. */

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

/** Whether a node's ledger has gone on since its contracts were written: then they are not all of them. */
export function hasGoneOn(node: NodeReference<Release, 'participant'>, offset: Expression): Expression {
  return node.call('ledger_api.state.end').dot('toString').ne(ref('Files').dot('readString', offset).dot('trim'));
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
export function hostedParties(subject: Subject): Expression {
  const at = participantOf(subject);
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
    connectByHand(subject, true),
  ];
}

/** Connects the node to the synchronizers that it knows, and lets restarts do so again. */
export function joinSynchronizers(subject: Subject): readonly Step[] {
  return [connectByHand(subject, false), participantOf(subject).call('synchronizers.reconnect_all'), isJoined(subject)];
}

/** Connects the node for as long as the script asks for it: a restart leaves it unconnected. */
export function joinForNow(subject: Subject): readonly Step[] {
  const at = participantOf(subject);
  return [
    ...leaveSynchronizers(subject),
    eachAlias(subject, (synchronizerAlias) => at.call('synchronizers.reconnect', { synchronizerAlias })),
    isJoined(subject),
  ];
}

function isJoined(subject: Subject): Expression {
  const connected = participantOf(subject).call('synchronizers.list_connected');
  return waitUntil(subject.console, connected.dot('nonEmpty'), nameOf(subject), ' is connected to no synchronizer');
}

/** Whether a start leaves the node unconnected. */
function connectByHand(subject: Subject, manual: boolean): Expression {
  const at = participantOf(subject);
  return eachAlias(subject, (synchronizerAlias) =>
    at.call('synchronizers.modify', { synchronizerAlias, modifier: manually(manual) }),
  );
}

function eachAlias(subject: Subject, does: (alias: Expression) => Expression): Expression {
  return participantOf(subject)
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
