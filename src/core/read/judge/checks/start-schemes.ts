import type { NodeKey } from '../../../canton/keys';
import type { Release } from '../../../canton/releases';
import { loggedAs, type SchemeKind, type SchemeValues, supportedByKms } from '../../../canton/schemes';
import { code } from '../../../canton/sources';
import { type NodeConfig, textAt } from '../values';
import type { Check } from './check';
import {
  effectiveAllowed,
  effectiveDefault,
  keysOf,
  type Pair,
  pairs,
  providerOf,
  setOf,
  supported,
} from './node-schemes';

/** What a node's start says about its schemes. It ends the process with exit status 117. */
type Refused = { readonly key: NodeKey; readonly message: string };

/** Why a node's schemes don't hold together by themselves; the first reason, as Canton gives it. */
export function refusedSchemes(node: NodeConfig, release: Release): Refused | undefined {
  for (const pair of pairs) {
    const refused =
      refusedKind(node, `${pair}.keys`, release) ??
      refusedKind(node, `${pair}.algorithms`, release) ??
      misfit(node, pair, release);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function refusedKind<K extends SchemeKind>(node: NodeConfig, kind: K, release: Release): Refused | undefined {
  const known: readonly SchemeValues[K][] = supported(node, kind, release);
  const allowed = effectiveAllowed(node, kind, release);
  const unsupported = allowed.filter((scheme) => !known.includes(scheme));
  if (unsupported.length > 0) {
    return { key: `crypto.${kind}.allowed`, message: `Allowed schemes ${setOf(unsupported)} are not supported` };
  }
  const standard = effectiveDefault(node, kind, release);
  if (allowed.includes(standard)) return undefined;
  return { key: `crypto.${kind}.default`, message: `Scheme ${loggedAs(standard)} is not allowed: ${setOf(allowed)}` };
}

/** From 3.5 the default kind of key must be one that the default algorithm can use. */
function misfit(node: NodeConfig, pair: Pair, release: Release): Refused | undefined {
  if (release === '3.3' || release === '3.4') return undefined;
  const key = effectiveDefault(node, `${pair}.keys`, release);
  const algorithm = effectiveDefault(node, `${pair}.algorithms`, release);
  const usable = keysOf([algorithm]);
  if (usable.includes(key)) return undefined;
  const message = `Default ${pair} key spec ${loggedAs(key)} is not supported by default ${pair} algorithm ${loggedAs(algorithm)}. Supported key specs: ${setOf(usable)}`;
  return { key: `crypto.${pair}.keys.default`, message };
}

/** From 3.4, with external keys: the KMS must be able to do the defaults. A driver tells only at run time what it can. */
function refusedByKms(node: NodeConfig, release: Release): Refused | undefined {
  const type = textAt(node.values, 'crypto.kms.type', release);
  if (release === '3.3' || providerOf(node, release) !== 'kms' || (type !== 'aws' && type !== 'gcp')) return undefined;
  for (const kind of ['signing.keys', 'signing.algorithms', 'encryption.keys', 'encryption.algorithms'] as const) {
    const scheme = effectiveDefault(node, kind, release);
    const can: readonly string[] = supportedByKms(kind, type, release);
    if (can.includes(scheme)) continue;
    const message = `The configured default scheme ${loggedAs(scheme)} not supported by the KMS: ${setOf(supportedByKms(kind, type, release))}`;
    return { key: `crypto.${kind}.default`, message };
  }
  return undefined;
}

export const startSchemes: Check = {
  source: (release) => code('crypto', 'CryptoSchemes.scala', release),
  look: (node, { release, refuse }) => {
    const refused = refusedSchemes(node, release) ?? refusedByKms(node, release);
    if (refused !== undefined) refuse(refused.key, refused.message);
  },
};
