import type { Path } from '../core/plan/plan';

/** The steps of a plan in their order. Each has an address of its own; a person may go to any at any time. */
export const steps = [
  { id: 'nodes', title: 'Nodes' },
  { id: 'provider', title: 'Provider' },
  { id: 'mode', title: 'Mode' },
  { id: 'review', title: 'Review' },
] as const satisfies readonly { id: string; title: string }[];

export type StepId = (typeof steps)[number]['id'];

export function isStepId(text: string): text is StepId {
  return steps.some((step) => step.id === text);
}

export function titleOf(step: StepId): string {
  return steps.find(({ id }) => id === step)?.title ?? step;
}

const nodeAnswers = /^nodes\.\d+(\.(name|kind|storage|replicas)\b|$)/;

/** The step that asks for an answer. */
export function stepOf(path: Path): StepId {
  if (path === 'nodes' || nodeAnswers.test(path)) return 'nodes';
  if (/^nodes\.\d+\.custody\.kms$/.test(path)) return 'provider';
  if (path.startsWith('nodes.') || path === 'enableExperimental') return 'mode';
  if (path.startsWith('output') || path === 'name' || path === 'release') return 'review';
  return 'provider';
}
