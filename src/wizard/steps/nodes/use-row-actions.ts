import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { moveNodes } from '../../../core/plan/edit';
import { useEdit } from '../../use-plan';
import { nodeWords } from '../../words';
import type { RowActions } from './node-row';
import { extend, type Selection, toggle } from './selection';
import type { Row } from './use-nodes';

/** What can be done from within a row, as functions that never change, so that rows needn't be rendered again. */
export function useRowActions(now: {
  all: readonly Row[];
  shown: readonly Row[];
  setSelection: (change: (selection: Selection) => Selection) => void;
  paste: (text: string) => void;
  table: RefObject<HTMLTableElement | null>;
  newName: RefObject<HTMLInputElement | null>;
}) {
  const edit = useEdit();
  const [pinned, setPinned] = useState<number>();
  const [message, setMessage] = useState('');
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });

  const stable = useMemo(() => {
    /** The row may stand in a part of the table that isn't built: it is pinned first. */
    function focusCell(key: number, column: string) {
      const { table } = latest.current;
      flushSync(() => setPinned(key));
      const cell = table.current?.querySelector(`[data-row="${key}"] [data-column="${column}"]`);
      if (cell instanceof HTMLElement) cell.focus();
      setPinned(undefined);
    }

    function moveMany(indices: readonly number[], by: -1 | 1) {
      edit((plan) => moveNodes(plan, indices, by).plan);
    }

    const actions: RowActions = {
      select(key, range) {
        const { shown, setSelection } = latest.current;
        const keys = shown.map((row) => row.key);
        setSelection((selection) => (range ? extend(selection, key, keys) : toggle(selection, key)));
      },
      move(key, by) {
        const { all, shown } = latest.current;
        const row = all.find((one) => one.key === key);
        if (row === undefined || all[row.index + by] === undefined) return;
        if (shown.length < all.length) {
          setMessage('The order can be changed when the filter is cleared.');
          return;
        }
        const column = document.activeElement?.getAttribute('data-column') ?? 'name';
        flushSync(() => moveMany([row.index], by));
        focusCell(key, column);
        setMessage(`${nodeWords(row.node, row.index)} is now ${row.index + by + 1} of ${all.length}.`);
      },
      next(key) {
        const { shown, newName } = latest.current;
        const after = shown[shown.findIndex((row) => row.key === key) + 1];
        if (after === undefined) newName.current?.focus();
        else focusCell(after.key, 'name');
      },
      paste: (text) => latest.current.paste(text),
    };
    return { actions, moveMany };
  }, [edit]);
  return { ...stable, pinned, message };
}
