import { isObject } from '../plan/json-object';
import type { z } from '../plan/z';
import type { Notice } from './decoded';
import { childOf, shapeAt, valueAt } from './place';
import { repairReference } from './repair-reference';
import { restore, type Shape } from './shape';
import { noticeAt, shown } from './wording';

/**
 * Puts right one thing the schema refused, in place, and says what was done. Says nothing when it could do nothing.
 * List items that can't be used at all are gone before (`dropItems`).
 */
export function repair(shape: Shape, raw: unknown, issue: z.core.$ZodIssue): Notice[] {
  const { path } = issue;
  if (issue.code === 'custom') return repairReference(raw, path);
  if (issue.code === 'unrecognized_keys') return dropKeys(valueAt(raw, path), path, issue.keys);
  const value = valueAt(raw, path);
  if (issue.code === 'too_big' && Array.isArray(value)) return shorten(value, path, Number(issue.maximum));
  // A `type` that nobody knows is a question about the object it stands in.
  const at = issue.code === 'invalid_union' && path.at(-1) === 'type' ? path.slice(0, -1) : path;
  return replace(shape, raw, at);
}

function dropKeys(holder: unknown, path: readonly PropertyKey[], keys: readonly string[]): Notice[] {
  if (!isObject(holder)) return [];
  return keys.map((key) => {
    Reflect.deleteProperty(holder, key);
    return noticeAt(path, `${shown(key)} is not known here and was left out.`);
  });
}

function shorten(list: unknown[], path: readonly PropertyKey[], most: number): Notice[] {
  list.splice(most);
  return [noticeAt(path, `only the first ${most} were kept.`)];
}

function replace(shape: Shape, raw: unknown, path: readonly PropertyKey[]): Notice[] {
  const place = shapeAt(shape, raw, path);
  const holder = valueAt(raw, path.slice(0, -1));
  const key = path.at(-1);
  if (place === undefined || key === undefined) return [];
  const value = valueAt(raw, path);
  const next = initialOf(place, value);
  if (Array.isArray(holder) && typeof key === 'number') holder[key] = next;
  else if (isObject(holder) && typeof key === 'string') holder[key] = next;
  else return [];
  return [noticeAt(path, `${refused(place, value)}; ${taken(place)}.`)];
}

/** What the shape starts with. A union keeps the fields that its first arm has too, so that references still hold. */
function initialOf(shape: Shape, value: unknown): unknown {
  if (shape.kind === 'value') return shape.initial;
  if (shape.kind === 'union' && isObject(value)) return restore(shape, { ...value, type: shape.initial });
  return restore(shape, undefined);
}

function refused(shape: Shape, value: unknown): string {
  const said = shape.kind === 'union' && isObject(value) ? childOf(value, 'type') : value;
  if (said === undefined) return 'nothing was said';
  if (typeof said === 'string' && said.length > 2_000) return 'the text is longer than any answer may be';
  return `${shown(said)} can't be used`;
}

function taken(shape: Shape): string {
  if (shape.kind === 'list' || shape.kind === 'object') return 'the defaults were taken instead';
  if (shape.initial === null) return 'it was left to Canton';
  return shape.initial === '' ? 'it was left empty' : `${shown(shape.initial)} was taken instead`;
}
