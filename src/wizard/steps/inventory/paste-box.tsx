import { useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react';
import { withInventory } from '../../../core/plan/edit-inventory';
import { longestInventory, readInventory } from '../../../core/plan/paste-inventory';
import { Button } from '../../../ui/button';
import { TextArea } from '../../../ui/text-input';
import { counted } from '../../counted';
import { PasteProblems } from '../../paste-problems';
import { useEdit } from '../../use-plan';
import { inSum } from './what-is-there';

/** A longer text is read without being shown: a browser takes half a minute to lay out that of a thousand nodes. */
const longestShown = 20_000;

/** Where the script's output goes in: pasted, or as a file. */
export function PasteBox() {
  const edit = useEdit();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const { nodes, problems, skipped } = useMemo(() => readInventory(text), [text]);
  const isEmpty = text.trim() === '';
  const isShown = text.length <= longestShown;

  function change(next: string) {
    setText(next);
    setSaid('');
  }

  function read(chosen: File | undefined) {
    if (chosen === undefined) return;
    if (chosen.size > 4 * longestInventory) {
      setSaid(`${chosen.name} is too large for an inventory.`);
      return;
    }
    chosen.text().then(change, () => setSaid(`${chosen.name} could not be read.`));
  }

  const dropped = useEffectEvent(read);
  useEffect(() => {
    const allow = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      const chosen = event.dataTransfer?.files[0];
      // Dragged text goes where it is dropped.
      if (chosen === undefined) return;
      event.preventDefault();
      dropped(chosen);
    };
    addEventListener('dragover', allow);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', allow);
      removeEventListener('drop', drop);
    };
  }, []);

  function take() {
    edit((plan) => withInventory(plan, nodes));
    setText(problems.map((problem) => problem.text).join('\n'));
    setSaid(`Taken over. ${inSum(nodes)}`);
  }

  return (
    <div data-path="task.inventory" className="grid grid-cols-1 gap-2">
      <label htmlFor={id} className="font-semibold">
        What the script printed
      </label>
      <TextArea
        mono
        id={id}
        rows={5}
        className="whitespace-pre"
        placeholder={
          isShown ? 'KEY\tnode\tkind\tuid ...' : `${text.split('\n').length} lines, read but too many to be shown here`
        }
        aria-describedby={`${id}-read`}
        aria-invalid={problems.length > 0 || undefined}
        value={isShown ? text : ''}
        onChange={({ target }) => change(target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text');
          if (pasted.length <= longestShown) return;
          event.preventDefault();
          change(pasted);
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button disabled={nodes.length === 0} onClick={take}>
          {nodes.length === 0 ? 'Take over' : `Take over ${counted(nodes.length, 'node')}`}
        </Button>
        <input
          ref={file}
          type="file"
          aria-label="File with the script's output"
          accept=".tsv,.txt,.log,text/plain,text/tab-separated-values"
          className="sr-only"
          tabIndex={-1}
          onChange={({ target }) => {
            read(target.files?.[0]);
            // The same file, written anew, can be chosen again.
            target.value = '';
          }}
        />
        <Button onClick={() => file.current?.click()}>Choose a file</Button>
        <span className="text-small text-muted">or drop it on this page</span>
      </div>
      <div id={`${id}-read`} role="status" className="text-mid empty:hidden">
        {said !== '' && <p className="font-semibold">{said}</p>}
        {!isEmpty && said === '' && (
          <p>
            <b>{nodes.length === 0 ? 'No node found yet.' : inSum(nodes)}</b>
            {problems.length > 0 && ` ${counted(problems.length, 'line')} to look at.`}
            {skipped > 0 && ` ${counted(skipped, 'other line')} skipped.`}
          </p>
        )}
      </div>
      <PasteProblems problems={problems} />
    </div>
  );
}
