import { nextKeyName } from './key-name';
import { purposeOf, wrappersInUse } from './observed';
import type { Plan } from './plan';
import type { KeyDeletion, KeyRotation, ObservedKey, ObservedNode, Rotate, WrapperRotation } from './task';

/**
 * The changes an operator makes to a rotation, each a pure step from plan to plan. In a plan for another task they change
 * nothing.
 */

/** As many rotations as a plan holds; see task.ts. */
const mostRotations = 10_000;

/** A key of a node, by the node's name and the key's fingerprint. */
export type KeyAt = { readonly node: string; readonly fingerprint: string };

/** One text for a {@link KeyAt}, to look it up by. */
export function keyAt({ node, fingerprint }: KeyAt): string {
  return `${node}\n${fingerprint}`;
}

function editTask(plan: Plan, change: (task: Rotate) => Rotate): Plan {
  if (plan.task.type !== 'rotate') return plan;
  const task = change(plan.task);
  return task === plan.task ? plan : { ...plan, task };
}

/** Has the wrapper keys of nodes rotated, or leaves them; those named already keep their answers. */
export function chooseWrappers(plan: Plan, names: Iterable<string>, chosen: boolean): Plan {
  const wanted = new Set(names);
  return editTask(plan, (task) => {
    if (!chosen) return { ...task, wrappers: task.wrappers.filter(({ node }) => !wanted.has(node)) };
    const known = new Set(task.wrappers.map(({ node }) => node));
    const added = task.inventory
      .filter((node) => wanted.has(node.name) && !known.has(node.name))
      .map((node): WrapperRotation => {
        return { node: node.name, from: wrappersInUse(node)[0]?.id ?? '', to: { type: 'generated' } };
      });
    return { ...task, wrappers: [...task.wrappers, ...added] };
  });
}

/** Changes the rotation of a wrapper key, by its place in the task. */
export function editWrapper(plan: Plan, index: number, change: (before: WrapperRotation) => WrapperRotation): Plan {
  return editTask(plan, (task) => ({ ...task, wrappers: changed(task.wrappers, index, change) }));
}

/** Gives wrapper keys that exist to many rotations, by their places in the task. */
export function giveWrappers(plan: Plan, ids: ReadonlyMap<number, string>): Plan {
  return editTask(plan, (task) => ({
    ...task,
    wrappers: task.wrappers.map((wrapper, place) => {
      const id = ids.get(place);
      return id === undefined ? wrapper : { ...wrapper, to: { type: 'given', id } };
    }),
  }));
}

export function removeWrapper(plan: Plan, index: number): Plan {
  return editTask(plan, (task) => ({ ...task, wrappers: task.wrappers.filter((_wrapper, at) => at !== index) }));
}

/**
 * Has keys replaced, each by one of its own kind that the node makes, under a free name; or leaves them. Keys named
 * already keep their answers; keys that no inventory shows are left out.
 */
export function chooseKeys(plan: Plan, keys: readonly KeyAt[], chosen: boolean): Plan {
  const wanted = new Set(keys.map(keyAt));
  return editTask(plan, (task) => {
    if (!chosen) return { ...task, keys: task.keys.filter((key) => !wanted.has(keyAt(key))) };
    return { ...task, keys: [...task.keys, ...proposed(task, wanted)].slice(0, mostRotations) };
  });
}

function proposed(task: Rotate, wanted: ReadonlySet<string>): KeyRotation[] {
  const known = new Set(task.keys.map(keyAt));
  return task.inventory.flatMap((node) => {
    const keys = node.keys.filter(({ fingerprint }) => {
      const at = keyAt({ node: node.name, fingerprint });
      return wanted.has(at) && !known.has(at);
    });
    if (keys.length === 0) return [];
    const taken = namesOn(task, node);
    return keys.map((key): KeyRotation => {
      const name = nextKeyName(taken, nameToFollow(node, key));
      taken.add(name);
      return { node: node.name, fingerprint: key.fingerprint, to: { type: 'generated', spec: null }, name };
    });
  });
}

/** The names that keys of a node have, or get. */
export function namesOn(task: Rotate, node: ObservedNode): Set<string> {
  const planned = task.keys.filter((key) => key.node === node.name).map((key) => key.name);
  return new Set([...node.keys.map((key) => key.name), ...planned]);
}

/** The name to count on from; a key without one is called as Canton would have called it. */
export function nameToFollow(node: ObservedNode, key: ObservedKey): string {
  return key.name === '' ? `${node.name}-${purposeOf(key)}` : key.name;
}

/** Changes a key's rotation, by its place in the task. */
export function editKey(plan: Plan, index: number, change: (before: KeyRotation) => KeyRotation): Plan {
  return editTask(plan, (task) => ({ ...task, keys: changed(task.keys, index, change) }));
}

export function removeKey(plan: Plan, index: number): Plan {
  return editTask(plan, (task) => ({ ...task, keys: task.keys.filter((_key, at) => at !== index) }));
}

/** Takes over many rotations; one of a key that is named already takes its place. */
export function withRotations(plan: Plan, rotations: readonly KeyRotation[]): Plan {
  if (rotations.length === 0) return plan;
  const given = new Map(rotations.map((rotation) => [keyAt(rotation), rotation]));
  return editTask(plan, (task) => {
    const known = new Set(task.keys.map(keyAt));
    const keys = task.keys.map((key) => given.get(keyAt(key)) ?? key);
    const added = [...given.values()].filter((key) => !known.has(keyAt(key)));
    return { ...task, keys: [...keys, ...added].slice(0, mostRotations) };
  });
}

export function withPause(plan: Plan, pause: boolean): Plan {
  return editTask(plan, (task) => ({ ...task, pause }));
}

export function withRestore(plan: Plan, restore: boolean): Plan {
  return editTask(plan, (task) => ({ ...task, restore }));
}

/** A key to be deleted, of which nothing is known yet but, when there is only one node, the node. */
export function addDeletion(plan: Plan): Plan {
  return editTask(plan, (task) => {
    const [only, second] = task.inventory;
    const node = second === undefined ? (only?.name ?? '') : '';
    return { ...task, deletions: [...task.deletions, { node, fingerprint: '', retiredBefore: '' }] };
  });
}

/** Changes a deletion; a fingerprint that is one node's alone says which node it is. */
export function editDeletion(plan: Plan, index: number, change: (before: KeyDeletion) => KeyDeletion): Plan {
  return editTask(plan, (task) => ({
    ...task,
    deletions: changed(task.deletions, index, (before) => {
      const after = change(before);
      if (after.fingerprint === before.fingerprint) return after;
      const [only, second] = task.inventory.filter(({ keys }) =>
        keys.some(({ fingerprint }) => fingerprint === after.fingerprint),
      );
      return only === undefined || second !== undefined ? after : { ...after, node: only.name };
    }),
  }));
}

export function removeDeletion(plan: Plan, index: number): Plan {
  return editTask(plan, (task) => ({ ...task, deletions: task.deletions.filter((_key, at) => at !== index) }));
}

function changed<T>(list: readonly T[], index: number, change: (before: T) => T): T[] {
  return list.map((one, at) => (at === index ? change(one) : one));
}
