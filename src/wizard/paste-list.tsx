import { type ReactNode, type RefObject, useId } from 'react';
import type { PasteProblem } from '../core/plan/paste-nodes';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextArea } from '../ui/text-input';
import { PasteProblems } from './paste-problems';

/** A list or a table, pasted or typed, with what was understood of it beneath as it changes. */
export function PasteList(props: {
  title: string;
  /** How a line is written. */
  hint: ReactNode;
  /** Name of the field. */
  label: string;
  text: string;
  onText: (text: string) => void;
  /** Long lines are not wrapped: the rows of a table stay in line. */
  table?: boolean;
  box?: RefObject<HTMLTextAreaElement | null>;
  /** Asked beside the text. */
  children?: ReactNode;
  understood: string;
  /** What keeps a part of it from being taken. */
  notice?: ReactNode;
  problems: readonly PasteProblem[];
  /** What taking it does. */
  take: string;
  /** Nothing when there is nothing to take. */
  onTake: (() => void) | undefined;
  onClose: () => void;
}) {
  const { title, hint, label, text, onText, table = false, box, children, understood, notice, problems } = props;
  const { take, onTake, onClose } = props;
  const id = useId();
  return (
    <Dialog title={title} onClose={onClose} wide>
      <p id={`${id}-hint`} className="text-muted">
        {hint}
      </p>
      <TextArea
        ref={box}
        mono
        rows={10}
        {...(table && { wrap: 'off' })}
        value={text}
        aria-label={label}
        aria-describedby={`${id}-hint ${id}-read`}
        aria-invalid={problems.length > 0 || undefined}
        onChange={({ target }) => onText(target.value)}
      />
      {children}
      <div id={`${id}-read`} role="status">
        <p className="font-semibold">{understood}</p>
        {notice}
      </div>
      <PasteProblems problems={problems} />
      <p className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" disabled={onTake === undefined} onClick={onTake}>
          {take}
        </Button>
      </p>
    </Dialog>
  );
}
