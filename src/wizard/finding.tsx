import { memo } from 'react';
import type { Finding, Severity } from '../core/rules/finding';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import { Prose } from '../ui/prose';
import { controlOf } from './navigation';
import { useEdit } from './use-plan';

export const severityWords = {
  error: 'Error',
  security: 'Security',
  warning: 'Warning',
  note: 'Note',
} as const satisfies Record<Severity, string>;

const edges = {
  error: 'border-error bg-error-soft',
  security: 'border-security bg-security-soft',
  warning: 'border-warning bg-warning-soft',
  note: 'border-note bg-note-soft',
} as const satisfies Record<Severity, string>;

const inks = {
  error: 'text-error',
  security: 'text-security',
  warning: 'text-warning',
  note: 'text-note',
} as const satisfies Record<Severity, string>;

const known = {
  code: "Canton's code",
  docs: "Canton's documentation",
  seen: 'seen on a running node',
  concluded: 'concluded, not tried',
} as const satisfies Record<Finding['source']['kind'], string>;

/**
 * Applies a finding's fix. The button disappears with the finding, so the focus goes to the answer that was changed; if
 * that went as well, as a row does, to the heading of the step.
 */
function useMend({ fix, path }: Finding): () => void {
  const edit = useEdit();
  return () => {
    if (fix === undefined) return;
    edit(fix.apply);
    requestAnimationFrame(() => {
      const next = controlOf(document, path) ?? document.querySelector<HTMLElement>('main h1');
      next?.focus({ preventScroll: true });
    });
  };
}

/** A quiet block: what is wrong, what would happen, the way out as a button, and where it is written. */
export const FindingBlock = memo(function FindingBlock({ finding }: { finding: Finding }) {
  const mend = useMend(finding);
  const { severity, message, why, source, log, fix } = finding;
  return (
    <div className={classNames('rounded-r-card border-l-3 px-3.5 py-2.5 text-mid', edges[severity])}>
      <p className={classNames('font-semibold', inks[severity])}>
        {severityWords[severity]} · <Prose text={message} />
      </p>
      <p className="mt-0.5">
        <Prose text={why} />
      </p>
      {log !== undefined && (
        <details className="mt-1 text-small">
          <summary>What the node's log would say</summary>
          <pre className="mt-1 overflow-x-auto font-mono text-code whitespace-pre-wrap">{log}</pre>
        </details>
      )}
      <p className="mt-1.5 flex flex-wrap items-center gap-x-3.5 gap-y-1.5 text-small">
        {fix !== undefined && <Button onClick={mend}>{fix.label}</Button>}
        <a href={source.url} target="_blank" rel="noreferrer">
          {source.label}
        </a>
        <span className="text-muted">{known[source.kind]}</span>
      </p>
    </div>
  );
});

/** What an error at a field says: the message, and its fix where there is one. */
export function ErrorLine({ finding }: { finding: Finding }) {
  const mend = useMend(finding);
  const { fix } = finding;
  return (
    <>
      <Prose text={finding.message} />
      {fix !== undefined && (
        <>
          {' '}
          <button type="button" className="underline underline-offset-2" onClick={mend}>
            {fix.label}
          </button>
        </>
      )}
    </>
  );
}
