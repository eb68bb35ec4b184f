import { type Move, moves } from '../../canton/keys';
import { holdsFor, type Release } from '../../canton/releases';
import type { HoconObject, HoconValue } from '../hocon-value';

/** A node after the line has moved what older lines have elsewhere. What stands at the new place wins, field by field. */
export function moved(node: HoconObject, release: Release): HoconObject {
  return moves.filter((move) => holdsFor(move, release)).reduce(move, node);
}

function move(node: HoconObject, { from, to }: Move): HoconObject {
  const old = valueAt(node, from.split('.'));
  if (old === undefined) return node;
  const without = withValue(node, from.split('.'), undefined);
  const current = valueAt(without, to.split('.'));
  return withValue(without, to.split('.'), current === undefined ? old : merged(current, old));
}

function valueAt(value: HoconValue, path: readonly string[]): HoconValue | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const inner = value.type === 'object' ? value.fields.get(name) : undefined;
  return inner && valueAt(inner, rest);
}

/** The object with another value at a path, whose parents exist; with none, without the last name. */
function withValue(object: HoconObject, path: readonly string[], value: HoconValue | undefined): HoconObject {
  const [name, ...rest] = path;
  if (name === undefined) return object;
  const fields = new Map(object.fields);
  const inner = fields.get(name);
  const changed = rest.length > 0 && inner?.type === 'object' ? withValue(inner, rest, value) : value;
  if (changed === undefined) fields.delete(name);
  else fields.set(name, changed);
  return { ...object, fields };
}

/** HOCON's own rule: objects merge, and anything else hides what is below it. */
function merged(over: HoconValue, under: HoconValue): HoconValue {
  if (over.type !== 'object' || under.type !== 'object') return over;
  const fields = new Map(under.fields);
  for (const [name, value] of over.fields) {
    const below = fields.get(name);
    fields.set(name, below === undefined ? value : merged(value, below));
  }
  return { ...over, fields };
}
