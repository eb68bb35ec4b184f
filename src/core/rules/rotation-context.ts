import type { CustodyType } from '../plan/edit';
import type { Kms } from '../plan/kms';
import type { Node } from '../plan/node';
import { observedCustody } from '../plan/observed';
import { kmsOf, type Plan } from '../plan/plan';
import type { ObservedKey, ObservedNode, Rotate } from '../plan/task';
import { identitiesOf } from './key-identity';
import { nodesNamed } from './node-index';

/** A node as the inventory shows it, beside what the plan says of it. */
export type Seen = {
  readonly observed: ObservedNode;
  /** Where it stands in the inventory. */
  readonly row: number;
  /** Where its keys are, as they show it; nothing when it holds none. */
  readonly custody: CustodyType | undefined;
  readonly keys: ReadonlyMap<string, ObservedKey>;
  /** Ids of the wrapper keys that its keys are encrypted with. */
  readonly wrappers: ReadonlySet<string>;
  readonly planned: { readonly node: Node; readonly index: number; readonly kms: Kms | undefined } | undefined;
};

export type Holder = { readonly node: string; readonly key: ObservedKey };

/** What a rotation is judged against. It stays the same while rows are typed: thousands of keys are looked at once. */
export type Context = {
  /** The plan it was made for; its task may be an older one by now, everything else is the same. */
  readonly plan: Plan;
  readonly seen: ReadonlyMap<string, Seen>;
  /** Who holds a key of a KMS as one of the node's own keys, by what the key is in its cloud. */
  readonly holders: ReadonlyMap<string, readonly Holder[]>;
  /** The nodes whose keys a key of a KMS wraps. */
  readonly wrapping: ReadonlyMap<string, readonly string[]>;
  /** The nodes that hold a key, by its fingerprint. */
  readonly nodesOf: ReadonlyMap<string, readonly string[]>;
};

const known = new WeakMap<Rotate['inventory'], Context>();

export function contextOf(plan: Plan, { inventory }: Rotate): Context {
  const before = known.get(inventory);
  if (before !== undefined && isSame(before.plan, plan)) return before;
  const context = look(plan, inventory);
  known.set(inventory, context);
  return context;
}

function isSame(one: Plan, other: Plan): boolean {
  return (
    one.nodes === other.nodes &&
    one.kms === other.kms &&
    one.release === other.release &&
    one.enableExperimental === other.enableExperimental
  );
}

function look(plan: Plan, inventory: readonly ObservedNode[]): Context {
  const seen = new Map<string, Seen>();
  const holders = new Map<string, Holder[]>();
  const wrapping = new Map<string, string[]>();
  const nodesOf = new Map<string, string[]>();
  const named = nodesNamed(plan.nodes);
  for (const [row, observed] of inventory.entries()) {
    const { name, keys } = observed;
    if (seen.has(name)) continue;
    const planned = plannedNode(plan, named.get(name)?.[0]);
    const wrappers = new Set(keys.map((key) => key.wrapperKeyId).filter((id) => id !== ''));
    seen.set(name, {
      observed,
      row,
      custody: observedCustody(observed),
      keys: new Map(keys.map((key) => [key.fingerprint, key])),
      wrappers,
      planned,
    });
    for (const key of keys) add(nodesOf, key.fingerprint, name);
    const kms = planned?.kms;
    if (kms === undefined) continue;
    for (const key of keys) {
      if (key.kmsKeyId === '') continue;
      for (const identity of identitiesOf(kms, key.kmsKeyId)) add(holders, identity, { node: name, key });
    }
    for (const id of wrappers) for (const identity of identitiesOf(kms, id)) add(wrapping, identity, name);
  }
  return { plan, seen, holders, wrapping, nodesOf };
}

function plannedNode(plan: Plan, index: number | undefined): Seen['planned'] {
  const node = index === undefined ? undefined : plan.nodes[index];
  return index === undefined || node === undefined ? undefined : { node, index, kms: kmsOf(plan, node) };
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const before = map.get(key);
  if (before === undefined) map.set(key, [value]);
  else before.push(value);
}
