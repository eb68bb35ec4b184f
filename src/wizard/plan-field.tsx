import { type ComponentProps, createContext, type ReactNode, useContext } from 'react';
import type { Path } from '../core/plan/plan';
import { Checkbox } from '../ui/checkbox';
import { classNames } from '../ui/class-names';
import { Field, type FieldError, type Wiring } from '../ui/field';
import { ErrorLine, FindingBlock } from './finding';
import { useFindingsAt } from './use-findings';

/** Whether the row around a field shows the findings, so that a field in half the width needn't. */
const InRow = createContext(false);

/**
 * A field bound to an answer of the plan: it shows what the rules say at its path. An error stands as a line under the
 * control, everything else as a block below. There is no other source of messages.
 */
export function PlanField(props: {
  path: Path;
  label: ReactNode;
  children: (wiring: Wiring) => ReactNode;
  hint?: ReactNode;
  writes?: string;
  optional?: boolean;
  quiet?: boolean;
  className?: string;
}) {
  const { path, ...rest } = props;
  const inRow = useContext(InRow);
  const errors = useErrorsAt(path);
  return (
    <div className={classNames('grid min-w-0 content-start gap-3', rest.className)}>
      <Field {...rest} path={path} errors={errors} />
      {!inRow && <FindingsAt paths={[path]} />}
    </div>
  );
}

/** A yes or no bound to an answer of the plan, with what the rules say about it. */
export function PlanCheckbox(props: Omit<ComponentProps<typeof Checkbox>, 'errors'>) {
  const errors = useErrorsAt(props.path);
  return (
    <div className="grid min-w-0 gap-3">
      <Checkbox {...props} errors={errors} />
      <FindingsAt paths={[props.path]} />
    </div>
  );
}

/** The errors at a path as lines, for controls that show them themselves (Checkbox, RadioCards). */
export function useErrorsAt(path: Path): readonly FieldError[] {
  return useFindingsAt(path)
    .filter((finding) => finding.severity === 'error')
    .map((finding) => ({ id: finding.id, content: <ErrorLine finding={finding} /> }));
}

/** Two fields beside each other where there is room; the findings of both stand below in full width. */
export function Row({ paths, children }: { paths: readonly Path[]; children: ReactNode }) {
  return (
    <div className="@container grid gap-3">
      <div className="grid grid-cols-1 items-start gap-4 @md:grid-cols-2">
        <InRow value={true}>{children}</InRow>
      </div>
      <FindingsAt paths={paths} />
    </div>
  );
}

/**
 * The findings at these answers as blocks, without the errors that their fields show already.
 * `errors` shows those too, for an answer that has no field of its own (a whole list, a group).
 */
export function FindingsAt({ paths, errors = false }: { paths: readonly Path[]; errors?: boolean }) {
  return paths.map((path) => <FindingsOf key={path} path={path} errors={errors} />);
}

function FindingsOf({ path, errors }: { path: Path; errors: boolean }) {
  const findings = useFindingsAt(path);
  return findings
    .filter((finding) => errors || finding.severity !== 'error')
    .map((finding) => <FindingBlock key={`${finding.id} ${finding.message}`} finding={finding} />);
}
