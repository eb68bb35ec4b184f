import { type KeyNeed, keyNeed } from '../../../core/canton/key-specs';
import { encryptionKeys, loggedAs, signingKeys } from '../../../core/canton/schemes';
import { purposeOf } from '../../../core/plan/observed';
import { kmsOf, type Plan } from '../../../core/plan/plan';
import { otherSpecs } from '../../../core/plan/rotation-specs';
import type { KeyRotation, ObservedKey } from '../../../core/plan/task';
import type { Option } from '../../../ui/choice';

type Target = KeyRotation['to'];
type KeySpec = NonNullable<Extract<Target, { type: 'generated' }>['spec']>;
const allSpecs: readonly KeySpec[] = [...signingKeys, ...encryptionKeys];

/** What can take a key's place, as a select's value: a key of the same kind, of another, or one that exists in the KMS. */
export type TargetValue = 'same' | 'given' | `spec:${KeySpec}`;

export function targetValue(to: Target): TargetValue {
  if (to.type === 'given') return 'given';
  return to.spec === null ? 'same' : `spec:${to.spec}`;
}

export function targetOf(value: TargetValue): Target {
  if (value === 'given') return { type: 'given', kmsKeyId: '' };
  return { type: 'generated', spec: allSpecs.find((spec) => `spec:${spec}` === value) ?? null };
}

/** The choices for a key. What was chosen stays among them, even where it has become impossible. */
export function optionsFor(
  plan: Plan,
  { node: name, to }: KeyRotation,
  old: ObservedKey | undefined,
): Option<TargetValue>[] {
  const node = plan.nodes.find((one) => one.name === name);
  const specs = node === undefined || old === undefined ? [] : [...otherSpecs(plan, node, old)];
  if (to.type === 'generated' && to.spec !== null && !specs.includes(to.spec)) specs.push(to.spec);
  const takesGiven = node?.custody.type === 'external' || to.type === 'given';
  const kind = old === undefined || old.spec === '' ? 'of the same kind' : old.spec;
  return [
    { value: 'same', label: `Made by the node, ${kind}` },
    ...specs.map(
      (spec): Option<TargetValue> => ({ value: `spec:${spec}`, label: `Made by the node, ${loggedAs(spec)}` }),
    ),
    ...(takesGiven ? [{ value: 'given', label: 'A KMS key that exists' } as const] : []),
  ];
}

/** What a key of the old one's kind must be in the KMS; nothing where that isn't known. */
export function needOf(plan: Plan, name: string, old: ObservedKey): KeyNeed | undefined {
  const node = plan.nodes.find((one) => one.name === name);
  const kms = node === undefined ? undefined : kmsOf(plan, node)?.type;
  if (kms === undefined) return undefined;
  const purpose = purposeOf(old);
  if (purpose === 'encryption') {
    const spec = encryptionKeys.find((one) => loggedAs(one) === old.spec);
    return spec && keyNeed(kms, purpose, spec);
  }
  const spec = signingKeys.find((one) => loggedAs(one) === old.spec);
  return spec && keyNeed(kms, purpose, spec);
}
