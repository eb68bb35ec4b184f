import { type ReactNode, useId } from 'react';
import { classNames } from './class-names';

/** What a control must carry to belong to its field. Spread it on the input. */
export type Wiring = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

/** One thing that is wrong with an answer. */
export type FieldError = { readonly id: string; readonly content: ReactNode };

/**
 * A label, a control, and what is said about it. It owns the ids, so a screen reader reads hint and errors with the
 * control, and it never draws the control itself:
 *
 *     <Field label="Region" writes="kms.region" path="kms.0.region" errors={[]}>
 *       {(wiring) => <TextInput mono {...wiring} {...register('region')} />}
 *     </Field>
 *
 * `path` says which answer this is; it is how the page finds the field of a finding or of a line in a file.
 */
export function Field(props: {
  label: ReactNode;
  path: string;
  children: (wiring: Wiring) => ReactNode;
  hint?: ReactNode;
  /** The key this answer becomes, shown in small monospace. */
  writes?: string | undefined;
  optional?: boolean;
  /** The label is only read aloud: in a table or a list of rows, where the place says it to the eye. */
  quiet?: boolean;
  errors?: readonly FieldError[];
  className?: string;
}) {
  const { label, path, children, hint, writes, optional = false, quiet = false, errors = [], className } = props;
  const id = useId();
  const hasHint = hint !== undefined || writes !== undefined;
  const described = [hasHint && `${id}-hint`, errors.length > 0 && `${id}-errors`].filter(Boolean).join(' ');
  const invalid = errors.length > 0 ? true : undefined;
  return (
    <div className={classNames('min-w-0', className)} data-path={path}>
      <label htmlFor={id} className={quiet ? 'sr-only' : 'mb-1.5 block font-semibold'}>
        {label}
        {optional && <small className="ml-1.5 text-small font-normal text-muted">optional</small>}
      </label>
      {children({ id, 'aria-describedby': described === '' ? undefined : described, 'aria-invalid': invalid })}
      {hasHint && <Hint id={`${id}-hint`} hint={hint} writes={writes} />}
      <Errors id={`${id}-errors`} errors={errors} />
    </div>
  );
}

/** A line under a control: what it does, and the key it writes. */
export function Hint({ id, hint, writes }: { id?: string; hint?: ReactNode; writes?: string | undefined }) {
  return (
    <div id={id} className="mt-1 text-small text-muted">
      {hint} {writes !== undefined && <code className="text-[0.78rem] wrap-anywhere">{writes}</code>}
    </div>
  );
}

/** What is wrong with an answer, at its place. */
export function Errors({ id, errors }: { id?: string; errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <ul id={id} className="mt-1 text-small text-error">
      {errors.map((error) => (
        <li key={error.id} className="flex gap-1.5">
          <span aria-hidden="true">⚠</span>
          <span className="min-w-0 wrap-anywhere">{error.content}</span>
        </li>
      ))}
    </ul>
  );
}
