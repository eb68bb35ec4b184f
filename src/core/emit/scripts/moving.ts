import type { NodeKind } from '../../canton/console/command';
import type { Release } from '../../canton/releases';
import type { Move } from '../../plan/task';
import { consoleOn, type NodeReference, nodeOn } from '../scala/console';
import { defWith, type Expression, fn, it, ref, type Step, some, val } from '../scala/expression';
import { stopIf, stopUnless } from '../scala/phrases';
import type { Settings } from '../settings';
import { aliasesOf, idsOf } from './between-nodes';
import { isInitialised, isOfInventory } from './preconditions';
import { inConsole, nameOf, type Subject, subjectOf } from './subject';

/** What the scripts have in common that move the external parties of one node to another. */

/** 3.3 has other commands for it. */
export type Since34 = Exclude<Release, '3.3'>;

/** The two nodes of a move, as `source` and `target` of a script. */
export type Ends = {
  readonly settings: Settings;
  readonly release: Since34;
  readonly old: Subject;
  readonly next: Subject;
  readonly source: NodeReference<Since34, 'participant'>;
  readonly target: NodeReference<Since34, 'participant'>;
};

/** Nothing if the plan lacks one of the nodes, or its line the commands. */
export function endsOf(settings: Settings, { from, to }: Move, seen: Subject['seen']): Ends | undefined {
  const { release, plan } = settings;
  if (release === '3.3') return undefined;
  const subject = (name: string, as: string, whose?: Subject['seen']): Subject | undefined => {
    const index = plan.nodes.findIndex((each) => each.name === name);
    const node = plan.nodes[index];
    if (node?.kind !== 'participant') return undefined;
    const at: NodeReference<Release, NodeKind> = nodeOn<Release, NodeKind>(settings.release, node.kind, ref(as));
    return { ...subjectOf(settings, node, index, whose), at };
  };
  const [old, next] = [subject(from, 'source', seen), subject(to, 'target')];
  if (old === undefined || next === undefined) return undefined;
  const source = nodeOn<Since34, 'participant'>(release, 'participant', ref('source'));
  const target = nodeOn<Since34, 'participant'>(release, 'participant', ref('target'));
  return { settings, release, old, next, source, target };
}

/** `source` and `target`, or one of them. */
export function endVals({ settings, old, next }: Ends, which: 'both' | 'target' = 'both'): readonly Step[] {
  const target = val('target', inConsole(settings, next.node, next.index));
  return which === 'target' ? [target] : [val('source', inConsole(settings, old.node, old.index)), target];
}

export function areInitialised({ old, next }: Ends): readonly Step[] {
  return [...isInitialised(old), ...isInitialised(next), ...isOfInventory(old)];
}

/** `synchronizerId` and its `store`: that of the one synchronizer which the old node is connected to. */
export function oneSynchronizer({ release, old, source }: Ends): readonly Step[] {
  return [
    val('connected', idsOf(source.call('synchronizers.list_connected'))),
    stopIf(
      ref('connected').dot('size').ne(1),
      nameOf(old),
      ' is connected to ',
      ref('connected').dot('size'),
      ' synchronizers: these scripts move parties on the one that it is connected to',
    ),
    val('synchronizerId', ref('connected').dot('head')),
    storeVal(release),
  ];
}

/** `store`: what is known of the topology of `synchronizerId`. */
export function storeVal(release: Since34): Step {
  const { call } = consoleOn<Since34>(release);
  return val('store', call('TopologyStoreId.Synchronizer', { synchronizerId: ref('synchronizerId') }));
}

/** `hosted`: what the synchronizer says of the parties that the old node hosts. There is no limit to how many it lists. */
export function hostedOf({ source }: Ends): Expression {
  return source
    .call('topology.party_to_participant_mappings.list', {
      synchronizerId: ref('store'),
      filterParticipant: source.call('id').dot('filterString'),
    })
    .dot('map', it.dot('item'))
    .dot('filter', it.dot('participantIds').dot('contains', source.call('id')));
}

/** `missing`: packages that the old node has vetted on the synchronizer and the new one has not. Needs `store`. */
export function missingPackages({ source, target }: Ends): readonly Step[] {
  const vetted = (participant: Expression) =>
    source
      .call('topology.vetted_packages.list', {
        store: some(ref('store')),
        filterParticipant: participant.dot('filterString'),
      })
      .dot('map', it.dot('item'))
      .dot('filter', it.dot('participantId').eq(participant))
      .dot('flatMap', it.dot('packages').dot('map', it.dot('packageId.toString')))
      .dot('toSet');
  return [
    defWith('vettedBy', { name: 'participant', type: 'ParticipantId' }, vetted),
    val(
      'missing',
      ref('vettedBy')
        .of(source.call('id'))
        .dot('diff', ref('vettedBy').of(target.call('id'))),
    ),
  ];
}

/** `alias`: what the new node calls the one synchronizer that it knows. */
export function oneAlias({ next, target }: Ends): readonly Step[] {
  return [
    val('known', aliasesOf(target.call('synchronizers.list_registered')).dot('distinct')),
    stopIf(
      ref('known').dot('size').ne(1),
      nameOf(next),
      ' knows ',
      ref('known').dot('size'),
      ' synchronizers: these scripts move parties to a node that knows one',
    ),
    val('alias', ref('known').dot('head')),
  ];
}

/** Whether the new node is not connected again by a restart. */
export function staysOff({ target }: Ends): Expression {
  return target.call('synchronizers.list_registered').dot('forall', it.dot('_1.manualConnect'));
}

/** While a party is moved the new node has to be off its synchronizers. */
export function isIsolated(ends: Ends): readonly Step[] {
  return [
    stopIf(
      ends.target.call('synchronizers.list_connected').dot('nonEmpty'),
      nameOf(ends.next),
      ' is connected: run the script that offers the hosting, which disconnects it; a party that agreed while it was connected can not be moved this way',
    ),
    stopUnless(
      staysOff(ends),
      nameOf(ends.next),
      ' would connect at its next start: run the script that offers the hosting again',
    ),
  ];
}

/** Whether one of the mappings in `hosted` names a participant as host of a party. */
export function hostedBy(party: Expression, participant: Expression): Expression {
  return ref('hosted').dot(
    'exists',
    fn('m', (m) => m.dot('partyId').eq(party).and(m.dot('participantIds').dot('contains', participant))),
  );
}

/** `hostOf`: what the synchronizer says of the new node as a host of a party, as one of the two nodes knows it. Needs `store`. */
export function defHost({ target }: Ends, asked: Ends['source']): Step {
  return defWith('hostOf', { name: 'party', type: 'PartyId' }, (party) =>
    asked
      .call('topology.party_to_participant_mappings.list', {
        synchronizerId: ref('store'),
        filterParty: party.dot('filterString'),
      })
      .dot('map', it.dot('item'))
      .dot('filter', it.dot('partyId').eq(party))
      .dot('flatMap', it.dot('participants'))
      .dot('filter', it.dot('participantId').eq(target.call('id'))),
  );
}

/** What the export reads must still be there when it runs. */
export function isNotPruning({ old, source }: Ends): Step {
  return stopIf(
    source.call('pruning.get_schedule').dot('isDefined'),
    nameOf(old),
    ' prunes by a schedule: write it down, and end it with ',
    nameOf(old),
    '.pruning.clear_schedule() until the contracts are exported',
  );
}
