import { useId, useState } from 'react';
import type { Node } from '../core/plan/node';
import { Select, TextInput } from '../ui/text-input';
import { everybody, type Placed, type Scope } from './scope';
import { nodeWords } from './words';

/** Up to this many nodes a plain select is quicker than searching. */
const short = 25;

/** Whom the answers of the step are for. With many nodes it is searched by typing a part of a name. */
export function ScopeSelect(props: { nodes: readonly Node[]; scope: Scope; onScope: (scope: Scope) => void }) {
  const { nodes, scope, onScope } = props;
  const id = useId();
  const placed: readonly Placed[] = nodes.map((node, index) => ({ index, node }));
  const withKms = nodes.filter((node) => node.custody.type !== 'none').length;
  const all =
    withKms === 0 ? 'all nodes' : withKms === 1 ? 'the one node with a KMS' : `all ${withKms} nodes with a KMS`;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card border border-line bg-surface px-3 py-2">
      <label htmlFor={id} className="font-semibold">
        These answers are for
      </label>
      {nodes.length <= short ? (
        <Select
          id={id}
          className="w-auto! grow basis-48"
          value={scope.type === 'all' ? 'all' : String(scope.index)}
          onChange={({ target }) =>
            onScope(target.value === 'all' ? everybody : { type: 'node', index: Number(target.value) })
          }
        >
          <option value="all">{all}</option>
          {placed.map(({ index, node }) => (
            <option key={index} value={index}>
              {labelOf(node, index)}
            </option>
          ))}
        </Select>
      ) : (
        <Search key={scope.type === 'all' ? 'all' : scope.index} id={id} all={all} {...props} />
      )}
    </div>
  );
}

function Search(props: {
  id: string;
  all: string;
  nodes: readonly Node[];
  scope: Scope;
  onScope: (scope: Scope) => void;
}) {
  const { id, all, nodes, scope, onScope } = props;
  const chosen = scope.type === 'node' ? nodes[scope.index] : undefined;
  const [text, setText] = useState(chosen?.name ?? '');
  return (
    <>
      <TextInput
        id={id}
        className="w-auto! grow basis-48"
        list={`${id}-nodes`}
        value={text}
        placeholder={`${all}; or type a node's name`}
        aria-describedby={`${id}-state`}
        onChange={({ target }) => {
          setText(target.value);
          const index = nodes.findIndex((node) => node.name === target.value);
          if (target.value === '') onScope(everybody);
          else if (index >= 0) onScope({ type: 'node', index });
        }}
      />
      <datalist id={`${id}-nodes`}>
        {[...new Set(nodes.map((node) => node.name))].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <span id={`${id}-state`} role="status" className="text-small text-muted">
        {chosen === undefined ? `Now: ${all}` : `Now: ${labelOf(chosen, nodes.indexOf(chosen))}. Empty it for ${all}.`}
      </span>
    </>
  );
}

function labelOf(node: Node, index: number): string {
  return node.custody.type === 'none' ? `${nodeWords(node, index)} (no KMS)` : nodeWords(node, index);
}
