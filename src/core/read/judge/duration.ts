import { longMax, parseDouble, parseLong, withoutWhitespace } from './java';

/**
 * A duration as Canton reads it: nanoseconds, or endless. Canton counts them in 64 bits, which is 292 years.
 * Source: `scala.concurrent.duration.Duration(text)`, which Canton's readers call.
 */
export type Duration = { readonly nanos: bigint } | { readonly endless: 'ahead' | 'back' | 'undefined' };

const units = new Map<string, bigint>(
  [
    { nanos: 86_400_000_000_000n, names: ['d', 'day', 'days'] },
    { nanos: 3_600_000_000_000n, names: ['h', 'hr', 'hrs', 'hour', 'hours'] },
    { nanos: 60_000_000_000n, names: ['m', 'min', 'mins', 'minute', 'minutes'] },
    { nanos: 1_000_000_000n, names: ['s', 'sec', 'secs', 'second', 'seconds'] },
    { nanos: 1_000_000n, names: ['ms', 'milli', 'millis', 'millisecond', 'milliseconds'] },
    { nanos: 1_000n, names: ['µs', 'micro', 'micros', 'microsecond', 'microseconds'] },
    { nanos: 1n, names: ['ns', 'nano', 'nanos', 'nanosecond', 'nanoseconds'] },
  ].flatMap(({ nanos, names }) => names.map((name): [string, bigint] => [name, nanos])),
);

const words = new Map<string, Duration>([
  ['Inf', { endless: 'ahead' }],
  ['PlusInf', { endless: 'ahead' }],
  ['+Inf', { endless: 'ahead' }],
  ['Duration.Inf', { endless: 'ahead' }],
  ['MinusInf', { endless: 'back' }],
  ['-Inf', { endless: 'back' }],
  ['Duration.MinusInf', { endless: 'back' }],
  ['Duration.Undefined', { endless: 'undefined' }],
]);

export const tooLong = 'Duration is limited to +-(2^63-1)ns (ca. 292 years)';

/** What a text says as a duration; `crash` where Canton throws instead of refusing. */
export type ParsedDuration =
  | { readonly ok: true; readonly duration: Duration }
  | { readonly ok: false; readonly reason: string; readonly crash: boolean };

export function parseDuration(text: string): ParsedDuration {
  const compact = withoutWhitespace(text);
  const word = words.get(compact);
  if (word !== undefined) return { ok: true, duration: word };
  const unit = /[\p{L}]*$/u.exec(compact)?.[0] ?? '';
  const nanos = units.get(unit);
  if (nanos === undefined) return { ok: false, reason: `format error ${text}`, crash: false };
  const number = compact.slice(0, compact.length - unit.length);
  const whole = parseLong(number);
  return whole === undefined ? fraction(number, nanos) : bounded(whole * nanos);
}

function bounded(nanos: bigint): ParsedDuration {
  if (nanos > longMax || nanos < -longMax) return { ok: false, reason: tooLong, crash: true };
  return { ok: true, duration: { nanos } };
}

/** Anything but a plain whole number is counted in floating point and rounded to the nanosecond. */
function fraction(number: string, unit: bigint): ParsedDuration {
  const value = parseDouble(number);
  if (value === undefined) {
    return { ok: false, reason: number === '' ? 'empty String' : `For input string: "${number}"`, crash: false };
  }
  const nanos = value * Number(unit);
  if (Number.isNaN(nanos)) return { ok: true, duration: { endless: 'undefined' } };
  if (!Number.isFinite(nanos)) return { ok: true, duration: { endless: nanos > 0 ? 'ahead' : 'back' } };
  if (Math.abs(nanos) > 2 ** 63) return { ok: false, reason: tooLong, crash: true };
  const rounded = BigInt(Math.round(nanos));
  return bounded(rounded > longMax ? longMax : rounded);
}

const steps = [
  ['d', 86_400_000_000_000n],
  ['h', 3_600_000_000_000n],
  ['m', 60_000_000_000n],
] as const;
const second = 1_000_000_000n;

/** A duration as Canton's messages write it: `2m 30s`, `0.5s`. */
export function formatDuration(nanos: bigint): string {
  const parts: string[] = [];
  let rest = nanos < 0n ? -nanos : nanos;
  for (const [name, size] of steps) {
    if (rest >= size) parts.push(`${rest / size}${name}`);
    rest %= size;
  }
  if (rest > 0n) {
    const fraction = String(rest % second)
      .padStart(9, '0')
      .replace(/0+$/, '');
    parts.push(`${rest / second}${fraction && `.${fraction}`}s`);
  }
  return (nanos < 0n ? '-' : '') + (parts.join(' ') || '0s');
}
