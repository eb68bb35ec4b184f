import type { RefObject } from 'react';
import type { Kms } from '../../../core/plan/kms';
import { Chunk, inChunks } from '../../../ui/chunk';
import { NodeRow, type RowActions } from './node-row';
import type { Selection } from './selection';
import type { Row } from './use-nodes';

/** Up to this many rows all are on the page; more come and go in chunks. */
const whole = 60;
const chunkSize = 20;
const rowHeight = 37;

/** The nodes as a dense table: a line each, every answer in its cell. */
export function NodeTable(props: {
  rows: readonly Row[];
  kms: readonly Kms[];
  selection: Selection;
  onToggleAll: () => void;
  actions: RowActions;
  /** Row that must be on the page, since somebody is being led to it. */
  pinned: number | undefined;
  ref: RefObject<HTMLTableElement | null>;
}) {
  const { rows, kms, selection, onToggleAll, actions, pinned, ref } = props;
  const several = kms.length > 1;
  const columns = several ? 8 : 7;
  const chosen = rows.filter((row) => selection.keys.has(row.key)).length;
  const size = rows.length <= whole ? whole : chunkSize;
  return (
    <table
      ref={ref}
      aria-rowcount={rows.length + 1}
      className={`w-full table-fixed text-small ${several ? 'min-w-[38rem]' : 'min-w-[32rem]'}`}
    >
      <caption className="sr-only">Nodes</caption>
      <colgroup>
        <col className="w-7" />
        <col />
        <col className="w-[6.1rem]" />
        <col className="w-[5.4rem]" />
        {several && <col className="w-24" />}
        <col className="w-[5.4rem]" />
        <col className="w-[3.6rem]" />
        <col className="w-12" />
      </colgroup>
      <thead>
        <tr aria-rowindex={1} className="text-left text-muted [&>th]:px-2 [&>th]:py-1.5 [&>th]:font-semibold">
          <td className="pl-2">
            <input
              type="checkbox"
              className="block"
              aria-label="Select all nodes shown"
              disabled={rows.length === 0}
              checked={rows.length > 0 && chosen === rows.length}
              ref={(box) => {
                if (box !== null) box.indeterminate = chosen > 0 && chosen < rows.length;
              }}
              onChange={onToggleAll}
            />
          </td>
          <th scope="col">Name</th>
          <th scope="col">Kind</th>
          <th scope="col">Custody</th>
          {several && <th scope="col">KMS</th>}
          <th scope="col">Storage</th>
          <th scope="col" className="!px-0 text-center">
            Replicas
          </th>
          <th scope="col">
            <span className="sr-only">Problems</span>
          </th>
        </tr>
      </thead>
      {inChunks(rows, size).map((chunk) => (
        <Chunk
          key={chunk.from}
          rows={chunk.rows.length}
          estimate={rowHeight}
          first={chunk.from < 2 * size}
          pinned={chunk.rows.some((row) => row.key === pinned)}
        >
          {chunk.rows.map((row, place) => (
            <NodeRow
              key={row.key}
              rowKey={row.key}
              index={row.index}
              node={row.node}
              findings={row.findings}
              line={chunk.from + place + 2}
              selected={selection.keys.has(row.key)}
              kms={kms}
              columns={columns}
              actions={actions}
            />
          ))}
        </Chunk>
      ))}
    </table>
  );
}
