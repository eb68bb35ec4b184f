import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { decodeLink } from '../../core/link/decode';
import { envelope, migrate, newNode, newPlan } from '../../core/plan/defaults';
import type { Plan } from '../../core/plan/plan';
import { GuardProvider } from '../guard';
import { createPlanStore } from '../plan-store';
import { PlanContext } from '../use-plan';
import { ShareDialog } from './share-dialog';
import { doneOf, share } from './shared';

const moving: Plan = {
  ...newPlan(),
  task: migrate(),
  nodes: [newNode('participant', 'bank-1', envelope('kms1'))],
};

function dialog(plan: Plan, ticks: readonly string[]): string {
  return renderToStaticMarkup(
    <PlanContext value={createPlanStore(plan, undefined, ticks)}>
      <GuardProvider outside={false} onConfirm={() => {}}>
        <ShareDialog onClose={() => {}} />
      </GuardProvider>
    </PlanContext>,
  );
}

describe('what is ticked off in the runbook', () => {
  test('is offered for the link only where the plan has a runbook and one of its boxes is ticked', () => {
    const offer = 'Take what is ticked off in the runbook along in the link';
    expect(dialog(moving, ['backup/bank-1'])).toContain(offer);
    expect(dialog(moving, [])).not.toContain(offer);
    expect(dialog(moving, ['backup/bank-9', 'gone'])).not.toContain(offer);
    expect(dialog({ ...moving, nodes: [] }, ['prepare'])).not.toContain(offer);
    expect(dialog(newPlan(), ['backup/bank-1'])).not.toContain(offer);
  });

  test('goes along as far as it is of this runbook, and such a link leads there', async () => {
    const done = doneOf(moving, new Set(['gone', 'backup/bank-1', 'prepare']));
    const { link, step } = await share(moving, done);
    expect(step).toBe('runbook');
    expect(await decodeLink(link)).toMatchObject({ ticks: ['prepare', 'backup/bank-1'] });
  });

  test('stays here else, and the link leads to the nodes', async () => {
    const { link, step } = await share(newPlan(), doneOf(newPlan(), new Set(['backup/bank-1'])));
    expect(step).toBe('nodes');
    expect(await decodeLink(link)).not.toHaveProperty('ticks');
  });
});
