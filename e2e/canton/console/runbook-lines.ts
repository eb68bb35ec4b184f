import type { Release } from '../../../src/core/canton/releases';
import { runbookOf } from '../../../src/core/emit/runbook/runbook';
import { settingsOf } from '../../../src/core/emit/settings';
import { migrate, newNode, newPlan, newWay } from '../../../src/core/plan/defaults';
import { withWay } from '../../../src/core/plan/edit-migration';
import type { Plan } from '../../../src/core/plan/plan';

/** What a person enters at a console to move one node to another, in the order of the steps. */
export function runbookLines(release: Release, way: 'transfer' | 'export'): readonly string[] {
  const plan: Plan = {
    ...newPlan(),
    release,
    nodes: [newNode('participant', 'bank-1', { type: 'none' })],
    task: migrate(),
  };
  const runbook = runbookOf(settingsOf(withWay(plan, newWay(way))));
  return (runbook?.steps ?? []).flatMap(({ does }) =>
    does.flatMap((block) =>
      block.kind === 'code' && block.language === 'scala'
        ? block.lines.map((line) => (typeof line === 'string' ? line : line.said))
        : [],
    ),
  );
}
