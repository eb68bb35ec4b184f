import type { Plan } from './plan';

/**
 * Indices of the nodes whose configuration must change with a rotation: it would go on naming a wrapper key that is
 * rotated away.
 */
export function leftBehind({ task, nodes }: Plan): ReadonlySet<number> {
  if (task.type !== 'rotate') return new Set();
  const rotated = new Set(task.wrappers.map(({ node }) => node));
  return new Set(
    nodes.flatMap(({ name, custody }, index) =>
      rotated.has(name) && custody.type === 'envelope' && custody.wrapperKey.type === 'given' ? [index] : [],
    ),
  );
}

/** The plan as it describes the nodes once their wrapper keys are rotated: none is named any more. */
export function afterRotation(plan: Plan): Plan {
  const changed = leftBehind(plan);
  const nodes = plan.nodes.map((node, index) =>
    changed.has(index) && node.custody.type === 'envelope'
      ? { ...node, custody: { ...node.custody, wrapperKey: { type: 'generated' as const } } }
      : node,
  );
  return { ...plan, nodes };
}
