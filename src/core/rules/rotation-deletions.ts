import {
  announcedKeysSource,
  deletedByAliasSource,
  deletingSource,
  keyCommandsSeen,
  keyCommandsSource,
  namespaceKeySource,
} from '../canton/key-care';
import { readAwsKeyId } from '../canton/key-ids';
import { concluded } from '../canton/sources';
import type { Path } from '../plan/plan';
import type { KeyDeletion, ObservedKey, Rotate } from '../plan/task';
import type { Finding } from './finding';
import { problems } from './formats';
import type { Context } from './rotation-context';
import { rotationKinds } from './rotation-kinds';
import { nodeOf, remembered, type Target, withoutRow } from './rotation-rows';

type Said = { readonly found: readonly Finding[]; readonly inKms: boolean };

/** Retired keys that are to be deleted for good. */
export function deletionFindings(context: Context, { deletions }: Rotate): readonly Finding[] {
  const found: Finding[] = [];
  const deleted = new Set<string>();
  let killed = false;
  for (const [index, row] of deletions.entries()) {
    const at = `task.deletions.${index}`;
    const said = alone(row, at, index, context);
    found.push(...said.found);
    const key = `${row.node} ${row.fingerprint}`;
    if (row.fingerprint !== '' && deleted.has(key)) found.push(twice(`${at}.fingerprint`, index));
    deleted.add(key);
    if (said.inKms && !killed) {
      killed = true;
      found.push(diesInKms(`${at}.fingerprint`));
    }
  }
  return found;
}

const alone = remembered((row: KeyDeletion, at: Path, index: number, context): Said => {
  const named = nodeOf(context, row.node, `${at}.node`);
  if (named.type === 'nobody') return { found: named.found, inKms: false };
  const { target } = named;
  const when =
    row.retiredBefore === ''
      ? [retiredMissing(`${at}.retiredBefore`)]
      : problems('', [{ at: `${at}.retiredBefore`, text: row.retiredBefore, kind: rotationKinds.retiredBefore }]);
  const key = target.seen.keys.get(row.fingerprint);
  return {
    found: [...keyFindings(row, key, `${at}.fingerprint`, index, target), ...when],
    inKms: key !== undefined && key.kmsKeyId !== '',
  };
});

function keyFindings(
  { fingerprint }: KeyDeletion,
  key: ObservedKey | undefined,
  path: Path,
  index: number,
  { seen, planned }: Target,
): readonly Finding[] {
  if (key === undefined) {
    const format = problems('', [{ at: path, text: fingerprint, kind: rotationKinds.fingerprint }]);
    return format.length > 0 ? format : [unknown(fingerprint, seen.observed.name, path, index)];
  }
  if (key.root || fingerprint === seen.observed.namespace) return [rootKey(path, index)];
  if (key.mapped) return [inUse(path, index)];
  const alias = planned.kms?.type === 'aws' ? readAwsKeyId(key.kmsKeyId) : undefined;
  return [
    ...(key.usage.includes('namespace') ? [maySign(path)] : []),
    ...(alias !== undefined && 'alias' in alias ? [byAlias(path, index)] : []),
  ];
}

function unknown(fingerprint: string, node: string, path: Path, index: number): Finding {
  return fingerprint === ''
    ? {
        id: 'deleted-key-missing',
        severity: 'error',
        path,
        message: 'Choose the key that is to be deleted.',
        why: 'The script deletes one key, by its whole fingerprint, and nothing else.',
        source: keyCommandsSource,
      }
    : {
        id: 'deleted-key-unknown',
        severity: 'error',
        path,
        message: `${node} holds no key of this fingerprint.`,
        why: 'Nothing can be checked of a key that the inventory does not show, and a deletion cannot be undone. Deleted before, it needs no second time.',
        source: keyCommandsSource,
        fix: withoutRow('deletions', index),
      };
}

function rootKey(path: Path, index: number): Finding {
  return {
    id: 'root-key-deleted',
    severity: 'error',
    path,
    message: 'This is the root key of the namespace: it is never deleted.',
    why: 'It is the identity of the node and of every party it hosts. Without it no delegation can be made or revoked any more. It can be put away: disabled in the KMS, once its right is delegated.',
    source: namespaceKeySource,
    fix: withoutRow('deletions', index),
  };
}

function inUse(path: Path, index: number): Finding {
  return {
    id: 'announced-key-deleted',
    severity: 'error',
    path,
    message: 'The node has announced this key: it is in use.',
    why: 'Deleted, the node cannot sign or decrypt with it and everybody goes on asking for it. Rotate it first; then prune past the time at which it was retired; then delete it, from a new inventory.',
    source: announcedKeysSource,
    fix: withoutRow('deletions', index),
  };
}

function maySign(path: Path): Finding {
  return {
    id: 'namespace-key-deleted',
    severity: 'warning',
    path,
    message: 'This key may still sign for the namespace.',
    why: 'The inventory does not show delegations. What was signed with a delegated key alone loses its authorization once the delegation is revoked. The script stops while the delegation stands.',
    source: namespaceKeySource,
  };
}

function byAlias(path: Path, index: number): Finding {
  return {
    id: 'deleted-by-alias',
    severity: 'error',
    path,
    message: 'The key was registered by an alias, and AWS takes none when a key is to be deleted.',
    why: 'The node forgets its key first and asks the KMS then: the call fails, the key lives on in the KMS, and the node has lost it. Disable the key in the KMS instead.',
    source: deletedByAliasSource,
    fix: withoutRow('deletions', index),
  };
}

function twice(path: Path, index: number): Finding {
  return {
    id: 'deleted-twice',
    severity: 'error',
    path,
    message: 'Another row deletes this key already.',
    why: 'A key can be deleted once.',
    source: keyCommandsSeen,
    fix: withoutRow('deletions', index),
  };
}

function diesInKms(path: Path): Finding {
  return {
    id: 'deletion-destroys-kms-key',
    severity: 'security',
    path,
    message: 'With the node, the KMS loses the key too.',
    why: 'Deleting a key of a node whose keys are in the KMS has the KMS destroy it: AWS after seven days, Google at the end of its waiting time, a driver at once. A backup from before then holds ids of keys that are gone. To keep the key, disable it in the KMS and do not delete it here. The node needs the right to destroy keys for it, which the README otherwise leaves out.',
    source: deletingSource,
  };
}

function retiredMissing(path: Path): Finding {
  return {
    id: 'retired-before-missing',
    severity: 'error',
    path,
    message: 'Write up to when the node is pruned, such as 2026-11-01T00:00:00Z.',
    why: 'The script deletes a key only when it went out of use before that: what is older than the pruning needs it no more. The console cannot ask the node for it.',
    source: concluded(announcedKeysSource),
  };
}
