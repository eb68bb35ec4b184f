import { useId } from 'react';
import type { Release } from '../../../core/canton/releases';
import type { SessionKeysOn } from '../../../core/plan/session-durations';
import { barsOf, readable, ticks } from './durations';

const left = 84;
const width = 256;
const rowHeight = 26;

/**
 * The life of one session key on a time axis that begins when it is made: how long it is valid, from when on it is no
 * longer taken for new signatures, how far the time of a signature may lie, how long it is remembered.
 */
export function TimeAxis({ answers, release }: { answers: SessionKeysOn; release: Release }) {
  const hatch = useId();
  const bars = barsOf(answers, release);
  const longest = Math.max(...bars.map(({ ms }) => ms), 1);
  const x = (ms: number) => left + (ms / longest) * width;
  const bottom = bars.length * rowHeight + 6;
  const said = bars.map(({ label, ms, cutOff }) =>
    cutOff === undefined
      ? `${label} ${readable(ms)}`
      : `${label} ${readable(ms)} with a cut-off of ${readable(cutOff)}`,
  );
  return (
    <figure className="grid gap-1">
      <svg
        viewBox={`0 0 ${left + width + 42} ${bottom + 22}`}
        role="img"
        className="w-full max-w-md"
        aria-label={`The life of a session key from the time it is made: ${said.join(', ')}.`}
      >
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" className="stroke-ink" strokeWidth="2" />
        </pattern>
        {ticks(longest).map((tick) => (
          <g key={tick}>
            <path d={`M${x(tick)} 0V${bottom}`} className="stroke-line" />
            <text x={x(tick)} y={bottom + 14} textAnchor="middle" className="fill-muted text-[11px]">
              {readable(tick)}
            </text>
          </g>
        ))}
        {bars.map(({ label, ms, cutOff = 0 }, row) => (
          <g key={label} transform={`translate(0 ${row * rowHeight + 5})`}>
            <text x={left - 8} y={13} textAnchor="end" className="fill-ink text-[11px]">
              {label}
            </text>
            <rect
              x={left}
              width={Math.max(1, x(ms) - left)}
              height={18}
              rx={3}
              className="fill-accent-soft stroke-accent"
            />
            <rect
              x={x(ms - cutOff)}
              width={x(ms) - x(ms - cutOff)}
              height={18}
              fill={`url(#${hatch})`}
              opacity="0.55"
            />
            <text x={x(ms) + 5} y={13} className="fill-muted text-[11px]">
              {readable(ms)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="text-small text-muted">
        Hatched: the cut-off, in which the key is still valid and signs nothing new.
      </figcaption>
    </figure>
  );
}
