import { isObject } from '../plan/json-object';
import { armOf, type Fields, type Shape } from './shape';

/** What an object or list holds under a key of its own. */
export function childOf(value: unknown, key: PropertyKey): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  return isObject(value) && typeof key === 'string' && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(childOf, root);
}

/** What should stand at a place, given the arms that the values on the way have chosen; none for an unknown field. */
export function shapeAt(shape: Shape, root: unknown, path: readonly PropertyKey[]): Shape | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return shape;
  const inner = shape.kind === 'list' ? shape.item() : fieldOf(fieldsOf(shape, root), key);
  return inner && shapeAt(inner, childOf(root, key), rest);
}

function fieldsOf(shape: Shape, value: unknown): Fields | undefined {
  if (shape.kind === 'object') return shape.fields;
  return shape.kind === 'union' ? armOf(shape, childOf(value, 'type')) : undefined;
}

function fieldOf(fields: Fields | undefined, key: PropertyKey): Shape | undefined {
  return fields !== undefined && typeof key === 'string' && Object.hasOwn(fields, key) ? fields[key] : undefined;
}
