import type { Release } from '../canton/releases';
import { planDigest } from '../plan/digest';
import type { Kms } from '../plan/kms';
import type { Node } from '../plan/node';
import type { Plan } from '../plan/plan';
import { fileStems } from './file-stems';

/** A KMS of the plan that nodes use. */
export type UsedKms = {
  /** Where it stands in the plan. */
  readonly index: number;
  readonly kms: Kms;
  /** Indices of the nodes that use it, at least one. */
  readonly nodes: readonly number[];
  /** Its name below `_shared`. */
  readonly stem: string;
};

/** What every emitter needs to know about the whole plan, found out once. */
export type Settings = {
  readonly plan: Plan;
  readonly release: Release;
  readonly comments: boolean;
  readonly explicitDefaults: boolean;
  readonly digest: string;
  /** For each node what its file is named after. */
  readonly stems: readonly string[];
  /** Whether nodes with envelope encryption are told to give it up at their next start. */
  readonly reverted: boolean;
  /** In the plan's order. */
  readonly used: readonly UsedKms[];
  /** The first node with its keys in a KMS: what nodes without one line up with. */
  readonly external: Node | undefined;
};

export function settingsOf(plan: Plan): Settings {
  return {
    plan,
    release: plan.release,
    comments: plan.output.comments,
    explicitDefaults: plan.output.explicitDefaults,
    digest: planDigest(plan),
    stems: fileStems(
      plan.nodes.map((node) => node.name),
      'node',
    ),
    reverted: false,
    used: usedKms(plan),
    external: plan.nodes.find((node) => node.custody.type === 'external'),
  };
}

function usedKms(plan: Plan): readonly UsedKms[] {
  const nodes = new Map<string, number[]>(plan.kms.map((kms) => [kms.id, []]));
  plan.nodes.forEach((node, index) => {
    if (node.custody.type !== 'none') nodes.get(node.custody.kms)?.push(index);
  });
  const stems = fileStems(
    plan.kms.map((kms) => kms.name),
    'kms',
  );
  return plan.kms
    .map((kms, index) => ({ index, kms, nodes: nodes.get(kms.id) ?? [], stem: stems[index] ?? kms.id }))
    .filter((used) => used.nodes.length > 0);
}

/** The KMS of a node, where it has one. */
export function usedBy(settings: Settings, node: Node): UsedKms | undefined {
  const { custody } = node;
  return custody.type === 'none' ? undefined : settings.used.find((used) => used.kms.id === custody.kms);
}

/** Whether a KMS is written once for several nodes. */
export function isShared(used: UsedKms): boolean {
  return used.nodes.length > 1;
}
