import { type Ref, useId } from 'react';

export type SummaryItem = { readonly path: string; readonly message: string; readonly place?: string };

/** The list of what has to be mended; each line leads to its field. Give it the focus when it appears. */
export function ErrorSummary(props: {
  title: string;
  items: readonly SummaryItem[];
  onGo: (path: string) => void;
  ref?: Ref<HTMLElement>;
}) {
  const { title, items, onGo, ref } = props;
  const id = useId();
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-labelledby={id}
      className="rounded-card border border-error bg-error-soft px-4 py-3"
    >
      <h2 id={id} className="font-semibold text-error">
        {title}
      </h2>
      <ul className="mt-1 grid gap-1">
        {items.map((item) => (
          <li key={`${item.path} ${item.message}`}>
            <button type="button" onClick={() => onGo(item.path)} className="text-left underline underline-offset-2">
              {item.place !== undefined && <span className="font-semibold">{item.place}: </span>}
              {item.message}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
