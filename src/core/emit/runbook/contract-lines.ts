import type { Move } from '../../plan/task';
import { consoleOn, nodeOn } from '../scala/console';
import { it, ref, seq, text, tuple, val } from '../scala/expression';
import type { Settings } from '../settings';
import { aliasOf, entered, nodeNamed, sequencerUrl } from './entered';

/** The lines a person enters to take the contracts of a node to the one that takes over its identity. */
export type ContractLines = {
  readonly exporting: readonly string[];
  readonly connecting: readonly string[];
  /** Where the synchronizer doesn't name the host of a party any more. */
  readonly hosting: readonly string[];
  readonly importing: readonly string[];
};

/** As the release line spells them: each has its own export and its own import. */
export function contractLines(settings: Settings, { from, to }: Move, stem: string): ContractLines {
  const { release } = settings;
  const console = consoleOn(release);
  const source = nodeOn(release, 'participant', nodeNamed(settings, from));
  const target = nodeOn(release, 'participant', nodeNamed(settings, to));
  const synchronizerAlias = aliasOf(settings);
  const parties = ref('parties');
  const end = ref('end');
  const file = text(`contracts-${stem}.gz`);
  const exported = () => {
    switch (release) {
      case '3.3':
        return nodeOn(release, 'participant', nodeNamed(settings, from)).call('parties.export_acs', {
          parties,
          exportFilePath: file,
          ledgerOffset: console.call('NonNegativeLong.tryCreate', { n: end }),
        });
      case '3.4':
        return nodeOn(release, 'participant', nodeNamed(settings, from)).call('repair.export_acs', {
          parties,
          ledgerOffset: console.call('NonNegativeLong.tryCreate', { n: end }),
          exportFilePath: file,
        });
      case '3.5':
      case '3.6':
        return nodeOn(release, 'participant', nodeNamed(settings, from)).call('repair.export_acs', {
          parties,
          ledgerOffset: end,
          exportFilePath: file,
        });
    }
  };
  const imported = () => {
    switch (release) {
      case '3.3':
      case '3.4':
        return nodeOn(release, 'participant', nodeNamed(settings, to)).call('repair.import_acs', {
          importFilePath: file,
        });
      case '3.5':
      case '3.6':
        return nodeOn(release, 'participant', nodeNamed(settings, to)).call('repair.import_acs', {
          synchronizerId: ref('synchronizerId'),
          importFilePath: file,
        });
    }
  };
  return {
    exporting: entered([
      val('parties', source.call('parties.hosted').dot('map', it.dot('party')).dot('toSet')),
      source.call('synchronizers.disconnect', { synchronizerAlias }),
      val('end', source.call('ledger_api.state.end')),
      exported(),
    ]),
    connecting: entered([
      target.call('synchronizers.connect', { synchronizerAlias, connection: sequencerUrl(settings) }),
      val('synchronizerId', target.call('synchronizers.id_of', { synchronizerAlias })),
      target.call('parties.hosted').dot('map', it.dot('party')),
    ]),
    hosting: entered([
      target.call('topology.party_to_participant_mappings.propose', {
        party: console.call('PartyId.tryFromProtoPrimitive', { str: 'NAME::NAMESPACE' }),
        newParticipants: seq(tuple(target.call('id'), console.call('ParticipantPermission.Submission'))),
        store: storeOf(settings),
      }),
    ]),
    importing: entered([
      target.call('synchronizers.disconnect', { synchronizerAlias }),
      imported(),
      target.call('synchronizers.reconnect', { synchronizerAlias }),
      target.call('health.ping', { participantId: target }),
    ]),
  };
}

function storeOf({ release }: Settings) {
  return release === '3.3'
    ? consoleOn(release).call('TopologyStoreId.Synchronizer', { id: ref('synchronizerId') })
    : consoleOn(release).call('TopologyStoreId.Synchronizer', { synchronizerId: ref('synchronizerId') });
}
