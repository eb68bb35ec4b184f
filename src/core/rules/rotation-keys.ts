import { announcedKeysSeen, firstVersionSource, keyCommandsSeen, keyRotationSource } from '../canton/key-care';
import type { Path } from '../plan/plan';
import type { KeyRotation, ObservedKey, Rotate } from '../plan/task';
import type { Finding } from './finding';
import type { Context } from './rotation-context';
import { createdElsewhere } from './rotation-elsewhere';
import { nameFindings, nameTwice } from './rotation-names';
import { newKeyFindings } from './rotation-new-keys';
import { oldKey } from './rotation-old-keys';
import { changeRotate, nodeOf, remembered, type Target, withoutRow } from './rotation-rows';
import { specFindings } from './rotation-specs';

type Said = {
  readonly found: readonly Finding[];
  /** What the new key is in its cloud, where it is given. */
  readonly identities: readonly string[];
  readonly target?: Target;
  readonly old?: ObservedKey;
};

/** Other keys in the place of those that nodes have announced. */
export function keyFindings(context: Context, { keys, pause }: Rotate): readonly Finding[] {
  const found: Finding[] = [];
  const replaced = new Set<string>();
  const names = new Set<string>();
  const taken = new Map<string, number>();
  let google: Path | undefined;
  for (const [index, row] of keys.entries()) {
    const at = `task.keys.${index}`;
    const said = alone(row, at, index, context);
    found.push(...said.found);
    const old = `${row.node} ${row.fingerprint}`;
    if (row.fingerprint !== '' && replaced.has(old)) found.push(replacedTwice(`${at}.fingerprint`, index));
    replaced.add(old);
    const name = `${row.node} ${row.name}`;
    if (row.name !== '' && said.target !== undefined && said.old !== undefined && names.has(name)) {
      found.push(nameTwice(`${at}.name`, index, said.target, said.old));
    }
    names.add(name);
    const other = said.identities.map((identity) => taken.get(identity)).find((known) => known !== undefined);
    if (other !== undefined) found.push(keyTwice(other, `${at}.to.kmsKeyId`));
    for (const identity of said.identities) if (!taken.has(identity)) taken.set(identity, index);
    if (row.to.type === 'given' && said.target?.planned.kms?.type === 'gcp') google ??= `${at}.to.kmsKeyId`;
  }
  if (google !== undefined) found.push(versionOne(google));
  if (keys.length > 0 && !pause) found.push(withoutBackup());
  return found;
}

const alone = remembered((row: KeyRotation, at: Path, index: number, context): Said => {
  const named = nodeOf(context, row.node, `${at}.node`);
  if (named.type === 'nobody') return { found: named.found, identities: [] };
  const { target } = named;
  const replaced = oldKey(row, `${at}.fingerprint`, index, target, context);
  const { old } = replaced;
  const next =
    row.to.type === 'given'
      ? newKeyFindings(row, row.to.kmsKeyId, at, index, target, old, context)
      : { found: generated(row.to, at, index, target, old, context), identities: [] };
  const name = nameFindings(row, `${at}.name`, index, target, old);
  return {
    found: [...replaced.found, ...next.found, ...name],
    identities: next.identities,
    target,
    ...(old === undefined ? {} : { old }),
  };
});

function generated(
  { spec }: Extract<KeyRotation['to'], { type: 'generated' }>,
  at: Path,
  index: number,
  target: Target,
  old: ObservedKey | undefined,
  context: Context,
): Finding[] {
  const external = target.seen.custody === 'external';
  return [
    ...(external ? createdElsewhere(target.planned.kms, `${at}.to`, context.plan) : []),
    ...(spec === null || old === undefined ? [] : specFindings(context, spec, old, target, `${at}.to`, index)),
  ];
}

function replacedTwice(path: Path, index: number): Finding {
  return {
    id: 'old-key-twice',
    severity: 'error',
    path,
    message: 'Another row replaces this key already.',
    why: 'After the first rotation the key is not in use any more, and the second stops.',
    source: announcedKeysSeen,
    fix: withoutRow('keys', index),
  };
}

function keyTwice(other: number, path: Path): Finding {
  return {
    id: 'new-key-twice',
    severity: 'error',
    path,
    message: `Row ${other + 1} takes this key already.`,
    why: 'A key is registered for one use and one name: the second registration is refused. On two nodes it would be accepted, and each could act in the name of the other.',
    source: keyCommandsSeen,
    log: 'Existing public key for ... is different than inserted key',
  };
}

function versionOne(path: Path): Finding {
  return {
    id: 'gcp-new-key-version-one',
    severity: 'note',
    path,
    message: 'Make each new key as a key of its own: a new version of the old one is not used.',
    why: 'Canton always signs and decrypts with version 1 of a Google key. A rotation in Google makes a second version, which changes nothing for the node.',
    source: firstVersionSource,
  };
}

function withoutBackup(): Finding {
  return {
    id: 'rotation-without-backup',
    severity: 'warning',
    path: 'task.pause',
    message: 'The old keys are removed without a backup in between.',
    why: 'A restore from a backup that is older than the new keys gives a node that does not know them. The documentation wants the new keys backed up before the old ones are revoked.',
    source: keyRotationSource,
    fix: {
      label: 'Pause for a backup',
      apply: (plan) => changeRotate(plan, (task) => ({ ...task, pause: true })),
    },
  };
}
