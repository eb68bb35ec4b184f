import { keyCommandsSeen, keyCommandsSource } from '../canton/key-care';
import { longestKeyId } from '../canton/key-ids';
import { code } from '../canton/sources';
import type { Path } from '../plan/plan';
import type { WrapperRotation } from '../plan/task';
import type { Finding } from './finding';
import { kinds } from './format-kinds';
import { problems } from './formats';
import { identitiesOf } from './key-identity';
import type { KeyPlace } from './key-place';
import { idFindings } from './node-keys';
import type { Context } from './rotation-context';
import { changeWrapper, type Target } from './rotation-rows';

/** What is said of a wrapper key to come, and what it is in its cloud. */
export type NewWrapper = { readonly found: readonly Finding[]; readonly identities: readonly string[] };

/** The key that is to wrap from now on. */
export function toFindings(
  id: string,
  path: Path,
  index: number,
  row: WrapperRotation,
  { seen, planned }: Target,
  context: Context,
): NewWrapper {
  const { kms } = planned;
  if (id === '') return { found: [missing(path, index)], identities: [] };
  if (kms === undefined) return { found: [], identities: [] };
  const format = problems('', [{ at: path, text: id, kind: kinds.givenKeyId }]);
  if (id.length > longestKeyId) return { found: format, identities: [] };
  const place: KeyPlace = {
    id,
    path,
    kmsIndex: context.plan.kms.indexOf(kms),
    use: 'new-wrapper',
    put: (plan, other) => changeWrapper(plan, index, (old) => ({ ...old, to: { type: 'given', id: other } })),
  };
  const identities = identitiesOf(kms, id);
  const found: Finding[] = [...format, ...idFindings(context.plan, kms, place)];
  const { name } = seen.observed;
  const replaced = row.from === '' ? [] : identitiesOf(kms, row.from);
  const wraps = identities.flatMap((identity) => context.wrapping.get(identity) ?? []);
  const signs = identities.flatMap((identity) => context.holders.get(identity) ?? [])[0];
  if (identities.some((identity) => replaced.includes(identity))) found.push(toItself(path, index));
  const other = wraps.find((node) => node !== name);
  if (other !== undefined) found.push(shared(other, path));
  if (signs !== undefined) found.push(isNodeKey(signs.node, path));
  return { found, identities };
}

function missing(path: Path, index: number): Finding {
  return {
    id: 'new-wrapper-missing',
    severity: 'error',
    path,
    message: 'Write the id of the new wrapper key, or let Canton create one.',
    why: 'An empty id makes the command create a key.',
    source: keyCommandsSource,
    fix: {
      label: 'Let Canton create one',
      apply: (plan) => changeWrapper(plan, index, (row) => ({ ...row, to: { type: 'generated' } })),
    },
  };
}

function toItself(path: Path, index: number): Finding {
  return {
    id: 'wrapper-rotated-to-itself',
    severity: 'error',
    path,
    message: 'This is the wrapper key that is to be replaced.',
    why: 'The command refuses a key that is in use. The material of a symmetric key may be renewed by the KMS itself, without Canton; here another key is needed.',
    source: keyCommandsSource,
    log: 'WRAPPER_KEY_ALREADY_IN_USE_ERROR',
    fix: {
      label: 'Let Canton create another one',
      apply: (plan) => changeWrapper(plan, index, (row) => ({ ...row, to: { type: 'generated' } })),
    },
  };
}

/** One wrapper key for two nodes. */
export function shared(other: string, path: Path): Finding {
  return {
    id: 'new-wrapper-shared',
    severity: 'warning',
    path,
    message: `${other} has the same wrapper key.`,
    why: "Whoever may use it can decrypt the keys of both nodes, and neither can be shut out alone. Canton's own sample advises one key for each node.",
    source: code('config', 'EncryptedPrivateStoreConfig.scala'),
  };
}

function isNodeKey(node: string, path: Path): Finding {
  return {
    id: 'new-wrapper-is-node-key',
    severity: 'error',
    path,
    message: `${node} signs or decrypts with this key: it cannot wrap keys.`,
    why: 'A wrapper key is symmetric. Another one passes the first check and fails when the first key is encrypted with it; nothing is changed.',
    source: keyCommandsSeen,
    log: 'WRAPPER_KEY_ROTATION_INTERNAL_ERROR',
  };
}
