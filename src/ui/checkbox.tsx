import { type ComponentProps, type ReactNode, useId } from 'react';
import { Errors, type FieldError, Hint } from './field';

/** A yes or no with its explanation. Takes what React Hook Form's `register` gives. */
export function Checkbox({
  label,
  path,
  hint,
  writes,
  errors = [],
  ...rest
}: ComponentProps<'input'> & {
  label: ReactNode;
  path: string;
  hint?: ReactNode;
  writes?: string;
  errors?: readonly FieldError[];
}) {
  const id = useId();
  const invalid = errors.length > 0;
  return (
    <div data-path={path} className="flex items-start gap-2">
      <input
        {...rest}
        id={id}
        type="checkbox"
        className="mt-1"
        aria-invalid={invalid || undefined}
        aria-describedby={`${id}-hint ${invalid ? `${id}-errors` : ''}`.trim()}
      />
      <div className="min-w-0">
        <label htmlFor={id} className="block font-semibold">
          {label}
        </label>
        <Hint id={`${id}-hint`} hint={hint} writes={writes} />
        <Errors id={`${id}-errors`} errors={errors} />
      </div>
    </div>
  );
}
