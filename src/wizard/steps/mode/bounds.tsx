import type { Release } from '../../../core/canton/releases';
import { type BoundCheck, hasSessionKeyBounds, sessionKeyBounds } from '../../../core/canton/session-keys';
import { parseDuration } from '../../../core/plan/duration';
import type { SessionSigningKeys } from '../../../core/plan/node';
import { classNames } from '../../../ui/class-names';
import { usePlanPart } from '../../use-plan';
import { sessionDefault } from './session-defaults';

type On = Extract<SessionSigningKeys, { type: 'on' }>;

/** The inequalities between the durations with today's numbers, on one time axis. */
export function Bounds({ keys }: { keys: On }) {
  const release = usePlanPart((plan) => plan.release);
  if (!hasSessionKeyBounds(release)) {
    return <p className="text-small text-muted">Canton {release} doesn't compare these durations with each other.</p>;
  }
  const checks = sessionKeyBounds(
    {
      'key-validity-duration': milliseconds(keys.keyValidityDuration, 'key-validity-duration', release),
      'tolerance-shift-duration': milliseconds(keys.toleranceShiftDuration, 'tolerance-shift-duration', release),
      'cut-off-duration': milliseconds(keys.cutOffDuration, 'cut-off-duration', release),
      'key-eviction-period': milliseconds(keys.keyEvictionPeriod, 'key-eviction-period', release),
    },
    release,
  );
  const longest = Math.max(1, ...checks.flatMap(({ leftMs, rightMs }) => [leftMs, rightMs]));
  return (
    <figure className="grid gap-2">
      <figcaption className="text-small text-muted">
        What Canton checks when it loads the file, with these durations. Each must be longer than what it is compared
        with; equal isn't enough.
      </figcaption>
      <ul className="grid gap-2">
        {checks.map((check) => (
          <Check key={check.id} check={check} longest={longest} />
        ))}
      </ul>
    </figure>
  );
}

function Check({ check, longest }: { check: BoundCheck; longest: number }) {
  const { left, right, leftMs, rightMs, holds, because } = check;
  return (
    <li className="grid gap-1 text-small">
      <span>
        <span className={classNames('font-semibold', holds ? 'text-accent' : 'text-error')}>
          {holds ? '✓ holds' : '✗ broken'}
        </span>{' '}
        <code>{left}</code> {shown(leftMs)} &gt; <code>{right.join(' + ')}</code> {shown(rightMs)}
        {!holds && <span className="text-error"> {because}</span>}
      </span>
      <svg
        viewBox="0 0 400 10"
        aria-hidden="true"
        className={classNames('h-2.5 w-full', holds ? 'text-accent' : 'text-error')}
        preserveAspectRatio="none"
      >
        <rect x="0" y="0" width={(400 * leftMs) / longest} height="4" fill="currentColor" />
        <rect x="0" y="6" width={(400 * rightMs) / longest} height="4" fill="currentColor" opacity="0.4" />
      </svg>
    </li>
  );
}

/** A duration as typed, or Canton's default while nothing readable is typed. */
function milliseconds(text: string, key: string, release: Release): number {
  return parseDuration(text) ?? parseDuration(sessionDefault(key, release) ?? '') ?? 0;
}

function shown(milliseconds: number): string {
  if (milliseconds % 60_000 === 0) return `${milliseconds / 60_000}m`;
  return milliseconds % 1_000 === 0 ? `${milliseconds / 1_000}s` : `${milliseconds}ms`;
}
