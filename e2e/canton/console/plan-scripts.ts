import { textOf } from '../../../src/core/emit/artefact';
import { scriptsOf } from '../../../src/core/emit/scripts/scripts';
import { settingsOf } from '../../../src/core/emit/settings';
import type { Plan } from '../../../src/core/plan/plan';
import type { ConsoleScript } from './script-scala';

export type PlanScript = ConsoleScript & {
  readonly path: string /** Names of the nodes it is for. */;
  readonly about: readonly string[];
};

/**
 * The scripts of a plan as its consoles get them. A script for running nodes is run from a remote console or within the
 * nodes' process, one that starts its node only there.
 */
export function planScripts(
  name: string,
  plan: Plan,
  consoles: readonly ('remote' | 'local')[],
): readonly PlanScript[] {
  return scriptsOf(settingsOf(plan)).flatMap(({ script, file }) =>
    (script.runs === 'manual-start' ? (['local'] as const) : consoles).map((console) => ({
      id: `${name}: ${file.outline.path}, ${console}`,
      path: file.outline.path,
      about: script.nodes.flatMap((index) => plan.nodes[index]?.name ?? []),
      text: textOf({ lines: file.write() }),
      nodes: plan.nodes.map((node) => ({ name: node.name, kind: node.kind, remote: console === 'remote' })),
    })),
  );
}
