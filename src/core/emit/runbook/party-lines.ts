import type { Release } from '../../canton/releases';
import { defaultSynchronizerAlias } from '../../plan/defaults';
import type { Move } from '../../plan/task';
import { textOf } from '../artefact';
import { type Console, consoleOn, type NodeReference, nodeOn } from '../scala/console';
import { Expression, it, lift, ref, type Step, seq, some, statements, text, tuple, val } from '../scala/expression';
import { printScala } from '../scala/printer';
import { inConsole } from '../scripts/subject';
import type { Settings } from '../settings';

/** The lines a person enters at a console to have parties hosted by another participant, as the release line spells them. */
export type PartyLines = {
  /** Connects new nodes, by their places in the plan. */
  readonly connecting: (nodes: readonly number[]) => readonly string[];
  /** Names for the two nodes of a move, and what every other line speaks of. */
  readonly names: (move: Move, at: number) => readonly string[];
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
    connecting: (places) => scala(places.flatMap((place) => connected(settings, release, place))),
    names: (move, at) => scala(namesOf(settings, console, source, move, at)),
    retention: scala([source.call('pruning.get_schedule'), source.call('pruning.clear_schedule')]),
    hosting: scala([
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
    isolation: scala([
      target.call('synchronizers.disconnect_all'),
      target.call('synchronizers.modify', { synchronizerAlias: ref('alias'), modifier: manually(true) }),
    ]),
    offset: scala([val('beforeHosting', source.call('ledger_api.state.end'))]),
    exporting: scala([
      source.call('parties.export_party_acs', {
        party,
        synchronizerId,
        targetParticipantId: target.call('id'),
        beginOffsetExclusive: ref('beforeHosting'),
        exportFilePath: file,
      }),
    ]),
    importing: scala([
      release === '3.4'
        ? nodeOn(release, 'participant', ref('target')).call('parties.import_party_acs', { importFilePath: file })
        : nodeOn(release, 'participant', ref('target')).call('parties.import_party_acs', {
            synchronizerId,
            party: some(party),
            importFilePath: file,
          }),
    ]),
    reconnecting: scala([
      val('beforeReconnecting', target.call('ledger_api.state.end')),
      target.call('synchronizers.modify', { synchronizerAlias: ref('alias'), modifier: manually(false) }),
      target.call('synchronizers.reconnect', { synchronizerAlias: ref('alias') }),
    ]),
    clearing: scala([
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
  at: number,
): readonly Step[] {
  const { nodes } = settings.plan;
  const node = (name: string) => {
    const index = nodes.findIndex((each) => each.name === name);
    const found = nodes[index];
    return found === undefined ? text(name, `task.way.moves.${at}`) : inConsole(settings, found, index);
  };
  return [
    val('source', node(from)),
    val('target', node(to)),
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
  const { nodes, synchronizer } = settings.plan;
  const node = nodes[place];
  if (node?.kind !== 'participant') return [];
  const url = synchronizer.sequencerUrl === '' ? 'https://SEQUENCER:PORT' : synchronizer.sequencerUrl;
  return [
    nodeOn(release, 'participant', inConsole(settings, node, place)).call('synchronizers.connect', {
      synchronizerAlias: aliasOf(settings),
      connection: text(url, 'synchronizer.sequencerUrl'),
    }),
  ];
}

function aliasOf({ plan: { synchronizer } }: Settings): Expression {
  return text(synchronizer.alias === '' ? defaultSynchronizerAlias : synchronizer.alias, 'synchronizer.alias');
}

/** `_.copy(manualConnect = ..)` */
function manually(manual: boolean): Expression {
  return new Expression({
    kind: 'apply',
    of: it.dot('copy').tree,
    args: [{ name: 'manualConnect', value: lift(manual) }],
  });
}

function scala(steps: readonly Step[]): readonly string[] {
  return textOf({ lines: printScala(statements(steps)) })
    .trimEnd()
    .split('\n');
}
