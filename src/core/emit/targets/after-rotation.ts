import type { Plan } from '../../plan/plan';
import type { File } from '../file';
import type { Settings } from '../settings';
import { hoconFiles } from './hocon-files';

/**
 * The configuration that must change after a rotation: a `wrapper-key-id` that names the old wrapper key. It comes out
 * without one, which is right from then on: the node reads the id from its database.
 */
export function changedConfiguration(settings: Settings): readonly File[] {
  const changed = leftBehind(settings.plan);
  if (changed.size === 0) return [];
  const plan = afterRotation(settings.plan);
  const files = hoconFiles({ ...settings, plan: { ...plan, output: { ...plan.output, layout: 'file-per-node' } } });
  // A shared file comes along with any node that includes it.
  return files.filter(({ outline }) =>
    outline.stoppedBy === 'all'
      ? outline.nodes.some((node) => changed.has(node))
      : outline.nodes.every((node) => changed.has(node)),
  );
}

/** Indices of the nodes whose configuration would go on naming a wrapper key that is rotated away. */
export function leftBehind({ task, nodes }: Plan): ReadonlySet<number> {
  if (task.type !== 'rotate') return new Set();
  const rotated = new Set(task.wrappers.map(({ node }) => node));
  return new Set(
    nodes.flatMap(({ name, custody }, index) =>
      rotated.has(name) && custody.type === 'envelope' && custody.wrapperKey.type === 'given' ? [index] : [],
    ),
  );
}

/** The plan as it describes the nodes once their wrapper keys are rotated. */
export function afterRotation(plan: Plan): Plan {
  const changed = leftBehind(plan);
  const nodes = plan.nodes.map((node, index) =>
    changed.has(index) && node.custody.type === 'envelope'
      ? { ...node, custody: { ...node.custody, wrapperKey: { type: 'generated' as const } } }
      : node,
  );
  return { ...plan, nodes };
}
