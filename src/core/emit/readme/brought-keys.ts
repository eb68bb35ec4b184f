import { type KeyPurpose, purposesOf } from '../../canton/key-purposes';
import type { Node } from '../../plan/node';
import { type Settings, type UsedKms, usedBy } from '../settings';

/** The keys that exist in a KMS before a node uses them, by what they are for. */

export const roles = ['namespace', 'sequencer-auth', 'signing', 'encryption', 'intermediate', 'wrapper'] as const;
export type Role = (typeof roles)[number];

export const roleWords = {
  namespace: 'namespace (root)',
  'sequencer-auth': 'sequencer authentication',
  signing: 'protocol signing',
  encryption: 'encryption',
  intermediate: 'namespace (intermediate)',
  wrapper: 'wrapper',
} as const satisfies Record<Role, string>;

/** The id of a key, and the answer it is. */
export type KeyId = { readonly code: string; readonly from: string };

/** A node that is given keys. */
export type Brought = {
  readonly node: Node;
  readonly used: UsedKms;
  readonly ids: { readonly [R in Role]?: KeyId };
};

/**
 * The nodes that are given keys of a KMS, each with their ids; in the order of the plan. None on the way back from
 * envelope encryption: there the wrapper key is in use already. Keys that are taken along are imported, not made: of a
 * node that gets those there is an intermediate key at most.
 */
export function broughtKeys(settings: Settings): readonly Brought[] {
  const { task } = settings.plan;
  if (task.type === 'migrate' && task.way.type === 'revert') return [];
  const imported = task.type === 'migrate' && task.way.type === 'export';
  return settings.plan.nodes.flatMap((node, index) => {
    const used = usedBy(settings, node);
    const { wrapper, intermediate, ...own } = idsOf(node, `nodes.${index}`);
    const ids = { ...(imported ? {} : own), ...(wrapper && { wrapper }), ...(intermediate && { intermediate }) };
    return used === undefined || Object.keys(ids).length === 0 ? [] : [{ node, used, ids }];
  });
}

const fields = {
  namespace: 'namespace',
  'sequencer-auth': 'sequencerAuth',
  signing: 'signing',
  encryption: 'encryption',
} as const satisfies Record<KeyPurpose, string>;

function idsOf({ kind, custody, intermediate }: Node, path: string): Brought['ids'] {
  if (custody.type === 'none') return {};
  if (custody.type === 'envelope') {
    const { wrapperKey } = custody;
    if (wrapperKey.type === 'generated') return {};
    return { wrapper: { code: wrapperKey.id, from: `${path}.custody.wrapperKey.id` } };
  }
  const { keys } = custody;
  const own =
    keys.type === 'generated'
      ? []
      : purposesOf(kind).map((purpose) => {
          const field = fields[purpose];
          return [purpose, { code: keys[field], from: `${path}.custody.keys.${field}` }] as const;
        });
  const second =
    intermediate.type === 'on' && intermediate.keyId !== ''
      ? ([['intermediate', { code: intermediate.keyId, from: `${path}.intermediate.keyId` }]] as const)
      : [];
  return Object.fromEntries([...own, ...second]);
}
