import type { ReactNode } from 'react';
import type { Page } from '../core/canton/sources';

/**
 * The frame of a step: its question, what the answer decides, and the pages of Canton's documentation it follows. The
 * heading takes the focus when the step opens.
 */
export function StepPage(props: { title: string; lede: ReactNode; docs: readonly Page[]; children: ReactNode }) {
  const { title, lede, docs, children } = props;
  return (
    <>
      <h1 tabIndex={-1} className="text-title leading-tight font-semibold">
        {title}
      </h1>
      <p className="mt-1 mb-5 text-muted">{lede}</p>
      <div className="grid grid-cols-1 gap-5">{children}</div>
      <p className="mt-8 border-t border-line pt-3 text-small text-muted">
        Follows Canton's documentation:{' '}
        {docs.map((page, index) => (
          <span key={page.url}>
            {index > 0 && ' · '}
            <a href={page.url} target="_blank" rel="noreferrer">
              {page.label}
            </a>
          </span>
        ))}
      </p>
    </>
  );
}
