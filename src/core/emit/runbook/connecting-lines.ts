import type { Move } from '../../plan/task';
import { nodeOn } from '../scala/console';
import { connectAgain } from '../scripts/between-nodes';
import type { Settings } from '../settings';
import { aliasOf, entered, nodeNamed, sequencerUrl } from './entered';

/** What a person enters at a console on the way that takes keys along, as the release line spells it. */

/** The lines that connect the new node of a move, and show that it works. */
export function connectingLines(settings: Settings, { to }: Move): readonly string[] {
  const named = nodeNamed(settings, to);
  const target = nodeOn(settings.release, 'participant', named);
  const synchronizerAlias = aliasOf(settings);
  return entered([
    target.call('synchronizers.connect', { synchronizerAlias, connection: sequencerUrl(settings) }),
    target.call('health.ping', { participantId: named }),
  ]);
}

/** The lines that show what there is to move: to how many synchronizers the old node is connected, and whom it hosts. */
export function lookingLines(settings: Settings, { from }: Move): readonly string[] {
  const source = nodeOn(settings.release, 'participant', nodeNamed(settings, from));
  return entered([source.call('synchronizers.list_connected'), source.call('parties.hosted')]);
}

/** The lines that bring the old node of a move back: it catches up with what it has missed. */
export function returningLines(settings: Settings, { from }: Move): readonly string[] {
  const source = nodeOn(settings.release, 'participant', nodeNamed(settings, from));
  return entered(connectAgain(source));
}
