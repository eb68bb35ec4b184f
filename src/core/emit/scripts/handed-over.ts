import { ifThen, not, ref, type Step, val } from '../scala/expression';
import { stop, stopIf } from '../scala/phrases';
import type { Participant } from './between-nodes';
import { exists, inFolder } from './files';
import type { Subject } from './subject';

/** The files that one script hands over to the next where a node takes the place of another. */

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
    val('contracts', inFolder(contracts)),
    val('offset', inFolder(offset)),
    val('parties', inFolder(parties)),
    val('begun', inFolder(begun)),
    val('announced', inFolder(hosted)),
  ];
}

/**
 * Whether the contracts that were written are all there are. A node that has gone on since has others, until the new one
 * is a host of all parties: what comes then waits for it at the sequencer.
 */
export function isWhole(old: Participant, next: Subject): Step {
  const offset = ref('offset');
  const goneOn = old
    .call('health.is_running')
    .and(not(exists(ref('announced'))))
    .and(old.call('ledger_api.state.end').dot('toString').ne(ref('Files').dot('readString', offset).dot('trim')));
  const gone = [old.call('name'), ' has been at work since its contracts were written'] as const;
  const remove = ['remove ', ref('contracts'), ', ', offset, ', ', ref('parties')] as const;
  return ifThen(goneOn, [
    stopIf(
      exists(ref('begun')),
      ...gone,
      `, and ${next.node.name} may host some of their parties. Empty its database, give it another identifier, `,
      ...remove,
      ', ',
      ref('begun'),
      ', and begin anew with its identity',
    ),
    stop(...gone, ': ', ...remove, ' and export them again'),
  ]);
}
