import { defaultIn, type Key, type Keys } from '../../src/core/canton/keys-model';
import { nodeKeys } from '../../src/core/canton/keys-node';
import { holdsFor, type Release } from '../../src/core/canton/releases';
import { retryDefaults } from '../../src/core/canton/retries';
import type { HoconValue } from '../../src/core/read/hocon-value';
import { type Duration, parseDuration } from '../../src/core/read/judge/duration';
import type { NodeConfig, Read } from '../../src/core/read/judge/values';

/**
 * A node as the recorder of the verdicts wrote it down: every value that holds, defaults filled in, durations in
 * milliseconds where they are whole. It wrote `crypto`, `init`, and of `parameters` the session signing keys.
 */
export type Settled = boolean | number | string | null | readonly Settled[] | { readonly [name: string]: Settled };

/** Sections that hold something else than their keys' own defaults when they aren't written. */
const absent: Readonly<Record<string, Settled>> = {
  'init.identity': { type: 'auto', identifier: { type: 'config' } },
  'init.identity.identifier': { type: 'config' },
  'init.identity.certificates': [],
  'crypto.kms.custom-tags': {},
  'crypto.kms.retries.failures': durations(retryDefaults.failures),
  'crypto.kms.retries.create-key-check': durations(retryDefaults['create-key-check']),
};

export function settled(node: NodeConfig, release: Release): Settled {
  const { crypto, init, parameters } = nodeKeys;
  const session = parameters.type.keys['session-signing-keys'];
  const keys: Keys = {
    crypto,
    init,
    ...(release === '3.3' && {
      parameters: { ...parameters, type: { kind: 'object', keys: { 'session-signing-keys': session } } },
    }),
  };
  return settledObject(keys, '', node, release);
}

function settledObject(
  keys: Keys,
  at: string,
  node: NodeConfig,
  release: Release,
): { readonly [name: string]: Settled } {
  const fields = Object.entries(keys).flatMap(([name, key]): [string, Settled][] => {
    const path = at === '' ? name : `${at}.${name}`;
    const applies = holdsFor(key, release) && (key.sections?.includes(node.section) ?? true);
    const value = applies ? settledKey(key, path, node, release) : undefined;
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(fields);
}

function settledKey(key: Key, path: string, node: NodeConfig, release: Release): Settled | undefined {
  const read = node.values.get(path);
  if (read === undefined && path in absent) return absent[path];
  if (read === undefined && key.nullable) return undefined;
  switch (key.type.kind) {
    case 'object':
      return settledObject(key.type.keys, path, node, release);
    case 'union': {
      const type = node.values.get(`${path}.type`)?.value;
      if (typeof type !== 'string') throw new Error(`${path} has no type`);
      return { type, ...settledObject(key.type.variants[type] ?? {}, path, node, release) };
    }
    default:
      return read === undefined ? settledDefault(key, path, release) : plain(read.value);
  }
}

/** The section that may be left out although a key in it is required is the one of session signing keys: it is off. */
function settledDefault(key: Key, path: string, release: Release): Settled | undefined {
  if (path.endsWith('session-signing-keys.enabled')) return false;
  const value = defaultIn(key, release);
  return key.type.kind === 'duration' ? milliseconds(String(value)) : value;
}

function plain(value: Read['value']): Settled {
  if (typeof value !== 'object') return value;
  if (value instanceof Map) return Object.fromEntries(value);
  if ('nanos' in value || 'endless' in value) return written(value);
  if ('type' in value) return plainHocon(value);
  if (Array.isArray(value)) return [...new Set(value)].sort();
  throw new Error('No such value');
}

function plainHocon(value: HoconValue): Settled {
  switch (value.type) {
    case 'object':
      return Object.fromEntries([...value.fields].map(([name, field]) => [name, plainHocon(field)]));
    case 'list':
      return value.items.map(plainHocon);
    case 'null':
      return null;
    case 'reference':
      return value.text;
    default:
      return value.value;
  }
}

function durations(values: Readonly<Record<string, string | number>>): Settled {
  const field = (value: string | number) => (typeof value === 'string' ? milliseconds(value) : value);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, field(value)]));
}

function milliseconds(text: string): Settled {
  const parsed = parseDuration(text);
  if (!parsed.ok) throw new Error(`${text} is no duration`);
  return written(parsed.duration);
}

function written(duration: Duration): Settled {
  if ('endless' in duration) return 'Duration.Inf';
  return duration.nanos % 1_000_000n === 0n ? `${duration.nanos / 1_000_000n}ms` : `${duration.nanos}ns`;
}
