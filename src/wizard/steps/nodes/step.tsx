import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { docs } from '../../../core/canton/sources';
import type { NodeKind } from '../../../core/plan/node';
import { FindingsAt } from '../../plan-field';
import { StepPage } from '../../step-page';
import { useWantedPath } from '../../use-field-focus';
import { usePlanPart } from '../../use-plan';
import { About } from './about';
import { type Filter, noFilter } from './filter';
import { FilterBar } from './filter-bar';
import { NewNode } from './new-node';
import { NodeList } from './node-list';
import { NodeTable } from './node-table';
import { PasteDialog } from './paste-dialog';
import { noSelection, toggleAll } from './selection';
import { SelectionBar } from './selection-bar';
import { useNarrow } from './use-narrow';
import { useNodes } from './use-nodes';
import { useRowActions } from './use-row-actions';

/** The nodes of the plan: which there are, where their keys live, what they store their data in. */
export function NodesStep() {
  const kms = usePlanPart((plan) => plan.kms);
  const release = usePlanPart((plan) => plan.release);
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [selection, setSelection] = useState(noSelection);
  const [kind, setKind] = useState<NodeKind>('participant');
  const [list, setList] = useState<string>();
  const table = useRef<HTMLTableElement>(null);
  const newName = useRef<HTMLInputElement>(null);
  const { all, shown } = useNodes(filter);
  const narrow = useNarrow();
  const wanted = placeIn(useWantedPath());
  const hidden = wanted !== undefined && all[wanted] !== undefined && !shown.some((row) => row.index === wanted);
  if (hidden) setFilter(noFilter);
  const { actions, moveMany, pinned, message } = useRowActions({
    all,
    shown,
    setSelection,
    paste: setList,
    table,
    newName,
  });
  const chosen = shown.filter((row) => selection.keys.has(row.key)).map((row) => row.index);
  const isWhole = shown.length === all.length;

  return (
    <StepPage
      title="Which nodes do you run?"
      lede="Each gets a file of its own. Type a name and press Enter for the next; what you answered for the last node of a kind holds for the new one too."
      docs={[
        docs('howtos/secure/kms/kms.html', 'Key management service', release),
        docs('howtos/configure/storage/storage.html', 'Configure storage', release),
      ]}
    >
      <div className="grid grid-cols-1 gap-3">
        <FindingsAt paths={['nodes']} errors />
        {all.length > 5 && <FilterBar filter={filter} onFilter={setFilter} all={all} shown={shown} />}
        {narrow ? (
          <NodeList rows={shown} kms={kms} wanted={wanted} />
        ) : (
          <div>
            {chosen.length > 0 && (
              <SelectionBar
                indices={chosen}
                kms={kms}
                onMove={isWhole ? (by) => moveMany(chosen, by) : undefined}
                onClear={() => setSelection(noSelection)}
              />
            )}
            <div className="overflow-x-auto overflow-y-hidden">
              <NodeTable
                ref={table}
                rows={shown}
                kms={kms}
                selection={selection}
                onToggleAll={() =>
                  setSelection(
                    toggleAll(
                      selection,
                      shown.map((row) => row.key),
                    ),
                  )
                }
                actions={actions}
                pinned={pinned ?? (wanted === undefined ? undefined : all[wanted]?.key)}
              />
            </div>
          </div>
        )}
        {shown.length === 0 && (
          <p className="text-muted">{all.length === 0 ? 'No node yet.' : 'No node passes the filter.'}</p>
        )}
        <NewNode kind={kind} onKind={setKind} onPaste={setList} ref={newName} />
        <p role="status" className="sr-only">
          {message}
        </p>
        <About />
      </div>
      {list !== undefined && (
        <PasteDialog
          text={list}
          kind={kind}
          onClose={() => {
            flushSync(() => setList(undefined));
            newName.current?.focus();
          }}
        />
      )}
    </StepPage>
  );
}

/** Which node an answer belongs to. */
function placeIn(path: string | undefined): number | undefined {
  const place = /^nodes\.(\d+)/.exec(path ?? '')?.[1];
  return place === undefined ? undefined : Number(place);
}
