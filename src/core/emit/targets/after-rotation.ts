import { afterRotation, leftBehind } from '../../plan/left-behind';
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
