import { rotate } from '../../plan/defaults';
import type { Custody } from '../../plan/node';
import type { Plan } from '../../plan/plan';
import type { KeyDeletion, KeyRotation, ObservedKey, ObservedNode, Rotate, WrapperRotation } from '../../plan/task';
import { aws, awsKeyId, keyId, node } from './case';

/** Rotations of nodes that were looked at, small enough to be read. */

/** A fingerprint that tells its number. */
export function print(number: number): string {
  return `1220${String(number).padStart(64, '0')}`;
}

export function seenKey(number: number, change: Partial<ObservedKey> = {}): ObservedKey {
  return {
    fingerprint: print(number),
    purpose: 'signing',
    usage: ['signing'],
    name: `key-${number}`,
    kmsKeyId: '',
    wrapperKeyId: '',
    mapped: true,
    root: false,
    spec: 'EC-P256',
    ...change,
  };
}

/** What a node holds: its root key, one that signs, one that decrypts, a retired one. Numbers from `first` on. */
export function keysFrom(first: number, change: (number: number) => Partial<ObservedKey>): ObservedKey[] {
  return [
    seenKey(first, { usage: ['namespace'], mapped: false, root: true, ...change(first) }),
    seenKey(first + 1, change(first + 1)),
    seenKey(first + 2, { purpose: 'encryption', usage: [], spec: 'RSA-2048', ...change(first + 2) }),
    seenKey(first + 3, { mapped: false, ...change(first + 3) }),
  ];
}

export function seenNode(name: string, keys: ObservedKey[], change: Partial<ObservedNode> = {}): ObservedNode {
  const namespace = keys[0]?.fingerprint ?? '';
  return { kind: 'participant', name, uid: `${name}::${namespace}`, namespace, keys, lost: [], ...change };
}

export const wrapper = keyId(90);
const custody = {
  external: { type: 'external', kms: 'kms1', keys: { type: 'generated' } },
  envelope: { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'generated' } },
  none: { type: 'none' },
} as const satisfies Record<Custody['type'], Custody>;
const shown: Record<Custody['type'], (number: number) => Partial<ObservedKey>> = {
  external: (number) => ({ kmsKeyId: keyId(number) }),
  envelope: () => ({ wrapperKeyId: wrapper }),
  none: () => ({}),
};

/** A rotation of nodes bank1, bank2, ... in AWS, whose keys are numbered from 11, 21, ... on. */
export function rotation(
  types: readonly Custody['type'][],
  change: Partial<Rotate> = {},
  kms: Parameters<typeof aws>[0] = {},
  rest: Partial<Plan> = {},
): Plan {
  const inventory = types.map((type, at) => seenNode(`bank${at + 1}`, keysFrom(10 * (at + 1) + 1, shown[type])));
  const nodes = types.map((type, at) => node({ name: `bank${at + 1}`, custody: custody[type] }));
  return aws(kms, { nodes, task: { ...rotate(), inventory, ...change }, ...rest });
}

/** The same with the first observed node changed. */
export function observing(before: Plan, change: (node: ObservedNode) => ObservedNode): Plan {
  const { task } = before;
  if (task.type !== 'rotate') return before;
  const inventory = task.inventory.map((seen, at) => (at === 0 ? change(seen) : seen));
  return { ...before, task: { ...task, inventory } };
}

export function toWrapper(id: string, change: Partial<WrapperRotation> = {}): WrapperRotation {
  return { node: 'bank1', from: wrapper, to: { type: 'given', id }, ...change };
}

export function toGenerated(change: Partial<KeyRotation> = {}): KeyRotation {
  return { node: 'bank1', fingerprint: print(12), to: { type: 'generated', spec: null }, name: 'signing-2', ...change };
}

export function toKms(kmsKeyId: string, change: Partial<KeyRotation> = {}): KeyRotation {
  return toGenerated({ to: { type: 'given', kmsKeyId }, ...change });
}

export function deletion(change: Partial<KeyDeletion> = {}): KeyDeletion {
  return { node: 'bank1', fingerprint: print(14), retiredBefore: '2026-11-01T00:00:00Z', ...change };
}

/** An ARN of a key in the region and account of the plans here. */
export function arnOf(id: string = awsKeyId): string {
  return `arn:aws:kms:eu-central-1:123456789012:key/${id}`;
}
