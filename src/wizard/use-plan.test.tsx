import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { newPlan } from '../core/plan/defaults';
import { createPlanStore } from './plan-store';
import { PlanContext, useHistory, usePlan, usePlanPart } from './use-plan';

function Heading() {
  const { name } = usePlan();
  const kinds = usePlanPart((plan) => plan.nodes.map((node) => node.kind));
  const { canUndo, canRedo } = useHistory();
  return <p>{[name, ...kinds, canUndo, canRedo].join(' ')}</p>;
}

describe('the plan in components', () => {
  test('comes from the nearest store, even through a selector that builds a new value', () => {
    const store = createPlanStore(newPlan());
    store.edit((plan) => ({ ...plan, name: 'Bank' }));
    const page = renderToStaticMarkup(
      <PlanContext value={store}>
        <Heading />
      </PlanContext>,
    );
    expect(page).toBe('<p>Bank participant true false</p>');
  });

  test('without a store says what is missing', () => {
    expect(() => renderToStaticMarkup(<Heading />)).toThrow('No plan store');
  });
});
