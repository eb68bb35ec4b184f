import type { Move } from '../../plan/task';
import { nodeOn } from '../scala/console';
import type { Settings } from '../settings';
import { aliasOf, entered, nodeNamed, sequencerUrl } from './entered';

/** The lines a person enters to see that the new node of a move works, as the release line spells them. */
export function connectingLines(settings: Settings, { to }: Move): readonly string[] {
  const named = nodeNamed(settings, to);
  const target = nodeOn(settings.release, 'participant', named);
  const synchronizerAlias = aliasOf(settings);
  return entered([
    target.call('synchronizers.connect', { synchronizerAlias, connection: sequencerUrl(settings) }),
    target.call('health.ping', { participantId: named }),
  ]);
}
