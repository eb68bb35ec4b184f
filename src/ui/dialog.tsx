import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button';

/**
 * A native modal dialog: the browser keeps the focus inside, closes it on Escape and gives the focus back. It is open as
 * long as it is rendered.
 */
export function Dialog(props: { title: ReactNode; children: ReactNode; onClose: () => void; wide?: boolean }) {
  const { title, children, onClose, wide = false } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className={`m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] overflow-auto rounded-card border border-line bg-surface p-0 text-ink ${wide ? 'max-w-3xl' : 'max-w-xl'}`}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 p-5">
        <header className="flex items-start gap-3">
          <h2 id={id} className="grow text-large font-semibold">
            {title}
          </h2>
          <Button look="quiet" aria-label="Close" onClick={() => dialog.current?.close()} className="-my-1 -mr-2">
            ✕
          </Button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
