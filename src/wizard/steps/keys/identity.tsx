import { Fold } from '../../../ui/fold';
import type { Placed } from '../../scope';
import { identifierLines } from './answer-line';
import { Answers } from './answers';

/** What a node with given keys is called in the network, and what follows from its being set up by a script. */
export function Identity({ nodes }: { nodes: readonly Placed[] }) {
  const own = nodes.filter(({ node }) => node.identifier !== '' && node.identifier !== node.name).length;
  return (
    <Fold title="Identity" aside={own === 0 ? "the nodes' names" : `${own} of ${nodes.length} set`}>
      <p className="text-mid text-muted">
        With keys of your own the identity is set up by hand: <code>init.identity.type = manual</code> and{' '}
        <code>init.generate-topology-transactions-and-keys = false</code>. At its first start the node opens its Admin
        API and waits; its script then registers the keys and gives it the identity, an identifier followed by{' '}
        <code>::</code> and the fingerprint of its namespace key. Both can never be changed. The settings act on a node
        without an identity only, and may stay.
      </p>
      <Answers
        caption="Identifier (empty: the node's name)"
        nodes={nodes}
        lines={identifierLines}
        optional
        hint={() => "What stands before :: in the node's identity. Empty: the node's name."}
      />
    </Fold>
  );
}
