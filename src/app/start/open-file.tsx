import { useEffect, useEffectEvent, useId, useRef } from 'react';
import { Button } from '../../ui/button';
import type { OpenRequest } from '../open';

/** `plan.json` from a bundle, chosen, or dropped anywhere on the page. */
export function OpenFile({ onOpen }: { onOpen: (request: OpenRequest) => void }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const read = (file: File | undefined) => {
    file?.text().then((text) => onOpen({ type: 'file', text }));
  };
  const dropped = useEffectEvent(read);
  useEffect(() => {
    const allow = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      dropped(event.dataTransfer?.files[0]);
    };
    addEventListener('dragover', allow);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', allow);
      removeEventListener('drop', drop);
    };
  }, []);
  return (
    <div className="grid content-start gap-1 rounded-card border border-line bg-surface p-4">
      <label htmlFor={id} className="font-semibold">
        Open a plan.json
      </label>
      <span className="text-mid text-muted">
        From a bundle that this wizard made: choose it, or drop it on this page
      </span>
      <input
        ref={input}
        id={id}
        type="file"
        accept=".json,application/json"
        className="sr-only"
        onChange={({ target }) => {
          read(target.files?.[0]);
          // The same file, mended, can be chosen again.
          target.value = '';
        }}
      />
      <span className="mt-1">
        <Button onClick={() => input.current?.click()}>Choose a file</Button>
      </span>
    </div>
  );
}
