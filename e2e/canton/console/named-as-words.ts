import { scriptsOf } from '../../../src/core/emit/scripts/scripts';
import { settingsOf } from '../../../src/core/emit/settings';
import type { Plan } from '../../../src/core/plan/plan';
import { findings } from '../../../src/core/rules/rules';
import type { NamedPlan } from './script-plans';

/** Every bare word that the scripts of these plans use: what a node's name could stand in the place of. */
export function bareWords(plans: readonly NamedPlan[]): readonly string[] {
  const words = plans.flatMap(({ plan }) =>
    scriptsOf(settingsOf(plan)).flatMap(({ file }) =>
      file.write().flatMap((line) => {
        const code = line.flatMap(({ kind, text }) => (kind === 'text' || kind === 'comment' ? [] : [text])).join('');
        return [...code.matchAll(/(?<![.\w`])[A-Za-z_]\w*/g)].map(([word]) => word);
      }),
    ),
  );
  return [...new Set(words)].sort();
}

/** The same plan with its first node called otherwise, wherever it is named. */
export function named(plan: Plan, name: string): Plan {
  const [first, ...others] = plan.nodes;
  if (first === undefined) return plan;
  const { task } = plan;
  const at = <T extends { readonly node: string }>(row: T): T =>
    row.node === first.name ? { ...row, node: name } : row;
  return {
    ...plan,
    nodes: [{ ...first, name }, ...others],
    task:
      task.type !== 'rotate'
        ? task
        : {
            ...task,
            inventory: task.inventory.map((seen) => (seen.name === first.name ? { ...seen, name } : seen)),
            wrappers: task.wrappers.map(at),
            keys: task.keys.map(at),
            deletions: task.deletions.map(at),
          },
  };
}

/** Whether the page would refuse the name of the first node. */
export function refusesName(plan: Plan): boolean {
  return findings(plan).some(({ severity, path }) => severity === 'error' && path === 'nodes.0.name');
}
