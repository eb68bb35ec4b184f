import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Finding, type Severity, severities } from '../../../core/rules/finding';
import { Button } from '../../../ui/button';
import { ErrorSummary } from '../../../ui/error-summary';
import { FindingBlock } from '../../finding';
import { useGoTo } from '../../use-field-focus';
import { usePlan } from '../../use-plan';
import { placeOf } from './place';

/** As many of one kind as a person takes in; a thousand nodes may have a thousand, which come with a button. */
const mostErrors = 30;
const mostFindings = 10;

const headings = {
  security: 'Security',
  warning: 'Warnings',
  note: 'Notes',
} as const satisfies Record<Exclude<Severity, 'error'>, string>;

/** What has to be mended, each line leading to its field. */
export function Errors({ errors }: { errors: readonly Finding[] }) {
  const plan = usePlan();
  const goTo = useGoTo();
  const summary = useRef<HTMLElement>(null);
  const { shown, more } = useShown(errors, mostErrors, (at) => summary.current?.querySelectorAll('button')[at]);
  if (errors.length === 0) return null;
  return (
    <div className="grid gap-2">
      <ErrorSummary
        ref={summary}
        title={`${errors.length === 1 ? '1 answer stops' : `${errors.length} answers stop`} the files they touch`}
        items={shown.map(({ path, message }) => ({ path, message, place: placeOf(plan, path) }))}
        onGo={goTo}
      />
      {more !== undefined && <ShowAll count={errors.length} what="answers to mend" onClick={more} />}
    </div>
  );
}

/** Everything else worth knowing, the worst first. */
export function FindingGroups({ findings }: { findings: readonly Finding[] }) {
  return severities.map((severity) => {
    const group = findings.filter((finding) => finding.severity === severity);
    if (severity === 'error' || group.length === 0) return null;
    return <Group key={severity} heading={headings[severity]} findings={group} />;
  });
}

function Group({ heading, findings }: { heading: string; findings: readonly Finding[] }) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const { shown, more } = useShown(findings, mostFindings, (at) => list.current?.children[at]?.querySelector('button'));
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h3 id={id} className="font-semibold">
        {heading} <small className="text-small font-normal text-muted">{findings.length.toLocaleString('en')}</small>
      </h3>
      <ul ref={list} className="grid gap-3">
        {shown.map((finding) => (
          <li
            key={`${finding.id} ${finding.path} ${finding.message}`}
            className="[contain-intrinsic-size:auto_8rem] [content-visibility:auto]"
          >
            <Where finding={finding} />
            <FindingBlock finding={finding} />
          </li>
        ))}
      </ul>
      {more !== undefined && <ShowAll count={findings.length} what={heading.toLowerCase()} onClick={more} />}
    </section>
  );
}

/** Whose answer it is about, and the way there. */
function Where({ finding: { path } }: { finding: Finding }) {
  const place = placeOf(usePlan(), path);
  const goTo = useGoTo();
  // The release line is chosen from any step and has no field in one.
  if (path === 'release') return null;
  return (
    <p className="mb-1 text-small">
      <button type="button" className="text-accent underline underline-offset-2" onClick={() => goTo(path)}>
        {place}
      </button>
    </p>
  );
}

function ShowAll({ count, what, onClick }: { count: number; what: string; onClick: () => void }) {
  return (
    <div>
      <Button onClick={onClick}>
        Show all {count.toLocaleString('en')} {what}
      </Button>
    </div>
  );
}

/**
 * The first of many, until all are asked for.
 * @param controlAt the control of one of them by its place; the button that showed the rest is gone, so the first new
 *   one takes the focus
 */
function useShown(
  findings: readonly Finding[],
  most: number,
  controlAt: (place: number) => HTMLElement | null | undefined,
): { shown: readonly Finding[]; more: (() => void) | undefined } {
  const [all, setAll] = useState(false);
  if (all || findings.length <= most) return { shown: findings, more: undefined };
  const more = () => {
    flushSync(() => setAll(true));
    controlAt(most)?.focus();
  };
  return { shown: findings.slice(0, most), more };
}
