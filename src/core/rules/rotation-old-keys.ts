import { keyCommandsSeen, keyCommandsSource, namespaceKeySource } from '../canton/key-care';
import type { Path } from '../plan/plan';
import type { KeyRotation, ObservedKey } from '../plan/task';
import type { Finding } from './finding';
import { problems } from './formats';
import type { Context } from './rotation-context';
import { rotationKinds } from './rotation-kinds';
import { changeKey, type Target, withoutRow } from './rotation-rows';

/** The key to be replaced, and whether it may be. */
export function oldKey(
  { fingerprint }: KeyRotation,
  path: Path,
  index: number,
  { seen }: Target,
  context: Context,
): { readonly found: readonly Finding[]; readonly old?: ObservedKey } {
  if (fingerprint === '') return { found: [missing(path)] };
  const old = seen.keys.get(fingerprint);
  if (old === undefined) {
    const format = problems('', [{ at: path, text: fingerprint, kind: rotationKinds.fingerprint }]);
    return { found: format.length > 0 ? format : [unknown(seen.observed.name, fingerprint, path, index, context)] };
  }
  if (old.root || fingerprint === seen.observed.namespace) return { found: [root(path, index)], old };
  if (old.usage.includes('namespace')) return { found: [namespace(path, index)], old };
  return old.mapped ? { found: [], old } : { found: [notAnnounced(path, index)], old };
}

function missing(path: Path): Finding {
  return {
    id: 'old-key-missing',
    severity: 'error',
    path,
    message: 'Choose the key that is to be replaced.',
    why: 'The script must name it by its fingerprint: that is what makes a second run harmless.',
    source: keyCommandsSource,
  };
}

function unknown(node: string, fingerprint: string, path: Path, index: number, { nodesOf }: Context): Finding {
  const others = nodesOf.get(fingerprint) ?? [];
  const [other, ...more] = others;
  return {
    id: 'old-key-unknown',
    severity: 'error',
    path,
    message:
      other === undefined ? `${node} holds no key of this fingerprint.` : `This is a key of ${other}, not of ${node}.`,
    why: 'The script finds it among the announced keys of the node, or stops before it changes anything. If the inventory is old, run its script again.',
    source: keyCommandsSeen,
    log: 'The key ... does not exist',
    ...(other === undefined || more.length > 0
      ? {}
      : {
          fix: {
            label: `Make it a row of ${other}`,
            apply: (plan) => changeKey(plan, index, (row) => ({ ...row, node: other })),
          },
        }),
  };
}

function root(path: Path, index: number): Finding {
  return {
    id: 'root-key-rotated',
    severity: 'error',
    path,
    message: 'This is the root key of the namespace: it is never rotated.',
    why: 'Its fingerprint is the identity of the node and of every party it hosts. No command replaces it; another one means another node and other parties. What can be done is to delegate its right to an intermediate key and to put the root key away.',
    source: namespaceKeySource,
    log: 'The key ... does not exist',
    fix: withoutRow('keys', index),
  };
}

function namespace(path: Path, index: number): Finding {
  return {
    id: 'namespace-key-rotated',
    severity: 'error',
    path,
    message: 'This key signs for the namespace: it is replaced by another delegation, not by a rotation.',
    why: 'It is not among the keys that the node announces, and the command does not find it. A new key is delegated first, then the delegation of this one is revoked, signed with the root key.',
    source: namespaceKeySource,
    log: 'The key ... does not exist',
    fix: withoutRow('keys', index),
  };
}

function notAnnounced(path: Path, index: number): Finding {
  return {
    id: 'old-key-not-announced',
    severity: 'error',
    path,
    message: 'The node has not announced this key: it is retired, or was never in use.',
    why: 'Only a key in use can be replaced. The script stops before it changes anything; a retired key can only be deleted.',
    source: keyCommandsSeen,
    log: 'The key ... does not exist',
    fix: withoutRow('keys', index),
  };
}
