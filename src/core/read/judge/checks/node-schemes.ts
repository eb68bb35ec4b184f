import type { Release } from '../../../canton/releases';
import {
  type CryptoProvider,
  defaultScheme,
  isExperimental,
  isKnown,
  keysOfAlgorithm,
  loggedAs,
  type Scheme,
  type SchemeKind,
  type SchemeValues,
  schemesOf,
} from '../../../canton/schemes';
import { choicesAt, flagAt, type NodeConfig, textAt } from '../values';

/** The schemes of a node as Canton settles them: what is written, else what the provider says. */

export const pairs = ['signing', 'encryption'] as const;
export type Pair = (typeof pairs)[number];

/** The written default and the written `allowed` of one kind; `undefined` where nothing is written. */
export function written<K extends SchemeKind>(
  node: NodeConfig,
  kind: K,
  release: Release,
): { readonly default: SchemeValues[K] | undefined; readonly allowed: readonly SchemeValues[K][] | undefined } {
  const all: readonly SchemeValues[K][] = schemesOf[kind];
  const value = textAt(node.values, `crypto.${kind}.default`, release);
  const listed = choicesAt(node.values, `crypto.${kind}.allowed`);
  return {
    default: all.find((scheme) => scheme === value),
    allowed: listed?.flatMap((name) => all.filter((scheme) => scheme === name)),
  };
}

export function providerOf(node: NodeConfig, release: Release): CryptoProvider {
  return textAt(node.values, 'crypto.provider', release) === 'kms' ? 'kms' : 'jce';
}

/** What both providers support in a line: experimental schemes only where they are switched on. */
export function supported<K extends SchemeKind>(
  node: NodeConfig,
  kind: K,
  release: Release,
): readonly SchemeValues[K][] {
  const all: readonly SchemeValues[K][] = schemesOf[kind];
  const experimental = flagAt(node.values, 'crypto.enable-experimental', release);
  return all.filter((scheme) => isKnown(scheme, release) && (experimental || !isExperimental(scheme)));
}

export function effectiveDefault<K extends SchemeKind>(node: NodeConfig, kind: K, release: Release): SchemeValues[K] {
  return written(node, kind, release).default ?? defaultScheme(kind, providerOf(node, release), release);
}

export function effectiveAllowed<K extends SchemeKind>(
  node: NodeConfig,
  kind: K,
  release: Release,
): readonly SchemeValues[K][] {
  return written(node, kind, release).allowed ?? supported(node, kind, release);
}

/** The kinds of keys that algorithms can use. */
export function keysOf(
  algorithms: readonly (SchemeValues['signing.algorithms'] | SchemeValues['encryption.algorithms'])[],
) {
  return algorithms.flatMap((algorithm): readonly Scheme[] => keysOfAlgorithm[algorithm]);
}

/** A set as Canton's log prints it. */
export function setOf(schemes: readonly Scheme[]): string {
  return `Set(${schemes.map(loggedAs).join(', ')})`;
}
