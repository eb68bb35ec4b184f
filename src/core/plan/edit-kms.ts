import type { KmsType } from '../canton/schemes';
import { newKms } from './defaults';
import { withKms } from './edit';
import type { Kms } from './kms';
import type { Plan } from './plan';

/** The changes an operator makes to the KMS of a plan, each a pure step from plan to plan. */

/** Makes a KMS one of another type; what both types ask stays as it was answered. */
export function withType(kms: Kms, type: KmsType): Kms {
  if (kms.type === type) return kms;
  const fresh = newKms(type, kms.id);
  const common = { name: kms.name, retries: kms.retries };
  if (fresh.type === 'driver') return { ...fresh, ...common };
  const auditLogging = kms.type !== 'driver' && kms.auditLogging;
  return { ...fresh, ...common, auditLogging };
}

/** Puts a KMS in the place of another. */
export function replaceKms(plan: Plan, index: number, kms: Kms): Plan {
  return plan.kms[index] === undefined || plan.kms[index] === kms ? plan : { ...plan, kms: plan.kms.with(index, kms) };
}

/** Adds a KMS of the type of the last one; no node uses it yet. */
export function addKms(plan: Plan): Plan {
  const ids = plan.kms.map((kms) => kms.id);
  let number = plan.kms.length + 1;
  while (ids.includes(`kms${number}`)) number++;
  const type = plan.kms.at(-1)?.type ?? 'aws';
  return { ...plan, kms: [...plan.kms, { ...newKms(type, `kms${number}`), name: `kms${number}` }] };
}

/** Takes a KMS away; its nodes go to the first that is left. The last one stays. */
export function removeKms(plan: Plan, index: number): Plan {
  const gone = plan.kms[index];
  const kms = plan.kms.toSpliced(index, 1);
  const [first] = kms;
  if (gone === undefined || first === undefined) return plan;
  const nodes = plan.nodes.map((node) =>
    node.custody.type !== 'none' && node.custody.kms === gone.id ? withKms(node, first.id) : node,
  );
  return { ...plan, kms, nodes };
}
