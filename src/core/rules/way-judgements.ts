import { assetTransferSource, localPartiesSource, newNodeSource, partyReplicationSource } from '../canton/migration';
import { concluded, type Source } from '../canton/sources';
import type { Plan } from '../plan/plan';
import type { MigrationFacts } from '../plan/task';
import type { Roots } from './roots';

/** What speaks for or against a way, and where that is written. */
export type Argument = { readonly text: string; readonly source: Source };

/** What the judgement of a way rests on. */
export type State = { readonly plan: Plan; readonly facts: MigrationFacts; readonly roots: Roots };

export type Judgement = { readonly against: readonly Argument[]; readonly mind: readonly Argument[] };

export function argument(text: string, source: Source): Argument {
  return { text, source };
}

/** Whether parties can be hosted by another node. */
export function transfer({ plan, facts }: State): Judgement {
  return {
    against: [
      ...(facts.parties === 'none'
        ? [argument('There is no party to move: set up a new node, and give the old one up.', assetTransferSource)]
        : []),
      ...(facts.parties === 'local'
        ? [
            argument(
              'The parties are in the participant’s own namespace: with new keys they would be other parties.',
              localPartiesSource,
            ),
          ]
        : []),
      ...(plan.release === '3.3'
        ? [
            argument(
              'Canton 3.3 lacks the commands that the runbook uses: it exports and imports contracts otherwise.',
              partyReplicationSource,
            ),
          ]
        : []),
    ],
    mind: [
      ...(facts.parties === 'both'
        ? [
            argument(
              'Local parties stay behind: the old node can go only when their contracts have been moved by transactions of your own.',
              localPartiesSource,
            ),
          ]
        : []),
      argument('Each party has to authorise its new host with its own key.', partyReplicationSource),
      ...(facts.wanted === 'external'
        ? []
        : [
            argument(
              'The runbook here is for new nodes with a KMS. To one without, the steps for the parties are the same.',
              concluded(assetTransferSource),
            ),
          ]),
    ],
  };
}

/** Whether a new node is enough, with nothing taken along. */
export function newNode({ plan, facts }: State): Judgement {
  const others = plan.nodes.some(({ kind }) => kind !== 'participant');
  // As long as no node is known, it may be a participant.
  const hosts = facts.parties !== 'none' && (!others || plan.nodes.some(({ kind }) => kind === 'participant'));
  return {
    against:
      hosts && !others
        ? [argument('The participants host parties, which would not come along.', assetTransferSource)]
        : [],
    mind: [
      ...(hosts && others
        ? [argument('For the sequencers and mediators only: the participants host parties.', newNodeSource)]
        : []),
      ...(others && facts.operators === 'several'
        ? [
            argument(
              'The other owners of the synchronizer have to admit the new node and to let the old one go.',
              concluded(newNodeSource),
            ),
          ]
        : []),
    ],
  };
}

/** Whether contracts have to move to other parties. */
export function rewrite({ facts }: State): Judgement {
  const none = facts.parties === 'none' || facts.parties === 'external';
  return {
    against: none ? [argument('There are no parties of the participant’s own namespace.', localPartiesSource)] : [],
    mind: [
      argument('The last resort: take the keys along instead, wherever that is open.', localPartiesSource),
      ...(facts.operators === 'several'
        ? [
            argument(
              'Every operator whose parties have a stake in these contracts has to take part.',
              concluded(localPartiesSource),
            ),
          ]
        : []),
    ],
  };
}
