import { useId, useMemo, useState } from 'react';
import { withRotations } from '../../../core/plan/edit-rotation';
import { readRotations } from '../../../core/plan/paste-rotations';
import type { Rotate } from '../../../core/plan/task';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { TextArea } from '../../../ui/text-input';
import { PasteProblems } from '../../paste-problems';
import { useEdit } from '../../use-plan';

/** A list of which key is replaced by which, pasted or typed, with what was understood of it as it changes. */
export function PasteDialog({ task, onClose }: { task: Rotate; onClose: () => void }) {
  const edit = useEdit();
  const id = useId();
  const [text, setText] = useState('');
  const list = useMemo(() => readRotations(text, task), [text, task]);
  const count = list.rotations.length;

  function take() {
    edit((plan) => withRotations(plan, list.rotations));
    if (list.rest === '') onClose();
    else setText(list.rest);
  }

  return (
    <Dialog title="Paste a list of keys" onClose={onClose} wide>
      <p id={`${id}-hint`} className="text-muted">
        A line for each key: <code>old fingerprint, new KMS key id, name</code>, as a spreadsheet copies it or with
        commas. Without an id the node makes the new key; without a name the next free one is taken.
      </p>
      <TextArea
        mono
        rows={10}
        className="whitespace-pre"
        value={text}
        aria-label="List of keys"
        aria-describedby={`${id}-hint ${id}-read`}
        aria-invalid={list.problems.length > 0 || undefined}
        onChange={({ target }) => setText(target.value)}
      />
      <p id={`${id}-read`} role="status" className="font-semibold">
        {text.trim() === '' ? 'Nothing to read yet.' : understood(count, list.problems.length)}
      </p>
      <PasteProblems problems={list.problems} />
      <p className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" disabled={count === 0} onClick={take}>
          {count === 0 ? 'Rotate keys' : `Rotate ${keys(count)}`}
        </Button>
      </p>
    </Dialog>
  );
}

function understood(count: number, problems: number): string {
  const read = count === 0 ? 'No key understood.' : `${keys(count)} understood.`;
  return problems === 0 ? read : `${read} ${problems} ${problems === 1 ? 'line' : 'lines'} to look at.`;
}

function keys(count: number): string {
  return `${count} ${count === 1 ? 'key' : 'keys'}`;
}
