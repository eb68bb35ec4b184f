import { memo, useState } from 'react';
import { wrapperKeyNeeds, wrapperKeySource } from '../../../core/canton/modes';
import type { KmsType } from '../../../core/canton/schemes';
import { editNodes, withWrapperKey } from '../../../core/plan/edit';
import { kmsOf } from '../../../core/plan/plan';
import { Chunk, inChunks } from '../../../ui/chunk';
import { Errors } from '../../../ui/field';
import { TextInput } from '../../../ui/text-input';
import { groupedFindings } from '../../grouped';
import { Groups } from '../../groups';
import { pastedLines } from '../../pasted-lines';
import { useErrorsAt } from '../../plan-field';
import type { Placed } from '../../scope';
import { useFindings } from '../../use-findings';
import { useEdit, usePlan } from '../../use-plan';
import { nodeWords } from '../../words';

const chunkSize = 20;
const rowHeight = 45;

/** A wrapper key's id for each node. A column pasted into one field fills those beneath it too. */
export function WrapperTable({ nodes }: { nodes: readonly Placed[] }) {
  const plan = usePlan();
  const edit = useEdit();
  const types = new Set(nodes.flatMap(({ node }) => kmsOf(plan, node)?.type ?? []));
  const indices = nodes.map(({ index }) => index);
  const [left, setLeft] = useState<readonly string[]>([]);

  function fill(from: number, ids: readonly string[]) {
    const below = indices.slice(indices.indexOf(from));
    setLeft(ids.slice(below.length));
    edit((before) =>
      editNodes(before, below, (node, index) => {
        const id = ids[below.indexOf(index)];
        return id === undefined ? node : withWrapperKey(node, { type: 'given', id });
      }),
    );
  }

  return (
    <div className="grid grid-cols-1 gap-2">
      {[...types].map((type) => (
        <Needs key={type} type={type} />
      ))}
      <p className="text-small text-muted">
        One for each node: with a shared one, whoever may use it for one node can open the keys of all.
        {nodes.length > 1 && ' Paste a column of ids into a field to fill those beneath it too.'}
      </p>
      <table
        aria-rowcount={nodes.length + 1}
        className="w-full table-fixed text-small"
        onPaste={(event) => {
          const ids = pastedLines(event.clipboardData.getData('text'));
          const row = event.target instanceof Element ? event.target.closest('[data-node]') : null;
          if (ids.length < 2 || row === null) return;
          event.preventDefault();
          fill(Number(row.getAttribute('data-node')), ids);
        }}
      >
        <caption className="sr-only">Wrapper key of each node</caption>
        <thead>
          <tr aria-rowindex={1} className="text-left text-muted [&>th]:py-1.5 [&>th]:font-semibold">
            <th scope="col" className="w-[30%]">
              Node
            </th>
            <th scope="col">
              Wrapper key <code className="font-normal">wrapper-key-id</code>
            </th>
          </tr>
        </thead>
        {inChunks(nodes, chunkSize).map((chunk) => (
          <Chunk
            key={chunk.from}
            rows={chunk.rows.length}
            estimate={rowHeight}
            first={chunk.from < 3 * chunkSize}
            pinned={nodes.length <= 3 * chunkSize}
          >
            {chunk.rows.map((placed, place) => (
              <WrapperRow
                key={placed.index}
                index={placed.index}
                name={nodeWords(placed.node, placed.index)}
                id={idOf(placed)}
                line={chunk.from + place + 2}
                example={wrapperKeyNeeds[kmsOf(plan, placed.node)?.type ?? 'driver'].example}
              />
            ))}
          </Chunk>
        ))}
      </table>
      <WrapperFindings nodes={nodes} />
      <p role="status" className="text-small text-error empty:hidden">
        {left.length > 0 && `More ids than nodes beneath; not used: ${left.join(', ')}`}
      </p>
    </div>
  );
}

/** What is said about the ids besides the errors at their fields, gathered: most of it holds for many. */
function WrapperFindings({ nodes }: { nodes: readonly Placed[] }) {
  const findings = useFindings();
  const groups = groupedFindings(
    findings,
    nodes,
    (answer, { severity }) => answer === 'custody.wrapperKey.id' && severity !== 'error',
  );
  return <Groups groups={groups} nameless={nodes.length === 1} />;
}

function Needs({ type }: { type: KmsType }) {
  const needs = wrapperKeyNeeds[type];
  return (
    <p className="text-small text-muted">
      {needs.key} {needs.id}.{' '}
      <a href={wrapperKeySource.url} target="_blank" rel="noreferrer">
        {wrapperKeySource.label}
      </a>
    </p>
  );
}

const WrapperRow = memo(function WrapperRow(props: {
  index: number;
  name: string;
  id: string;
  line: number;
  example: string;
}) {
  const { index, name, id, line, example } = props;
  const edit = useEdit();
  const path = `nodes.${index}.custody.wrapperKey.id`;
  const errors = useErrorsAt(path);
  return (
    <tr aria-rowindex={line} className="border-t border-line align-top" data-path={path} data-node={index}>
      <th scope="row" className="truncate py-2.5 pr-2 text-left font-mono font-normal">
        {name}
      </th>
      <td className="py-1">
        <TextInput
          mono
          aria-label={`Wrapper key of ${name}`}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={errors.length > 0 ? `${path}.errors` : undefined}
          placeholder={example}
          value={id}
          onChange={({ target }) =>
            edit(
              (plan) => editNodes(plan, [index], (node) => withWrapperKey(node, { type: 'given', id: target.value })),
              path,
            )
          }
        />
        <Errors id={`${path}.errors`} errors={errors} />
      </td>
    </tr>
  );
});

function idOf({ node: { custody } }: Placed): string {
  return custody.type === 'envelope' && custody.wrapperKey.type === 'given' ? custody.wrapperKey.id : '';
}
