import { keyCommandsSeen, keyCommandsSource } from '../canton/key-care';
import { freshName } from '../plan/fresh-name';
import { purposeOf } from '../plan/observed';
import type { Path, Plan } from '../plan/plan';
import type { KeyRotation, ObservedKey } from '../plan/task';
import type { Finding, Fix } from './finding';
import { problems } from './formats';
import { identitiesOf } from './key-identity';
import { rotationKinds } from './rotation-kinds';
import { changeKey, type Target } from './rotation-rows';

/** What the new key is called: by its name a later run recognises what an interrupted one made. */
export function nameFindings(
  row: KeyRotation,
  path: Path,
  index: number,
  target: Target,
  old: ObservedKey | undefined,
): Finding[] {
  const { name } = row;
  if (name === '') {
    return [
      {
        id: 'new-key-name-missing',
        severity: 'error',
        path,
        message: 'Give the new key a name.',
        why: 'By its name a later run finds what an interrupted one made. Without it, each run makes another key.',
        source: keyCommandsSource,
        fix: renaming(index, target, old),
      },
    ];
  }
  const format = problems('', [{ at: path, text: name, kind: rotationKinds.keyName }]);
  if (old === undefined) return format;
  const namesakes = target.seen.observed.keys.filter((key) => key.name === name);
  const [holder] = namesakes.filter((key) => !isWanted(key, row, target));
  if (holder === undefined) return format;
  const alone = namesakes.length === 1 && holder !== old;
  const resumed = row.to.type === 'generated' && alone && purposeOf(holder) === purposeOf(old);
  return [
    ...format,
    resumed
      ? {
          id: 'new-key-name-known',
          severity: 'warning',
          path,
          message: `${target.seen.observed.name} has a key of this name already.`,
          why: 'The script takes it for what an earlier run made: it makes no new key and puts this one in the place of the old. Right after an interruption; with any other key choose another name.',
          source: keyCommandsSource,
          fix: renaming(index, target, old),
        }
      : {
          id: 'new-key-name-taken',
          severity: 'error',
          path,
          message: holder === old ? 'The old key itself has this name.' : 'Another key of the node has this name.',
          why: 'The script cannot tell the two apart and stops before it changes anything.',
          source: keyCommandsSeen,
          fix: renaming(index, target, old),
        },
  ];
}

/** The key that is to come: registered by an earlier run. */
function isWanted(key: ObservedKey, { to }: KeyRotation, { planned: { kms } }: Target): boolean {
  if (to.type === 'generated' || kms === undefined || key.kmsKeyId === '') return false;
  const wanted = identitiesOf(kms, to.kmsKeyId);
  return identitiesOf(kms, key.kmsKeyId).some((identity) => wanted.includes(identity));
}

/** Two rows that would give one name to two keys of a node. */
export function nameTwice(path: Path, index: number, target: Target, old: ObservedKey): Finding {
  return {
    id: 'new-key-name-twice',
    severity: 'error',
    path,
    message: 'Another row gives a key of this node the same name.',
    why: 'The second rotation would take the key of the first for its own, and stop.',
    source: keyCommandsSource,
    fix: renaming(index, target, old),
  };
}

/** The fix looks for a free name when it is asked for one: then the plan may be another. */
function renaming(index: number, { seen }: Target, old: ObservedKey | undefined): Fix {
  const { name: node } = seen.observed;
  const purpose = old === undefined ? 'key' : purposeOf(old);
  const like = old === undefined || old.name === '' ? `${node}-${purpose}` : old.name;
  return {
    label: 'Give it a free name',
    apply: (plan) =>
      changeKey(plan, index, (row) => ({ ...row, name: freshName(takenNames(plan, seen, index, like), like) })),
  };
}

function takenNames(plan: Plan, seen: Target['seen'], index: number, like: string): string[] {
  const rows = plan.task.type === 'rotate' ? plan.task.keys : [];
  const others = rows.flatMap(({ node, name }, at) => (node === seen.observed.name && at !== index ? [name] : []));
  return [like, ...seen.observed.keys.map(({ name }) => name), ...others];
}
