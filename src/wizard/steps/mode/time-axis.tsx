import { useId } from 'react';
import { defaultOf } from '../../../core/canton/keys';
import type { Release } from '../../../core/canton/releases';
import { hasSessionKeyBounds } from '../../../core/canton/session-keys';
import { parseDuration } from '../../../core/plan/duration';
import { durationMs, durationNames, readable, type SessionKeysOn, ticks } from './durations';

const left = 92;
const width = 250;
const rowHeight = 26;

const rowLabels = {
  'key-eviction-period': 'in memory',
  'key-validity-duration': 'valid',
  'cut-off-duration': 'cut-off',
  'tolerance-shift-duration': 'tolerance',
} as const;
const offsetKey = 'sequencer-client.default-max-sequencing-time-offset';
const order = ['key-eviction-period', 'key-validity-duration', 'tolerance-shift-duration'] as const;

/**
 * The life of one session key on a time axis that begins when it is made: how long it is valid, from when on it is no
 * longer taken for new signatures, how far the time of a signature may lie, how long it is remembered.
 */
export function TimeAxis({ answers, release }: { answers: SessionKeysOn; release: Release }) {
  const hatch = useId();
  const lengths = durationNames.flatMap((name) => durationMs(name, answers, release) ?? []);
  const longest = Math.max(...lengths, 1);
  const x = (ms: number) => left + (ms / longest) * width;
  const offset = defaultOf(offsetKey, release);
  const offsetMs = hasSessionKeyBounds(release) ? parseDuration(String(offset)) : undefined;
  const validity = durationMs('key-validity-duration', answers, release);
  const cutOff = durationMs('cut-off-duration', answers, release);
  const rows = order.flatMap((name) => {
    const ms = durationMs(name, answers, release);
    return ms === undefined ? [] : [{ name, ms }];
  });
  const bottom = rows.length * rowHeight + 6;
  const summary = [...rows, ...(cutOff === undefined ? [] : [{ name: 'cut-off-duration' as const, ms: cutOff }])]
    .map(({ name, ms }) => `${rowLabels[name]} ${readable(ms)}`)
    .join(', ');
  return (
    <figure className="grid gap-1">
      <svg
        viewBox={`0 0 ${left + width + 40} ${bottom + 22}`}
        role="img"
        className="w-full max-w-md"
        aria-label={`The life of a session key from the time it is made: ${summary}.`}
      >
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0V6" className="stroke-ink" strokeWidth="2" />
          </pattern>
        </defs>
        {ticks(longest).map((tick) => (
          <g key={tick}>
            <path d={`M${x(tick)} 0V${bottom}`} className="stroke-line" />
            <text x={x(tick)} y={bottom + 14} textAnchor="middle" className="fill-muted text-[11px]">
              {readable(tick)}
            </text>
          </g>
        ))}
        {rows.map(({ name, ms }, row) => (
          <g key={name} transform={`translate(0 ${row * rowHeight + 5})`}>
            <text x={left - 8} y={13} textAnchor="end" className="fill-ink text-[11px]">
              {rowLabels[name]}
            </text>
            <rect
              x={left}
              width={Math.max(1, x(ms) - left)}
              height={18}
              rx={3}
              className="fill-accent-soft stroke-accent"
            />
            {name === 'key-validity-duration' && validity !== undefined && cutOff !== undefined && (
              <rect
                x={x(Math.max(0, validity - cutOff))}
                width={x(validity) - x(Math.max(0, validity - cutOff))}
                height={18}
                fill={`url(#${hatch})`}
                opacity="0.55"
              />
            )}
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
