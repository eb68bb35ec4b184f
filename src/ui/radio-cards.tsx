import { type ReactNode, useId } from 'react';
import { classNames } from './class-names';
import { Errors, type FieldError } from './field';

export type Card<T extends string> = {
  readonly value: T;
  readonly label: ReactNode;
  readonly about?: ReactNode;
  /** Below the text, e.g. a diagram. */
  readonly picture?: ReactNode;
};

/**
 * One choice out of a few, as native radios in cards of equal weight.
 * `columns` holds on a wide page; a narrow one always has one column.
 */
export function RadioCards<T extends string>(props: {
  legend: ReactNode;
  path: string;
  cards: readonly Card<T>[];
  /** The chosen one; `undefined` when several nodes disagree. */
  value: T | undefined;
  onChoose: (value: T) => void;
  columns?: 1 | 2 | 3;
  hint?: ReactNode;
  errors?: readonly FieldError[];
}) {
  const { legend, path, cards, value, onChoose, columns = 3, hint, errors = [] } = props;
  const name = useId();
  const columnClass = { 1: '', 2: '@md:grid-cols-2', 3: '@md:grid-cols-3' }[columns];
  return (
    <fieldset data-path={path} className="@container min-w-0">
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      {hint !== undefined && <p className="mb-2 text-small text-muted">{hint}</p>}
      <div className={classNames('grid items-stretch gap-2.5', columnClass)}>
        {cards.map((card) => (
          <label
            key={card.value}
            className="grid cursor-pointer content-start gap-0.5 rounded-card border border-line bg-surface p-3 has-checked:border-accent has-checked:bg-accent-soft has-checked:inset-ring has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <span className="flex items-center gap-2 font-semibold">
              <input
                type="radio"
                className="outline-none"
                name={name}
                checked={card.value === value}
                onChange={() => onChoose(card.value)}
              />
              {card.label}
            </span>
            {card.about !== undefined && <span className="text-small text-muted">{card.about}</span>}
            {card.picture}
          </label>
        ))}
      </div>
      <Errors errors={errors} />
    </fieldset>
  );
}
