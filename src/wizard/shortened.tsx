import { useState } from 'react';
import { CopyIcon } from '../ui/icons';

/** As much of an id as tells it from others at a glance. */
const shown = 12;

/** A fingerprint or another long id: its beginning to the eye, all of it to the clipboard. */
export function Shortened({ text, what }: { text: string; what: string }) {
  const [said, setSaid] = useState('');
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('The browser refused'),
    );
  };
  return (
    <span className="inline-flex max-w-full items-center align-middle">
      <span title={text} className="mr-0.5 truncate font-mono text-code">
        {text.length > shown + 4 ? `${text.slice(0, shown)}…` : text}
      </span>
      <button
        type="button"
        aria-label={`Copy ${what}`}
        title={`Copy ${what}`}
        onClick={copy}
        onBlur={() => setSaid('')}
        className="inline-flex min-h-6 min-w-6 items-center justify-center rounded-control text-muted hover:bg-sunken hover:text-ink"
      >
        <CopyIcon />
      </button>
      <span role="status" className="text-small text-muted empty:hidden">
        {said}
      </span>
    </span>
  );
}
