import { keyCommandsSeen, keyCommandsSource, wrapperRotationSource } from '../canton/key-care';
import type { Path } from '../plan/plan';
import type { Rotate, WrapperRotation } from '../plan/task';
import type { Finding } from './finding';
import type { Context } from './rotation-context';
import { createdElsewhere } from './rotation-elsewhere';
import { type NewWrapper, shared, toFindings } from './rotation-new-wrappers';
import { changeWrapper, nodeOf, remembered, type Target, withoutRow } from './rotation-rows';

/** Other wrapper keys for the stored keys of nodes. */
export function wrapperFindings(context: Context, { wrappers }: Rotate): readonly Finding[] {
  const nodes = new Set<string>();
  const owners = new Map<string, string>();
  const found: Finding[] = [];
  for (const [index, row] of wrappers.entries()) {
    const at = `task.wrappers.${index}`;
    const said = alone(row, at, index, context);
    found.push(...said.found);
    if (row.node !== '' && nodes.has(row.node)) found.push(twice(row.node, `${at}.node`, index));
    nodes.add(row.node);
    const owner = said.identities.map((identity) => owners.get(identity)).find((name) => name !== undefined);
    if (owner !== undefined && owner !== row.node) {
      const clash = shared(owner, `${at}.to.id`);
      if (!said.found.some(({ id }) => id === clash.id)) found.push(clash);
    }
    for (const identity of said.identities) if (!owners.has(identity)) owners.set(identity, row.node);
  }
  if (wrappers.length > 0) found.push(oldOneIsKept());
  return found;
}

const alone = remembered((row: WrapperRotation, at: Path, index: number, context): NewWrapper => {
  const named = nodeOf(context, row.node, `${at}.node`);
  if (named.type === 'nobody') return { found: named.found, identities: [] };
  const { target } = named;
  const { custody } = target.seen;
  if (custody !== undefined && custody !== 'envelope') {
    return { found: [nothingWrapped(custody, `${at}.node`, index)], identities: [] };
  }
  const replaced = fromFindings(row, `${at}.from`, index, target);
  if (row.to.type === 'generated') {
    const created = createdElsewhere(target.planned.kms, `${at}.to`, context.plan);
    return { found: [...replaced, ...created], identities: [] };
  }
  const next = toFindings(row.to.id, `${at}.to.id`, index, row, target, context);
  return { found: [...replaced, ...next.found], identities: next.identities };
});

function nothingWrapped(custody: 'external' | 'none', path: Path, index: number): Finding {
  return {
    id: 'wrapper-rotation-without-envelope',
    severity: 'error',
    path,
    message:
      custody === 'external'
        ? 'The keys of this node are in the KMS: there is no wrapper key.'
        : 'The keys of this node stand in the clear: there is no wrapper key.',
    why: 'The command fails and changes nothing. A node whose keys are in the KMS rotates the keys themselves; one without a KMS has to be moved to one first.',
    source: keyCommandsSeen,
    log: 'NO_ENCRYPTED_PRIVATE_KEY_STORE_ERROR',
    fix: withoutRow('wrappers', index),
  };
}

/** The key it replaces is what makes a second run harmless: it must be one that the keys show. */
function fromFindings({ from }: WrapperRotation, path: Path, index: number, { seen }: Target): Finding[] {
  if (seen.wrappers.has(from)) return [];
  const [only, ...others] = seen.wrappers;
  const fix =
    only === undefined || others.length > 0
      ? {}
      : {
          fix: {
            label: `Take the one in use, ${only}`,
            apply: (plan: Context['plan']) => changeWrapper(plan, index, (row) => ({ ...row, from: only })),
          },
        };
  if (from === '') {
    return [
      {
        id: 'old-wrapper-missing',
        severity: 'error',
        path,
        message: 'Write the id of the wrapper key in use today.',
        why: 'By it the script knows whether it has run before: run twice without it, it would make a second new key.',
        source: keyCommandsSource,
        ...fix,
      },
    ];
  }
  return [
    {
      id: 'old-wrapper-unknown',
      severity: 'error',
      path,
      message: `No key of ${seen.observed.name} is encrypted with this wrapper key.`,
      why: 'The script would take the rotation for done and change nothing, or stop. Which wrapper key is in use stands with the keys themselves; get_wrapper_key_id may only repeat the configuration.',
      source: keyCommandsSeen,
      ...fix,
    },
  ];
}

function twice(node: string, path: Path, index: number): Finding {
  return {
    id: 'wrapper-rotated-twice',
    severity: 'error',
    path,
    message: `Another row gives ${node} a new wrapper key already.`,
    why: 'A node has one wrapper key. The second script would find its old key gone, and stop.',
    source: keyCommandsSource,
    fix: withoutRow('wrappers', index),
  };
}

function oldOneIsKept(): Finding {
  return {
    id: 'old-wrapper-is-kept',
    severity: 'note',
    path: 'task.wrappers',
    message: 'Keep the old wrapper key as long as a backup made with it may be needed.',
    why: 'The rotation does not delete it. A backup of the database holds keys that only the wrapper key of its time decrypts: without it the backup is worth nothing.',
    source: wrapperRotationSource,
  };
}
