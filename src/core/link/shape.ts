import { isObject, type JsonObject } from '../plan/json-object';

/**
 * What a plan looks like to a link: where each answer stands and what it is when nothing is said about it. A link spells
 * only the differences, so a shape that has been released is frozen with its version.
 */
export type Shape =
  /** One scalar. `always`: written even when it is the initial one, and never assumed. */
  | { readonly kind: 'value'; readonly initial: Scalar; readonly always?: true }
  | { readonly kind: 'object'; readonly fields: Fields }
  /** An object whose `type` says which fields it has. */
  | { readonly kind: 'union'; readonly initial: string; readonly arms: Readonly<Record<string, Fields>> }
  /** `initial` in the spelling of a link. The item is asked for late, since a driver's values hold each other. */
  | { readonly kind: 'list'; readonly item: () => Shape; readonly initial: readonly unknown[]; readonly max: number };
export type Scalar = string | number | boolean | null;
export type Fields = Readonly<Record<string, Shape>>;

/** The fields of a union's arm; none for a name that isn't an arm's, whatever a hostile text calls it. */
export function armOf(shape: Shape & { kind: 'union' }, type: unknown): Fields | undefined {
  return typeof type === 'string' && Object.hasOwn(shape.arms, type) ? shape.arms[type] : undefined;
}

/**
 * The difference of a value from what its shape starts with, `undefined` when there is none. What the shape doesn't
 * know is written as it stands, so nothing is ever lost.
 */
export function difference(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'value':
      return value === shape.initial && shape.always === undefined ? undefined : value;
    case 'object':
      return isObject(value) ? unlessEmpty(differences(shape.fields, value)) : value;
    case 'union': {
      if (!isObject(value)) return value;
      const { type, ...rest } = value;
      const fields = armOf(shape, type);
      if (fields === undefined) return value;
      const changed = differences(fields, rest);
      return type === shape.initial ? unlessEmpty(changed) : { type, ...changed };
    }
    case 'list': {
      if (!Array.isArray(value)) return value;
      const inner = shape.item();
      // An object that differs in nothing still has to be counted; a scalar stands for itself.
      const items = value.map((item) => (inner.kind === 'value' ? item : (difference(inner, item) ?? {})));
      return JSON.stringify(items) === JSON.stringify(shape.initial) ? undefined : items;
    }
  }
}

function differences(fields: Fields, value: JsonObject): JsonObject {
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => {
    const shape = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return [key, shape === undefined ? inner : difference(shape, inner)];
  });
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

function unlessEmpty(value: JsonObject): JsonObject | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}

/**
 * The way back: what a difference doesn't mention gets its initial value. What doesn't fit the shape stays as it is, for
 * the healer to name; a list is cut one item after its limit, so that a short text can't become a huge plan.
 */
export function restore(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'value':
      return value === undefined && shape.always === undefined ? shape.initial : value;
    case 'object':
      if (value === undefined) return restored(shape.fields, {});
      return isObject(value) ? restored(shape.fields, value) : value;
    case 'union': {
      if (value !== undefined && !isObject(value)) return value;
      const { type = shape.initial, ...rest } = value ?? {};
      const fields = armOf(shape, type);
      return fields === undefined ? value : restored(fields, { type, ...rest });
    }
    case 'list': {
      const items: unknown = value ?? shape.initial;
      if (!Array.isArray(items)) return items;
      return items.slice(0, shape.max + 1).map((item) => restore(shape.item(), item));
    }
  }
}

function restored(fields: Fields, value: JsonObject): JsonObject {
  const known = Object.entries(fields).map(([key, shape]) => {
    return [key, restore(shape, Object.hasOwn(value, key) ? value[key] : undefined)];
  });
  return { ...value, ...Object.fromEntries(known) };
}
