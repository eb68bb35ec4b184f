import type { Node } from '../core/plan/node';
import { Button } from '../ui/button';
import type { Placed } from './scope';
import { nodeWords } from './words';

/**
 * Stands where an answer is not the same for all nodes in view: nothing is overwritten unasked. One click takes the
 * first node's answers for all; who wants to see the others chooses a node above.
 */
export function Differs(props: {
  what: string;
  nodes: readonly Placed[];
  counts?: string;
  onTake: (from: Node) => void;
}) {
  const { what, nodes, counts, onTake } = props;
  const [first] = nodes;
  if (first === undefined) return null;
  const name = nodeWords(first.node, first.index);
  return (
    <div className="rounded-card border border-line bg-surface px-3 py-2.5 text-mid">
      <p>
        {what} differ between the {nodes.length} nodes{counts === undefined ? '' : `: ${counts}`}. Choose a node above
        to see its own.
      </p>
      <Button className="mt-2" onClick={() => onTake(first.node)}>
        Take those of {name} for all
      </Button>
    </div>
  );
}
