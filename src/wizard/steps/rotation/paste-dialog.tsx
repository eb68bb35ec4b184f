import { useMemo, useState } from 'react';
import { withRotations } from '../../../core/plan/edit-rotation';
import { readRotations } from '../../../core/plan/paste-rotations';
import type { Rotate } from '../../../core/plan/task';
import { counted } from '../../counted';
import { PasteList } from '../../paste-list';
import { useEdit } from '../../use-plan';

/** A list of which key is replaced by which, pasted or typed, with what was understood of it as it changes. */
export function PasteDialog({ task, onClose }: { task: Rotate; onClose: () => void }) {
  const edit = useEdit();
  const [text, setText] = useState('');
  const list = useMemo(() => readRotations(text, task), [text, task]);
  const count = list.rotations.length;

  function take() {
    edit((plan) => withRotations(plan, list.rotations));
    if (list.rest === '') onClose();
    else setText(list.rest);
  }

  return (
    <PasteList
      title="Paste a list of keys"
      hint={
        <>
          A line for each key: <code>old fingerprint, new KMS key id, name</code>, as a spreadsheet copies it or with
          commas. Without an id the node makes the new key; without a name the next free one is taken.
        </>
      }
      label="List of keys"
      text={text}
      onText={setText}
      table
      understood={text.trim() === '' ? 'Nothing to read yet.' : understood(count, list.problems.length)}
      problems={list.problems}
      take={count === 0 ? 'Rotate keys' : `Rotate ${counted(count, 'key')}`}
      onTake={count === 0 ? undefined : take}
      onClose={onClose}
    />
  );
}

function understood(count: number, problems: number): string {
  const read = count === 0 ? 'No key understood.' : `${counted(count, 'key')} understood.`;
  return problems === 0 ? read : `${read} ${counted(problems, 'line')} to look at.`;
}
