import { visible } from '../core/emit/visible';
import type { Node } from '../core/plan/node';
import type { Path, Plan } from '../core/plan/plan';
import type { Rotate } from '../core/plan/task';
import type { Holder } from './guest';

/**
 * Every key that a plan names by its id, since whoever made it may hold it, and every key it would destroy. The accounts
 * come first: fifty ARNs hide a stranger's well.
 */
export function namedKeys(plan: Plan): readonly Holder[] {
  const keys = [
    ...plan.nodes.flatMap((node, index) => keysOf(node, `nodes.${index}`, visible(node.name) || `node ${index + 1}`)),
    ...(plan.task.type === 'rotate' ? rotatedKeys(plan.task) : []),
  ];
  const accounts = new Map<string, Holder>();
  for (const { path, value } of keys) {
    const account = accountIn(value);
    if (account !== undefined && !accounts.has(account)) {
      accounts.set(account, { path, label: 'AWS account of keys', value: account });
    }
  }
  return [...accounts.values(), ...keys];
}

/** `arn:aws:kms:eu-central-1:123456789012:key/...` belongs to 123456789012. */
function accountIn(keyId: string): string | undefined {
  const [arn, , , , account] = keyId.trim().split(':');
  return arn === 'arn' ? account : undefined;
}

const givenKeys = [
  ['namespace', 'Namespace key'],
  ['sequencerAuth', 'Sequencer authentication key'],
  ['signing', 'Signing key'],
  ['encryption', 'Encryption key'],
] as const;

function keysOf({ custody, intermediate }: Node, at: Path, name: string): readonly Holder[] {
  const found: Holder[] = [];
  if (custody.type === 'envelope' && custody.wrapperKey.type === 'given') {
    found.push({ path: `${at}.custody.wrapperKey.id`, label: `Wrapper key of ${name}`, value: custody.wrapperKey.id });
  }
  if (custody.type === 'external' && custody.keys.type === 'given') {
    for (const [key, label] of givenKeys) {
      found.push({ path: `${at}.custody.keys.${key}`, label: `${label} of ${name}`, value: custody.keys[key] });
    }
  }
  if (intermediate.type === 'on') {
    found.push({
      path: `${at}.intermediate.keyId`,
      label: `Intermediate namespace key of ${name}`,
      value: intermediate.keyId,
    });
  }
  return found;
}

function rotatedKeys({ wrappers, keys, deletions }: Rotate): readonly Holder[] {
  return [
    ...wrappers.flatMap(({ node, to }, index) =>
      to.type === 'given'
        ? [{ path: `task.wrappers.${index}.to.id`, label: `New wrapper key of ${visible(node)}`, value: to.id }]
        : [],
    ),
    ...keys.flatMap(({ node, to }, index) =>
      to.type === 'given'
        ? [{ path: `task.keys.${index}.to.kmsKeyId`, label: `New key of ${visible(node)}`, value: to.kmsKeyId }]
        : [],
    ),
    ...deletions.map(({ node, fingerprint }, index) => ({
      path: `task.deletions.${index}.fingerprint`,
      label: `Key of ${visible(node)} to be destroyed`,
      value: fingerprint,
    })),
  ];
}
