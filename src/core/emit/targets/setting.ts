import type { NodeKey, sessionSigningKeysAt } from '../../canton/keys';
import { type Default, valuesIn } from '../../canton/keys-model';
import { parseDuration } from '../../plan/duration';
import type { Path } from '../../plan/plan';
import { field, type Member, type Value } from '../hocon/tree';
import type { Settings } from '../settings';
import { lookUp } from './lookup';

/** A key of a node; where session signing keys stand differs from line to line, and so does what is known there. */
export type SettingKey = NodeKey | `${ReturnType<typeof sessionSigningKeysAt>}.${string}`;

/** What the plan says about one key: a text as typed, a flag, a choice (`null`: left to Canton), several choices. */
export type Given = string | boolean | null | readonly string[];

/**
 * The line for one key: nothing where the release line doesn't know the key or the value, and nothing for Canton's own
 * default unless the plan wants defaults spelled out. A required answer that isn't there yet leaves a comment, so that
 * Canton refuses an unfinished file by name.
 * @param name what is printed, below the section the member goes into
 * @param fallback Canton's default where it doesn't stand in the key tree
 */
export function setting(
  settings: Settings,
  key: SettingKey,
  name: string,
  given: Given,
  from: Path,
  fallback?: Default,
): readonly Member[] {
  const known = lookUp(key, settings.release);
  if (known === undefined) return nothing;
  const standard = fallback ?? known.fallback;
  const value = printable(settings, key, given, from);
  if (value !== undefined) {
    if (!settings.explicitDefaults && standard !== undefined && means(given, standard)) return nothing;
    return [field(name, value, key, from)];
  }
  if (standard !== undefined) {
    if (!settings.explicitDefaults) return nothing;
    const spelled = printable(settings, key, typeof standard === 'number' ? String(standard) : standard, from);
    return spelled === undefined ? [] : [field(name, spelled, key, from)];
  }
  return known.key.required === true ? [missing(name, key, from)] : nothing;
}

const nothing: readonly Member[] = [];

/** Stands where an answer is still to be given. */
export function missing(name: string, key: string, from: Path): Member {
  return { kind: 'comment', text: `${name}: not answered yet`, key, from };
}

/** The value as its key takes it; `undefined` when it isn't given, or the line doesn't read it. */
function printable(settings: Settings, key: string, given: Given, from: Path): Value | undefined {
  if (given === null || given === '') return undefined;
  if (typeof given === 'boolean') return { kind: 'word', text: String(given), from };
  const type = lookUp(key, settings.release)?.key.type;
  if (typeof given !== 'string') {
    const values = type?.kind === 'choices' ? valuesIn(type.values, settings.release) : [];
    const items = given.filter((item) => values.includes(item));
    if (items.length === 0) return undefined;
    return { kind: 'list', items: items.map((text) => ({ kind: 'word', text, from })) };
  }
  switch (type?.kind) {
    case 'choice':
      return valuesIn(type.values, settings.release).includes(given) ? { kind: 'word', text: given, from } : undefined;
    case 'duration':
      return { kind: 'word', text: parseDuration(given) === undefined ? given : given.replace(/\s/g, ''), from };
    case 'whole':
      return { kind: 'number', text: given, from };
    default:
      return { kind: 'text', text: given, from };
  }
}

/** Whether an answer says what Canton would do anyway. */
function means(given: Given, standard: Default): boolean {
  if (given === standard || given === String(standard)) return true;
  if (typeof given !== 'string' || typeof standard !== 'string') return false;
  const duration = parseDuration(given);
  return duration !== undefined && duration === parseDuration(standard);
}
