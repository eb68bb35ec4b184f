import type { ReactNode } from 'react';

/** A part of the step with a heading of its own. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid grid-cols-1 gap-3 border-t border-line pt-4">
      <h2 className="text-large font-semibold">{title}</h2>
      {children}
    </section>
  );
}
