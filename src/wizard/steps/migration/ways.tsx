import type { Argument } from '../../../core/rules/way-judgements';
import { isOpen, type Way } from '../../../core/rules/ways';
import { classNames } from '../../../ui/class-names';
import { Prose } from '../../../ui/prose';

/** Ways, the open ones first: what to know of each, and why the others are out. What a card says isn't said again. */
export function Ways({ ways }: { ways: readonly Way[] }) {
  return (
    <ul className="grid gap-3">
      {ways.map((way) => (
        <li key={way.id} className="grid gap-1 border-l-3 border-line pl-3.5 text-mid">
          <p>
            <b>{way.title}</b>{' '}
            <span
              className={classNames(
                'ml-1 rounded-control px-1.5 py-0.5 text-small',
                isOpen(way) ? 'bg-accent-soft' : 'bg-sunken text-muted',
              )}
            >
              {verdict(way)}
            </span>
          </p>
          {way.leads && way.runbook === undefined && <p>{way.about}</p>}
          <Arguments items={isOpen(way) ? way.mind : way.against} />
        </li>
      ))}
    </ul>
  );
}

function verdict(way: Way): string {
  if (!isOpen(way)) return 'out';
  return way.runbook === undefined ? 'open, in words' : 'open';
}

/** What speaks for or against something, each with where it is written. */
export function Arguments({ items }: { items: readonly Argument[] }) {
  if (items.length === 0) return null;
  return (
    <ul className="grid list-disc gap-1 pl-5 text-muted">
      {items.map(({ text, source }) => (
        <li key={text}>
          <Prose text={text} />{' '}
          <a href={source.url} target="_blank" rel="noreferrer" className="text-small">
            {source.label}
          </a>
        </li>
      ))}
    </ul>
  );
}
