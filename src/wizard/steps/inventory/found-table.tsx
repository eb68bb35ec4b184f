import { useState } from 'react';
import { wrappersInUse } from '../../../core/plan/observed';
import type { ObservedNode } from '../../../core/plan/task';
import { Chunk, inChunks } from '../../../ui/chunk';
import { counted } from '../../counted';
import { FilterBox } from '../../filter-box';
import { modeOf } from '../../observed-words';
import { FindingsAt } from '../../plan-field';
import { Shortened } from '../../shortened';
import { useWantedPath } from '../../use-field-focus';
import { useFindingsAt } from '../../use-findings';
import { kindWords } from '../../words';
import { announcedKeys, isFound, keysAside } from './what-is-there';

/** Up to this many nodes all are on the page; more come and go in chunks. */
const whole = 60;
const chunkSize = 20;
const rowHeight = 64;

/** What was found, a row a node. */
export function FoundTable({ nodes }: { nodes: readonly ObservedNode[] }) {
  const [text, setText] = useState('');
  const wanted = placeIn(useWantedPath());
  const all = nodes.map((node, place) => ({ node, place }));
  const shown = wanted === undefined ? all.filter(({ node }) => isFound(node, text)) : all;
  return (
    <div className="grid grid-cols-1 gap-2">
      {nodes.length > 5 && (
        <FilterBox
          title="Filter of the inventory"
          label="Show nodes with"
          placeholder="Name, kind, mode, lost ..."
          text={text}
          onText={setText}
          said={
            shown.length === nodes.length ? counted(nodes.length, 'node') : `${shown.length} of ${nodes.length} nodes`
          }
        />
      )}
      <table aria-rowcount={shown.length + 1} className="w-full table-fixed text-small">
        <caption className="sr-only">What was found</caption>
        <thead>
          <tr aria-rowindex={1} className="text-left text-muted [&>th]:py-1.5 [&>th]:pr-2 [&>th]:font-semibold">
            <th scope="col" className="w-[36%]">
              Node
            </th>
            <th scope="col">Keys it has announced</th>
          </tr>
        </thead>
        {inChunks(shown, chunkSize).map((chunk) => (
          <Chunk
            key={chunk.from}
            rows={chunk.rows.length}
            estimate={rowHeight}
            first={chunk.from < 2 * chunkSize}
            pinned={nodes.length <= whole || chunk.rows.some(({ place }) => place === wanted)}
          >
            {chunk.rows.map(({ node, place }, at) => (
              <FoundRow key={node.name} node={node} place={place} line={chunk.from + at + 2} />
            ))}
          </Chunk>
        ))}
      </table>
      {shown.length === 0 && <p className="text-muted">No node has that.</p>}
    </div>
  );
}

function FoundRow({ node, place, line }: { node: ObservedNode; place: number; line: number }) {
  const path = `task.inventory.${place}`;
  const aside = keysAside(node);
  const hasFindings = useFindingsAt(path).length > 0;
  return (
    <>
      <tr aria-rowindex={line} data-path={path} className="border-t border-line align-top [&>*]:py-1.5 [&>*]:pr-2">
        <th scope="row" className="text-left font-normal">
          <span className="block truncate font-mono text-code font-semibold">{node.name}</span>
          <span className="block text-muted">
            {kindWords[node.kind]}, {modeOf(node)}
          </span>
        </th>
        <td>
          <span className="block">
            {announcedKeys(node)}
            {aside > 0 && <span className="text-muted"> · {aside} more held</span>}
          </span>
          <dl className="text-muted [&>div]:flex [&>div]:flex-wrap [&>div]:items-center [&>div]:gap-x-1.5">
            {node.namespace !== '' && (
              <div>
                <dt>Namespace</dt>
                <dd>
                  <Shortened text={node.namespace} what={`namespace of ${node.name}`} />
                </dd>
              </div>
            )}
            {wrappersInUse(node).map(({ id, keys }) => (
              <div key={id}>
                <dt>Wrapper key</dt>
                <dd className="flex min-w-0 items-center gap-1">
                  <Shortened text={id} what={`wrapper key of ${node.name}`} /> of {counted(keys, 'key')}
                </dd>
              </div>
            ))}
          </dl>
          {node.lost.length > 0 && (
            <p className="text-error">
              <span aria-hidden="true">⚠ </span>
              {counted(node.lost.length, 'announced key')} without a private key here
            </p>
          )}
        </td>
      </tr>
      {hasFindings && (
        <tr>
          <td colSpan={2} className="pb-2">
            <div className="grid gap-2">
              <FindingsAt paths={[path]} errors />
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

/** Which node of the inventory an answer belongs to. */
function placeIn(path: string | undefined): number | undefined {
  const place = /^task\.inventory\.(\d+)/.exec(path ?? '')?.[1];
  return place === undefined ? undefined : Number(place);
}
