import { useMemo } from 'react';
import { classNames } from '../ui/class-names';
import { useNavigate } from './navigation';
import { type Step, type StepId, stepOf, stepsOf } from './steps';
import { useErrors } from './use-findings';
import { usePlanPart } from './use-plan';

/** How many answers of each step have to be mended. */
export function useProblemCounts(): Readonly<Record<StepId, number>> {
  const errors = useErrors();
  const task = usePlanPart((plan) => plan.task);
  return useMemo(() => {
    const counts: Record<StepId, number> = {
      migration: 0,
      inventory: 0,
      nodes: 0,
      provider: 0,
      mode: 0,
      keys: 0,
      rotation: 0,
      review: 0,
      runbook: 0,
    };
    const seen = new Set<string>();
    for (const { path } of errors) {
      if (seen.has(path)) continue;
      seen.add(path);
      counts[stepOf(path, { task })]++;
    }
    return counts;
  }, [errors, task]);
}

/** The steps of the plan in view. */
export function useSteps(): readonly Step[] {
  return stepsOf({ task: usePlanPart((plan) => plan.task) });
}

/** The steps, each with what is still to mend in it. */
export function StepsNav(props: { current: StepId; visited: ReadonlySet<StepId>; onRelease: () => void }) {
  const { current, visited, onRelease } = props;
  const counts = useProblemCounts();
  const steps = useSteps();
  const navigate = useNavigate();
  const nodes = usePlanPart((plan) => plan.nodes.length);
  const release = usePlanPart((plan) => plan.release);
  return (
    <nav aria-label="Steps" className="flex flex-col gap-0.5 overflow-auto border-r border-line px-3 py-4">
      <ol className="grid gap-0.5">
        {steps.map((step, index) => {
          const done = step.id !== current && visited.has(step.id) && counts[step.id] === 0;
          return (
            <li key={step.id}>
              <a
                href={`#/${step.id}`}
                aria-current={step.id === current ? 'step' : undefined}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  navigate(step.id);
                }}
                className="grid grid-cols-[1.4rem_1fr_auto] items-center gap-2 rounded-card p-2 text-ink no-underline hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:font-semibold"
              >
                <span
                  aria-hidden="true"
                  className={classNames(
                    'grid size-5 place-items-center rounded-full border-[1.5px] text-[0.75rem]',
                    done ? 'border-accent bg-accent text-on-accent' : 'border-edge',
                  )}
                >
                  {done ? '✓' : index + 1}
                </span>
                <span>
                  {step.title}
                  {done && <span className="sr-only"> done</span>}
                </span>
                {counts[step.id] > 0 ? (
                  <span className="rounded-full bg-error-soft px-1.5 text-[0.75rem] font-normal text-error">
                    <span aria-hidden="true">⚠ {counts[step.id]}</span>
                    <span className="sr-only">{counts[step.id]} to mend</span>
                  </span>
                ) : (
                  step.id === 'nodes' && <small className="font-normal text-muted">{nodes}</small>
                )}
              </a>
            </li>
          );
        })}
      </ol>
      <p className="mt-auto border-t border-line px-2 pt-3 text-small text-muted">
        Canton <b className="text-ink">{release}</b>
        <br />
        <button type="button" onClick={onRelease} className="text-accent underline underline-offset-2">
          Change
        </button>
      </p>
    </nav>
  );
}

/** On a narrow screen: where one is, and a way to any other step. */
export function StepSelect({ current }: { current: StepId }) {
  const counts = useProblemCounts();
  const steps = useSteps();
  const navigate = useNavigate();
  const at = steps.findIndex((step) => step.id === current);
  return (
    <div className="mb-4 wide:hidden">
      <label className="flex items-center gap-2 rounded-card border border-line bg-surface px-3">
        <span className="whitespace-nowrap">
          Step {at + 1} of {steps.length} ·
        </span>
        <select
          className="min-h-11 grow bg-surface font-semibold"
          value={current}
          onChange={(event) => {
            const step = steps.find(({ id }) => id === event.target.value);
            if (step !== undefined) navigate(step.id);
          }}
        >
          {steps.map((step) => (
            <option key={step.id} value={step.id}>
              {step.title}
              {counts[step.id] > 0 ? ` (${counts[step.id]} to mend)` : ''}
            </option>
          ))}
        </select>
      </label>
      <div aria-hidden="true" className="mt-1.5 flex h-1 gap-1">
        {steps.map((step, index) => (
          <span key={step.id} className={classNames('grow rounded-full', index <= at ? 'bg-accent' : 'bg-line')} />
        ))}
      </div>
    </div>
  );
}
