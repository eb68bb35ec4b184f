import type { Release } from '../../../core/canton/releases';
import {
  type BoundCheck,
  hasSessionKeyBounds,
  sessionKeyBoundSource,
  sessionKeyBounds,
} from '../../../core/canton/session-keys';
import { type SessionKeysOn, sessionDurations } from '../../../core/plan/session-durations';
import { readable } from './durations';

const words = {
  'key-validity-duration': 'key validity',
  'tolerance-shift-duration': 'tolerance',
  'cut-off-duration': 'cut-off',
  'key-eviction-period': 'eviction',
  'time offset': 'time offset of the sequencer client',
} as const;

/** The inequalities between the durations, with their numbers, as they are typed. */
export function Bounds({ answers, release }: { answers: SessionKeysOn; release: Release }) {
  if (!hasSessionKeyBounds(release)) {
    return (
      <p className="text-small text-muted">
        Canton {release} does not check these durations against each other. Keep the eviction longer than the validity,
        and the validity longer than twice the cut-off, as later lines demand.
      </p>
    );
  }
  const durations = sessionDurations(answers, release);
  const source = sessionKeyBoundSource(release);
  return (
    <div className="text-small">
      <p className="text-muted">
        Canton demands, each strictly:{' '}
        <a href={source.url} target="_blank" rel="noreferrer">
          {source.label}
        </a>
      </p>
      {durations === undefined ? (
        <p className="text-muted">They are checked as soon as every duration can be read.</p>
      ) : (
        <ul aria-label="Bounds between the durations" className="mt-1 grid gap-0.5">
          {sessionKeyBounds(durations, release).map((bound) => (
            <li key={bound.id} className={bound.holds ? '' : 'text-error'}>
              <span aria-hidden="true">{bound.holds ? '✓' : '✗'}</span> <b>{bound.holds ? 'holds' : 'fails'}</b>:{' '}
              {sentenceOf(bound)}
              {!bound.holds && ` ${bound.because}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** "key validity 5m is longer than tolerance + cut-off, 3m." */
function sentenceOf({ left, right, leftMs, rightMs }: BoundCheck): string {
  const [one, other] = right;
  const sum =
    other !== undefined && one === other ? `twice the ${words[one]}` : right.map((term) => words[term]).join(' + ');
  return `${words[left]} ${readable(leftMs)} > ${sum} ${readable(rightMs)}`;
}
