/**
 * Canton's key tree: which configuration key exists in which release line, what it takes, what it defaults to, what it
 * is for and where that is written. The one place that knows; emitters, help texts and the judge all ask here.
 *
 * Paths are literal types, so a misspelt one doesn't compile:
 *
 * - {@link NodeKey}: below a node, `crypto.kms.region` (for `canton.<section>.<node>.crypto.kms.region`);
 * - {@link ProcessKey}: below `canton`, `parameters.non-standard-config`; as a {@link CantonKey} it starts with `canton.`.
 *
 *     knows('crypto.session-signing-keys', '3.4')                    // false: the line would refuse it
 *     defaultOf('crypto.kms.session-signing-keys.enabled', '3.4')    // undefined: required
 *     describe('crypto.kms.region').about                            // why the line is there
 *     sessionSigningKeysAt('3.3')                                    // 'parameters.session-signing-keys'
 */
import { type Default, defaultIn, type Key, type Keys, type PathsOf, type Section } from './keys-model';
import { nodeKeys } from './keys-node';
import { processKeys } from './keys-process';
import { holdsFor, type Release, releases, type Span } from './releases';
import { code, type Source } from './sources';

export type NodeKey = PathsOf<typeof nodeKeys>;
export type ProcessKey = PathsOf<typeof processKeys>;
export type CantonKey = NodeKey | `canton.${ProcessKey}`;

/** The sections of `canton` that hold nodes. */
export const sections = ['participants', 'sequencers', 'mediators'] as const satisfies readonly Section[];

/** Keys that older lines have elsewhere and a newer line still accepts at the old place, moving them itself. */
export type Move = Span & { readonly from: string; readonly to: string; readonly source: Source };
export const moves: readonly Move[] = [
  {
    from: 'crypto.kms.session-signing-keys',
    to: 'crypto.session-signing-keys',
    since: '3.5',
    source: code('appConfig', 'CantonConfigDeprecations.scala'),
  },
];

/** The keys of an object; of a union, those of all its variants, the first to name a key winning. */
function keysIn(key: Key): readonly Keys[] {
  if (key.type.kind === 'object') return [key.type.keys];
  if (key.type.kind === 'union') return Object.values(key.type.variants);
  return [];
}

/** `type` of a union is not written down as a key; this is it. */
function discriminator(union: Key): Key | undefined {
  if (union.type.kind !== 'union') return undefined;
  return {
    type: { kind: 'choice', values: Object.keys(union.type.variants).map((value) => ({ value })) },
    required: true,
    about: union.about,
    source: union.source,
  };
}

/** A key of a group by name; names come from files, so what every object inherits must not count. */
function own(keys: Keys, name: string): Key | undefined {
  return Object.hasOwn(keys, name) ? keys[name] : undefined;
}

/** The keys along a path, outermost first; empty where the path leads nowhere. */
function along(keys: Keys, path: string): readonly Key[] {
  const found: Key[] = [];
  let groups: readonly Keys[] = [keys];
  for (const name of path.split('.')) {
    const last = found.at(-1);
    const key =
      groups.flatMap((group) => own(group, name) ?? [])[0] ??
      (name === 'type' && last ? discriminator(last) : undefined);
    if (key === undefined) return [];
    found.push(key);
    groups = keysIn(key);
  }
  return found;
}

const root = 'canton.';
function keysAt(path: string): readonly Key[] {
  return path.startsWith(root) ? along(processKeys, path.slice(root.length)) : along(nodeKeys, path);
}

/** The key at a path. Where variants of a section share a name, the first of them speaks. */
export function describe(path: CantonKey): Key {
  const key = keysAt(path).at(-1);
  if (key === undefined) throw new Error(`No such key: ${path}`);
  return key;
}

/** The key at a path that arrives as text, as from a token of a file; `undefined` where there is none. */
export function find(path: string): Key | undefined {
  return keysAt(path).at(-1);
}

/** Whether a line reads this key at this place. Anything else stops the start of the process. */
export function knows(path: CantonKey, release: Release): boolean {
  const keys = keysAt(path);
  return keys.length > 0 && keys.every((key) => holdsFor(key, release));
}

/** The lines that read a key, oldest first, to say where it works and where not. */
export function linesOf(path: CantonKey): readonly Release[] {
  return releases.filter((release) => knows(path, release));
}

/** Canton's default in a line, as an operator would write it; `undefined` where there is none. */
export function defaultOf(path: CantonKey, release: Release): Default | undefined {
  return knows(path, release) ? defaultIn(describe(path), release) : undefined;
}

/** Where a line has session signing keys. */
export function sessionSigningKeysAt(
  release: Release,
): 'parameters.session-signing-keys' | 'crypto.kms.session-signing-keys' | 'crypto.session-signing-keys' {
  if (release === '3.3') return 'parameters.session-signing-keys';
  return release === '3.4' ? 'crypto.kms.session-signing-keys' : 'crypto.session-signing-keys';
}
