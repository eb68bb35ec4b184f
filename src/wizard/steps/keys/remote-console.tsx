import { Fold } from '../../../ui/fold';
import type { Placed } from '../../scope';
import { consoleLines } from './answer-line';
import { Answers } from './answers';

/** Where a console that runs apart from the nodes finds them. */
export function RemoteConsole({ nodes }: { nodes: readonly Placed[] }) {
  const said = nodes.filter(({ node }) => node.adminApi.address !== '' || node.adminApi.port !== '').length;
  return (
    <Fold
      title="Where a remote console reaches the nodes"
      aside={said === 0 ? 'optional' : `${said} of ${nodes.length} set`}
    >
      <p className="text-mid text-muted">
        The scripts run in a console inside the node's process, or in one that runs elsewhere and reaches the nodes over
        the network; for that one these answers become <code>remote.conf</code>. A port that is left empty is asked of
        the environment when that console starts.
      </p>
      <Answers caption="Where it is reached" nodes={nodes} lines={consoleLines} optional />
    </Fold>
  );
}
