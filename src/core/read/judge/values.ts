import { type CantonKey, defaultOf } from '../../canton/keys';
import type { Section } from '../../canton/keys-model';
import type { Release } from '../../canton/releases';
import type { HoconValue, Origin } from '../hocon-value';
import { type Duration, parseDuration } from './duration';

/** A value that was read, and where it was written. */
export type Read = {
  readonly value: string | boolean | number | Duration | readonly string[] | ReadonlyMap<string, string> | HoconValue;
  readonly origin: Origin;
};

/** What was read of a section, by the key's path; sections that are present stand in it as well. Defaults do not. */
export type Values = ReadonlyMap<string, Read>;

/** One node as Canton would hold it after reading. */
export type NodeConfig = {
  readonly section: Section;
  readonly name: string;
  /** `['canton', 'participants', 'bank1']` */
  readonly above: readonly string[];
  readonly origin: Origin;
  readonly values: Values;
};

/** What holds for the whole process and decides over its nodes. */
export type ProcessConfig = { readonly nonStandardConfig: boolean };

/** How Canton's messages call a node of a section. */
export const kindOf = { participants: 'participant', sequencers: 'sequencer', mediators: 'mediator' } as const;

/** The text or choice at a key: as written, else the line's default. */
export function textAt(values: Values, key: CantonKey, release: Release): string | undefined {
  const value = values.get(key)?.value ?? defaultOf(key, release);
  return typeof value === 'string' ? value : undefined;
}

/** The flag at a key; one that isn't written and has no default counts as off. */
export function flagAt(values: Values, key: CantonKey, release: Release): boolean {
  return (values.get(key)?.value ?? defaultOf(key, release)) === true;
}

/** The choices listed at a key, without repetitions; `undefined` where none are. */
export function choicesAt(values: Values, key: CantonKey): readonly string[] | undefined {
  const value = values.get(key)?.value;
  return Array.isArray(value) ? [...new Set(value.map(String))] : undefined;
}

/** The nanoseconds at a key that takes finite durations only. */
export function nanosAt(values: Values, key: CantonKey, release: Release): bigint {
  const written = values.get(key)?.value;
  if (typeof written === 'object' && 'nanos' in written) return written.nanos;
  const parsed = parseDuration(String(defaultOf(key, release)));
  return parsed.ok && 'nanos' in parsed.duration ? parsed.duration.nanos : 0n;
}
