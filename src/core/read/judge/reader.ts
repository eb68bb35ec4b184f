import type { Key, Keys, KeyType, Section } from '../../canton/keys-model';
import { holdsFor, type Release, releases } from '../../canton/releases';
import type { Source } from '../../canton/sources';
import type { HoconObject, HoconValue, Origin } from '../hocon-value';
import { type Problem, pathOf, placed } from './problem';
import {
  checkLength,
  type Refusal,
  readChoice,
  readDuration,
  readFlag,
  readItems,
  readText,
  readWhole,
  type Scalar,
  wrongType,
} from './scalars';
import type { Read } from './values';

/** What reading a section needs to know, and what it finds. */
export type Reading = {
  readonly release: Release;
  /** The kind of the node that is read; none for what holds for the whole process. */
  readonly section?: Section;
  /** Whether Canton was told to drop unknown keys. */
  readonly dropsUnknown: boolean;
  /** The names above the keys that are read: `['canton', 'participants', 'bank1']`. */
  readonly above: readonly string[];
  readonly problems: Problem[];
  /** Paths whose values are none of our business. */
  readonly notJudged: string[];
  /** What was read, by the key's path below {@link above}. */
  readonly values: Map<string, Read>;
};

/** Reads an object by its keys, as Canton's derived readers do: what is missing, what is unknown, then each value. */
export function readObject(keys: Keys, object: HoconObject, at: readonly string[], reading: Reading): void {
  const known = Object.entries(keys).filter(([, key]) => applies(key, reading));
  for (const [name, key] of known) {
    const value = object.fields.get(name);
    if (value === undefined && key.required) {
      refuse(reading, at, { ok: false, message: `Key not found: '${name}'.` }, object.origin, key.source);
    } else if (value !== undefined && !(value.type === 'null' && key.nullable)) {
      readKey(key, value, [...at, name], reading);
    }
  }
  const names = new Set(known.map(([name]) => name));
  for (const [name, value] of object.fields) {
    if (!names.has(name) && !reading.dropsUnknown) refuseUnknown(keys, name, value, at, reading);
  }
}

function applies(key: Key, { release, section }: Reading): boolean {
  return (
    holdsFor(key, release) && (key.sections === undefined || section === undefined || key.sections.includes(section))
  );
}

/** Says as well which lines or nodes have the key, since most unknown keys are right somewhere else. */
function refuseUnknown(keys: Keys, name: string, value: HoconValue, at: readonly string[], reading: Reading): void {
  const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
  const lines = key === undefined ? [] : releases.filter((release) => holdsFor(key, release));
  const hint =
    key === undefined
      ? ''
      : lines.includes(reading.release)
        ? ` Only ${key.sections?.join(' and ')} have it.`
        : ` Canton ${lines.join(', ')} ${lines.length === 1 ? 'has' : 'have'} it here, ${reading.release} does not.`;
  refuse(reading, [...at, name], { ok: false, message: `Unknown key.${hint}` }, value.origin, key?.source);
}

function refuse(reading: Reading, at: readonly string[], refusal: Refusal, origin: Origin, source?: Source): void {
  reading.problems.push({
    stage: 'reading',
    path: pathOf([...reading.above, ...at]),
    message: refusal.message,
    ...(refusal.crash && { crash: true }),
    ...placed(origin),
    ...(source && { source }),
  });
}

type Value = Scalar<Read['value']>;
const ok = (value: Read['value']): Value => ({ ok: true, value });

/** Reads one key, whose path is `at`, and keeps or refuses its value. */
function readKey(key: Key, value: HoconValue, at: readonly string[], reading: Reading): void {
  // A variable of the environment is text that only the node will know, so nothing but its type can be judged.
  const onlyNodeKnows = value.type === 'reference' && isOneWord(key.type);
  if (onlyNodeKnows || key.type.kind === 'opaque') reading.notJudged.push(pathOf([...reading.above, ...at]));
  if (onlyNodeKnows) return;
  const read = readValue(key.type, value, at, reading);
  if (read.ok) reading.values.set(at.join('.'), { value: read.value, origin: value.origin });
  else refuse(reading, at, read, value.origin, key.source);
}

function isOneWord({ kind }: KeyType): boolean {
  return kind === 'text' || kind === 'flag' || kind === 'whole' || kind === 'duration' || kind === 'choice';
}

function readValue(type: KeyType, value: HoconValue, at: readonly string[], reading: Reading): Value {
  switch (type.kind) {
    case 'text': {
      const text = readText(value);
      return (text.ok && type.length && checkLength(text.value, type.length)) || text;
    }
    case 'flag':
      return readFlag(value);
    case 'whole':
      return readWhole(value, type.positive === true);
    case 'duration':
      return readDuration(value, type);
    case 'choice':
      return readChoice(value, type, reading.release);
    case 'choices':
    case 'texts':
      return readList(type, value, at, reading);
    case 'tags':
      return readTags(value, at, reading);
    case 'object':
    case 'union':
      return readSection(type, value, at, reading);
    case 'opaque':
      return ok(value);
  }
}

type Typed<K extends KeyType['kind']> = Extract<KeyType, { kind: K }>;

function readList(type: Typed<'choices' | 'texts'>, value: HoconValue, at: readonly string[], reading: Reading): Value {
  const items = readItems(value);
  if (!items.ok) return items;
  if (type.kind === 'choices' && items.value.length === 0) {
    const message = 'Empty collection found when trying to convert to NonEmpty[scala.collection.immutable.Set].';
    return { ok: false, message };
  }
  const texts = items.value.flatMap((item, index) => {
    const text = type.kind === 'choices' ? readChoice(item, type, reading.release) : readText(item);
    if (text.ok) return [text.value];
    refuse(reading, [...at, String(index)], text, item.origin);
    return [];
  });
  return ok(texts);
}

function readTags(value: HoconValue, at: readonly string[], reading: Reading): Value {
  if (value.type !== 'object') return wrongType('OBJECT', value);
  const tags = new Map<string, string>();
  for (const [name, item] of value.fields) {
    if (item.type === 'reference') {
      reading.notJudged.push(pathOf([...reading.above, ...at, name]));
      continue;
    }
    const text = readText(item);
    if (text.ok) tags.set(name, text.value);
    else refuse(reading, [...at, name], text, item.origin);
  }
  return ok(tags);
}

function readSection(
  type: Typed<'object' | 'union'>,
  value: HoconValue,
  at: readonly string[],
  reading: Reading,
): Value {
  if (value.type !== 'object') return wrongType('OBJECT', value);
  if (type.kind === 'union') return readVariant(type.variants, value, at, reading);
  readObject(type.keys, value, at, reading);
  return ok(value);
}

/** An object whose `type` says which keys it has. Where that is wrong, Canton looks no further. */
function readVariant(
  variants: Typed<'union'>['variants'],
  object: HoconObject,
  at: readonly string[],
  reading: Reading,
): Value {
  const written = object.fields.get('type');
  if (written === undefined) return { ok: false, message: "Key not found: 'type'." };
  if (written.type === 'reference') {
    reading.notJudged.push(pathOf([...reading.above, ...at]));
    return ok(object);
  }
  const type = readText(written);
  const keys = type.ok && Object.hasOwn(variants, type.value) ? variants[type.value] : undefined;
  if (type.ok && keys !== undefined) {
    reading.values.set([...at, 'type'].join('.'), { value: type.value, origin: written.origin });
    const rest = new Map([...object.fields].filter(([name]) => name !== 'type'));
    readObject(keys, { ...object, fields: rest }, at, reading);
  } else {
    const message = type.ok
      ? `Unexpected value "${type.value}" found. Known here: ${Object.keys(variants).join(', ')}.`
      : type.message;
    refuse(reading, [...at, 'type'], { ok: false, message }, written.origin);
  }
  return ok(object);
}
