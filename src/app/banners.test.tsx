import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { newPlan } from '../core/plan/defaults';
import { planDigest } from '../core/plan/digest';
import type { Ticks } from '../core/plan/ticks';
import { createPlanStore, type PlanStore } from '../wizard/plan-store';
import { PlanContext } from '../wizard/use-plan';
import { ElsewhereBanner, GuestBanner } from './banners';

const plan = newPlan();
const nothing = () => {};

function elsewhere(store: PlanStore, joined: boolean, ticks: Ticks): string {
  const boxes = ticks.map((tick) => ({ tick, title: 'Back up' }));
  return renderToStaticMarkup(
    <PlanContext value={store}>
      <ElsewhereBanner elsewhere={{ boxes, plan: planDigest(plan), joined }} onTake={nothing} onClose={nothing} />
    </PlanContext>,
  );
}

describe('what is said about ticks that came with a plan', () => {
  it('does not contradict itself where they have joined', () => {
    const store = createPlanStore(plan, undefined, ['a', 'b']);
    const two = elsewhere(store, true, ['a', 'b']);
    expect(two).toContain(
      'Done there and not here before: 2 ticks, of “Back up”.</b> They are ticked off here now, too.',
    );
    expect(elsewhere(store, true, ['a'])).toContain('“Back up”.</b> It is ticked off here now, too.');
  });

  it('is gone once the plan is another', () => {
    const store = createPlanStore(plan);
    expect(elsewhere(store, false, ['a'])).toContain('Tick them off here, too');
    store.edit((before) => ({ ...before, name: 'another' }));
    expect(elsewhere(store, false, ['a'])).toBe('');
    store.undo();
    expect(elsewhere(store, false, ['a'])).toContain('Tick them off here, too');
  });

  it("stands beside a guest's plan where there are any", () => {
    const banner = (ticked: string | undefined) =>
      renderToStaticMarkup(<GuestBanner draft={undefined} ticked={ticked} onKeep={nothing} onLeave={nothing} />);
    expect(banner('Its runbook came with 1 tick.')).toContain('<p>Its runbook came with 1 tick.</p>');
    expect(banner(undefined)).not.toContain('runbook');
  });
});
