import { holdsFor, type Release, type Span } from './releases';
import type { Source } from './sources';

/** One of the values a choice offers, with the lines that read it. */
export type Choice = Span & { readonly value: string };

/** The node kinds, as Canton names their sections. */
export type Section = 'participants' | 'sequencers' | 'mediators';

/**
 * What Canton's reader makes of a value. `opaque` is read by something else (a driver, a database library) or lies
 * outside this project's ground: such a value is never judged.
 */
export type KeyType =
  | { readonly kind: 'text'; readonly length?: { readonly from: number; readonly to: number } }
  | { readonly kind: 'flag' }
  | { readonly kind: 'whole'; readonly positive?: true }
  | {
      readonly kind: 'duration';
      readonly from: 'zero' | 'above-zero';
      /** Whether it may be endless: `Inf`. */
      readonly endless?: true;
      /** Refuses fractions of a second. */
      readonly wholeSeconds?: true;
    }
  | { readonly kind: 'choice'; readonly values: readonly Choice[] }
  /** A list of choices that must not be empty. */
  | { readonly kind: 'choices'; readonly values: readonly Choice[] }
  | { readonly kind: 'texts' }
  | { readonly kind: 'tags' }
  | { readonly kind: 'opaque' }
  | { readonly kind: 'object'; readonly keys: Keys }
  /** An object whose `type` says which keys it has. */
  | { readonly kind: 'union'; readonly variants: { readonly [type: string]: Keys } };

/** A default, written as an operator would write it; dated where the lines differ. */
export type Default = string | number | boolean;
export type DatedDefault = Span & { readonly value: Default };

export type Key = Span & {
  readonly type: KeyType;
  /** Must be written wherever its object is. */
  readonly required?: true;
  /** `null` counts as "not written". Elsewhere `null` is an error, even where there is a default. */
  readonly nullable?: true;
  readonly default?: Default | readonly DatedDefault[];
  /** Node kinds that have it; without, all three. */
  readonly sections?: readonly Section[];
  /** One or two sentences for an operator: what it does, and what goes wrong. */
  readonly about: string;
  readonly source: Source;
};

export type Keys = { readonly [name: string]: Key };

type Inner<T> = T extends { type: { kind: 'object'; keys: infer K } }
  ? PathsOf<K>
  : T extends { type: { kind: 'union'; variants: infer V } }
    ? V[keyof V] extends infer K
      ? 'type' | (K extends unknown ? PathsOf<K> : never)
      : never
    : never;

/** Every path into a group of keys, as a union of literals: `'kms' | 'kms.region' | ...`. */
export type PathsOf<K> = {
  [N in keyof K & string]: N | `${N}.${Inner<K[N]>}`;
}[keyof K & string];

/** The default that holds in a line; `undefined` where there is none. */
export function defaultIn(key: Key, release: Release): Default | undefined {
  if (key.default === undefined || typeof key.default !== 'object') return key.default;
  return key.default.find((dated) => holdsFor(dated, release))?.value;
}

/** The values of a choice that a line reads. */
export function valuesIn(choices: readonly Choice[], release: Release): readonly string[] {
  return choices.filter((choice) => holdsFor(choice, release)).map((choice) => choice.value);
}
