import type { ReactNode } from 'react';

/** What is rarely touched, folded away. `aside` says in a few words what is inside, or that defaults hold. */
export function Fold(props: { title: ReactNode; aside?: ReactNode; children: ReactNode; open?: boolean }) {
  const { title, aside, children, open = false } = props;
  return (
    <details open={open} className="border-t border-line py-2.5">
      <summary className="font-semibold">
        {title}
        {aside !== undefined && <small className="ml-1.5 text-small font-normal text-muted">· {aside}</small>}
      </summary>
      <div className="grid gap-4 pt-3 pb-2">{children}</div>
    </details>
  );
}
