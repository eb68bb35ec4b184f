import type { ReactNode } from 'react';

/** An outcome to choose: the whole card is the button. */
export function Card(props: {
  title: string;
  about: string;
  onClick: () => void;
  children?: ReactNode;
  primary?: boolean;
}) {
  const { title, about, onClick, children, primary = false } = props;
  return (
    <button
      type="button"
      onClick={onClick}
      className={`grid content-start gap-1 rounded-card border p-4 text-left hover:border-accent ${primary ? 'border-accent bg-accent-soft' : 'border-line bg-surface'}`}
    >
      <span className="font-semibold">{title}</span>
      <span className="text-mid text-muted">{about}</span>
      {children !== undefined && <span className="mt-1 text-small text-muted">{children}</span>}
    </button>
  );
}
