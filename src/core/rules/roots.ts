import { type KmsType, loggedAs, supportedByKms } from '../canton/schemes';
import type { Plan } from '../plan/plan';
import type { Migrate, ObservedNode } from '../plan/task';

/** What is known of the root keys of nodes on the move, held against the KMS that they should live in. */
export type Roots = {
  readonly type: KmsType;
  /** The KMS, as a sentence names it. */
  readonly kms: string;
  /** Root keys that the KMS can't hold, each with the node it was seen on, or as it was answered. */
  readonly unheld: readonly { readonly node: string | undefined; readonly spec: string }[];
  /** Whether neither the inventory nor an answer says what kind of key the root is. */
  readonly unknown: boolean;
};

const names: Record<KmsType, string> = { aws: 'AWS KMS', gcp: 'Google Cloud KMS', driver: 'A KMS behind a driver' };

/** The inventory comes before the answer: it has seen the keys. */
export function rootsOf({ kms, nodes, release }: Plan, { facts, inventory }: Migrate): Roots {
  const wanted = nodes.flatMap(({ custody }) => (custody.type === 'external' ? [custody.kms] : []))[0];
  const type = (kms.find(({ id }) => id === wanted) ?? kms[0])?.type ?? 'aws';
  const held = new Set(supportedByKms('signing.keys', type, release).map(loggedAs));
  const seen = seenRoots(inventory);
  const answered = facts.rootKey === 'unknown' ? [] : [{ node: undefined, spec: loggedAs(facts.rootKey) }];
  const roots = seen.length > 0 ? seen : answered;
  return {
    type,
    kms: names[type],
    unheld: roots.filter(({ spec }) => !held.has(spec)),
    unknown: roots.length === 0,
  };
}

/** The root keys of participants that an inventory shows: those of other nodes are never taken along. */
export function seenRoots(
  inventory: readonly ObservedNode[],
): readonly { readonly node: string; readonly spec: string }[] {
  return inventory
    .filter(({ kind }) => kind === 'participant')
    .flatMap(({ name, keys }) => keys.flatMap(({ root, spec }) => (root && spec !== '' ? [{ node: name, spec }] : [])));
}
