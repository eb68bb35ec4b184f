import type { Move } from '../../plan/task';
import { consoleOn, nodeOn } from '../scala/console';
import { it, ref, seq, tuple, val } from '../scala/expression';
import type { Settings } from '../settings';
import { aliasOf, entered, nodeNamed, sequencerUrl } from './entered';

/** The lines a person enters to see that a node which takes over an identity still hosts its parties. */
export type HostLines = {
  readonly connecting: readonly string[];
  /** Where the synchronizer doesn't name the host of a party any more. */
  readonly hosting: readonly string[];
};

/** As the release line spells them. */
export function hostLines(settings: Settings, { to }: Move): HostLines {
  const console = consoleOn(settings.release);
  const target = nodeOn(settings.release, 'participant', nodeNamed(settings, to));
  const synchronizerAlias = aliasOf(settings);
  return {
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
  };
}

function storeOf({ release }: Settings) {
  return release === '3.3'
    ? consoleOn(release).call('TopologyStoreId.Synchronizer', { id: ref('synchronizerId') })
    : consoleOn(release).call('TopologyStoreId.Synchronizer', { synchronizerId: ref('synchronizerId') });
}
