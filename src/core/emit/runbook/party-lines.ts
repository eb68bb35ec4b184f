import type { Release } from '../../canton/releases';
import type { Move } from '../../plan/task';
import { type Console, consoleOn, type NodeReference, nodeOn } from '../scala/console';
import { Expression, it, lift, ref, type Step, seq, some, tuple, val } from '../scala/expression';
import { inConsole } from '../scripts/subject';
import type { Settings } from '../settings';
import { aliasOf, entered, nodeNamed, sequencerUrl } from './entered';

/** The lines a person enters at a console to have parties hosted by another participant, as the release line spells them. */
export type PartyLines = {
  /** Connects new nodes, by their places in the plan. */
  readonly connecting: (nodes: readonly number[]) => readonly string[];
  /** Names for the two nodes of a move, and what every other line speaks of. */
  readonly names: (move: Move) => readonly string[];
  readonly retention: readonly string[];
  readonly hosting: readonly string[];
  readonly isolation: readonly string[];
  readonly offset: readonly string[];
  readonly exporting: readonly string[];
  readonly importing: readonly string[];
  readonly reconnecting: readonly string[];
  readonly clearing: readonly string[];
};

/** Nothing for 3.3, which moves parties with other commands. */
export function partyLines(settings: Settings): PartyLines | undefined {
  const { release } = settings;
  if (release === '3.3') return undefined;
  const source = nodeOn(release, 'participant', ref('source'));
  const target = nodeOn(release, 'participant', ref('target'));
  const console = consoleOn(release);
  const party = ref('party');
  const synchronizerId = ref('synchronizerId');
  const file = 'party.acs.gz';
  const store = console.call('TopologyStoreId.Synchronizer', { synchronizerId });
  return {
    connecting: (places) => entered(places.flatMap((place) => connected(settings, release, place))),
    names: (move) => entered(namesOf(settings, console, source, move)),
    retention: entered([source.call('pruning.get_schedule'), source.call('pruning.clear_schedule')]),
    hosting: entered([
      val(
        'proposal',
        target.call('topology.party_to_participant_mappings.propose_delta', {
          party,
          adds: seq(tuple(target.call('id'), console.call('ParticipantPermission.Confirmation'))),
          store,
          requiresPartyToBeOnboarded: true,
        }),
      ),
    ]),
    isolation: entered([
      target.call('synchronizers.disconnect_all'),
      target.call('synchronizers.modify', { synchronizerAlias: ref('alias'), modifier: manually(true) }),
    ]),
    offset: entered([val('beforeHosting', source.call('ledger_api.state.end'))]),
    exporting: entered([
      source.call('parties.export_party_acs', {
        party,
        synchronizerId,
        targetParticipantId: target.call('id'),
        beginOffsetExclusive: ref('beforeHosting'),
        exportFilePath: file,
      }),
    ]),
    importing: entered([
      release === '3.4'
        ? nodeOn(release, 'participant', ref('target')).call('parties.import_party_acs', { importFilePath: file })
        : nodeOn(release, 'participant', ref('target')).call('parties.import_party_acs', {
            synchronizerId,
            party: some(party),
            importFilePath: file,
          }),
    ]),
    reconnecting: entered([
      val('beforeReconnecting', target.call('ledger_api.state.end')),
      target.call('synchronizers.modify', { synchronizerAlias: ref('alias'), modifier: manually(false) }),
      target.call('synchronizers.reconnect', { synchronizerAlias: ref('alias') }),
    ]),
    clearing: entered([
      target.call('parties.clear_party_onboarding_flag', {
        party,
        synchronizerId,
        beginOffsetExclusive: ref('beforeReconnecting'),
      }),
    ]),
  };
}

/** A console of a line that has the commands. */
type Since34 = Exclude<Release, '3.3'>;

function namesOf(
  settings: Settings,
  console: Console<Since34>,
  source: NodeReference<Since34, 'participant'>,
  { from, to }: Move,
): readonly Step[] {
  return [
    val('source', nodeNamed(settings, from)),
    val('target', nodeNamed(settings, to)),
    val('alias', aliasOf(settings), { type: 'SynchronizerAlias' }),
    val('synchronizerId', source.call('synchronizers.id_of', { synchronizerAlias: ref('alias') })),
    source
      .call('parties.hosted')
      .dot('map', it.dot('party'))
      .dot('filter', it.dot('namespace').ne(source.call('namespace'))),
    val('party', console.call('PartyId.tryFromProtoPrimitive', { str: 'NAME::NAMESPACE' }), {
      note: 'one of those listed, and all that follows for each',
    }),
  ];
}

function connected(settings: Settings, release: Since34, place: number): readonly Step[] {
  const node = settings.plan.nodes[place];
  if (node?.kind !== 'participant') return [];
  return [
    nodeOn(release, 'participant', inConsole(settings, node, place)).call('synchronizers.connect', {
      synchronizerAlias: aliasOf(settings),
      connection: sequencerUrl(settings),
    }),
  ];
}

/** `_.copy(manualConnect = ..)` */
function manually(manual: boolean): Expression {
  return new Expression({
    kind: 'apply',
    of: it.dot('copy').tree,
    args: [{ name: 'manualConnect', value: lift(manual) }],
  });
}
