import {
  type EncryptionKey,
  isExperimental,
  isKnown,
  keysOfAlgorithm,
  loggedAs,
  type SigningKey,
  schemesOf,
  supportedByKms,
} from '../canton/schemes';
import type { Node } from './node';
import { kmsOf, type Plan } from './plan';
import type { ObservedKey } from './task';

/** The kinds of keys that a node could make in a key's place, other than its own kind: what the node allows and its KMS can hold. */
export function otherSpecs(plan: Plan, node: Node, key: ObservedKey): readonly (SigningKey | EncryptionKey)[] {
  const { schemes } = node;
  const kms = node.custody.type === 'external' ? kmsOf(plan, node)?.type : undefined;
  const all =
    key.purpose === 'signing'
      ? allowed(
          kms === undefined ? schemesOf['signing.keys'] : supportedByKms('signing.keys', kms, plan.release),
          schemes.signingKeys.allowed,
          schemes.signingAlgorithms.allowed.flatMap((algorithm) => keysOfAlgorithm[algorithm]),
        )
      : allowed(
          kms === undefined ? schemesOf['encryption.keys'] : supportedByKms('encryption.keys', kms, plan.release),
          schemes.encryptionKeys.allowed,
          schemes.encryptionAlgorithms.allowed.flatMap((algorithm) => keysOfAlgorithm[algorithm]),
        );
  return all.filter(
    (spec) =>
      isKnown(spec, plan.release) && (!isExperimental(spec) || plan.enableExperimental) && loggedAs(spec) !== key.spec,
  );
}

/** Of all, those that both lists name; an empty list allows everything. */
function allowed<T>(all: readonly T[], keys: readonly T[], byAlgorithm: readonly T[]): readonly T[] {
  return all.filter(
    (spec) => (keys.length === 0 || keys.includes(spec)) && (byAlgorithm.length === 0 || byAlgorithm.includes(spec)),
  );
}
