import type { Scheme } from '../../../core/canton/schemes';
import { Errors } from '../../../ui/field';
import { Select } from '../../../ui/text-input';
import { FindingsAt, PlanField, useErrorsAt } from '../../plan-field';

type Value<S> = { default: S | null; allowed: S[] };

/** One of the four choices: the default as a select, what is allowed beneath it when it is to be narrowed. */
export function SchemeChoice<S extends Scheme>(props: {
  legend: string;
  writes: string;
  path: string;
  options: readonly S[];
  /** What Canton takes when nothing is said. */
  ofCanton: S;
  /** Why a scheme can't be the default; nothing where it can. */
  reasonAgainst: (scheme: S) => string | undefined;
  value: Value<S>;
  onChange: (value: Value<S>) => void;
}) {
  const { legend, writes, path, options, ofCanton, reasonAgainst, value, onChange } = props;
  const allowedErrors = useErrorsAt(`${path}.allowed`);
  const narrowed = value.allowed.length > 0;

  return (
    <fieldset data-path={path} className="grid gap-2">
      <PlanField path={`${path}.default`} label={legend} writes={`${writes}.default`}>
        {(wiring) => (
          <Select
            mono
            {...wiring}
            value={value.default ?? ''}
            onChange={({ target }) => {
              const scheme = options.find((option) => option === target.value) ?? null;
              onChange({ ...value, default: scheme });
            }}
          >
            <option value="">{`Canton's default: ${ofCanton}`}</option>
            {options.map((scheme) => {
              const reason = reasonAgainst(scheme);
              return (
                <option key={scheme} value={scheme} disabled={reason !== undefined && scheme !== value.default}>
                  {reason === undefined ? scheme : `${scheme} (${reason})`}
                </option>
              );
            })}
          </Select>
        )}
      </PlanField>
      <div data-path={`${path}.allowed`} className="grid gap-1 text-mid">
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            checked={narrowed}
            onChange={({ target }) =>
              onChange({
                ...value,
                allowed: target.checked ? options.filter((scheme) => reasonAgainst(scheme) !== 'experimental') : [],
              })
            }
          />
          <span>
            Narrow what is allowed <code className="text-[0.78rem] text-muted">{writes}.allowed</code>
          </span>
        </label>
        {narrowed && (
          <ul className="ml-6 grid gap-1" aria-label={`${legend}: allowed`}>
            {options.map((scheme) => {
              const isAllowed = value.allowed.includes(scheme);
              const reason = reasonAgainst(scheme);
              return (
                <li key={scheme}>
                  <label className="flex min-h-7 items-center gap-2">
                    <input
                      type="checkbox"
                      checked={isAllowed}
                      disabled={isAllowed && value.allowed.length === 1}
                      onChange={() =>
                        onChange({
                          ...value,
                          allowed: options.filter((other) =>
                            other === scheme ? !isAllowed : value.allowed.includes(other),
                          ),
                        })
                      }
                    />
                    <code>{scheme}</code>
                    {reason !== undefined && <span className="text-small text-muted">{allowedReason(reason)}</span>}
                  </label>
                </li>
              );
            })}
          </ul>
        )}
        <Errors errors={allowedErrors} />
        <FindingsAt paths={[`${path}.allowed`]} />
      </div>
    </fieldset>
  );
}

/** A scheme that a KMS can't do is still worth allowing: what others made with it is checked in software. */
function allowedReason(reason: string): string {
  return reason === 'experimental' ? reason : `only for what comes from others: ${reason}`;
}
