import { useEffect, useRef, useState } from 'react';
import { giveKeys } from '../../../core/plan/edit-keys';
import { type KeyTable, readKeyTable } from '../../../core/plan/paste-keys';
import { counted } from '../../counted';
import { PasteList } from '../../paste-list';
import { useEdit, usePlanPart } from '../../use-plan';

/** A table of keys from a spreadsheet, with what was understood of it beneath as it changes. */
export function KeyPasteDialog(props: { text: string; onClose: () => void }) {
  const nodes = usePlanPart((plan) => plan.nodes);
  const edit = useEdit();
  const [text, setText] = useState(props.text);
  const table = readKeyTable(text, nodes);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);

  function take() {
    edit((plan) => giveKeys(plan, table.rows));
    if (table.rest === '') props.onClose();
    else setText(table.rest);
  }

  return (
    <PasteList
      title="Keys from a table"
      hint={
        <>
          A line for each node: <code>node, namespace, sequencer-auth, signing, encryption</code>, as a spreadsheet
          copies them or with commas. In another order, begin with a line that names the columns. An empty cell leaves
          that key as it is.
        </>
      }
      label="Table of keys"
      text={text}
      onText={setText}
      table
      box={box}
      understood={understood(table)}
      problems={table.problems}
      take={table.rows.length === 0 ? 'Take the keys' : `Take the keys of ${counted(table.rows.length, 'node')}`}
      onTake={table.rows.length === 0 ? undefined : take}
      onClose={props.onClose}
    />
  );
}

/** "11 keys of 3 nodes understood. 1 line to look at." */
function understood({ rows, problems }: KeyTable): string {
  if (rows.length + problems.length === 0) return 'Nothing to read yet.';
  const keys = rows.reduce((sum, { ids }) => sum + Object.keys(ids).length, 0);
  const read =
    rows.length === 0 ? 'No key understood.' : `${counted(keys, 'key')} of ${counted(rows.length, 'node')} understood.`;
  return problems.length === 0 ? read : `${read} ${counted(problems.length, 'line')} to look at.`;
}
