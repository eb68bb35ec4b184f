import { awsArn } from '../canton/key-ids';
import type { KeyPurpose } from '../canton/key-purposes';
import type { Kms } from './kms';

/**
 * Key ids by a rule: `alias/{node}-{purpose}` makes `alias/bank1-sequencer-auth` of a node's name and what the key is
 * for, as Canton ends the names of the keys that it makes itself.
 */

const placeholder = /\{([^{}]*)\}/g;

/** The id that a pattern makes of a node's name; braces it doesn't know stay as they are. */
export function keyFromPattern(pattern: string, node: string, purpose: KeyPurpose): string {
  return pattern.replaceAll(placeholder, (whole, name) => {
    if (name === 'node') return node;
    return name === 'purpose' ? purpose : whole;
  });
}

/**
 * Why a pattern can't fill the keys of nodes, in words that say what to write instead.
 * @param nodes how many nodes it is for: one alone needs no `{node}`
 */
export function patternProblem(pattern: string, nodes: number): string | undefined {
  const names = new Set([...pattern.matchAll(placeholder)].map(([, name]) => name));
  const unknown = [...names].find((name) => name !== 'node' && name !== 'purpose');
  if (unknown !== undefined) return `Only {node} and {purpose} are filled in, not {${unknown}}.`;
  if (!names.has('purpose'))
    return 'Write {purpose} where the keys of a node differ; else all of them would be one key.';
  if (nodes > 1 && !names.has('node')) return 'Write {node} where the nodes differ; else all of them would share keys.';
  return undefined;
}

/** The pattern to begin with: the form in which the KMS takes names. Keys in another AWS account go by their ARN alone. */
export function usualPattern(kms: Kms): string {
  const name = '{node}-{purpose}';
  if (kms.type !== 'aws') return name;
  if (kms.keyAccount.type === 'same') return `alias/${name}`;
  return awsArn(kms.region, kms.keyAccount.account, `alias/${name}`);
}
