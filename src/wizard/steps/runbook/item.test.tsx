import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { RunbookStep } from '../../../core/emit/runbook/runbook';
import { newNode, newPlan } from '../../../core/plan/defaults';
import { createPlanStore } from '../../plan-store';
import { PlanContext } from '../../use-plan';
import { RunbookItem } from './item';

const nodes = ['bank-1', 'bank-2'].map((name) => newNode('participant', name, { type: 'none' }));
const step: RunbookStep = { id: 'destroy', title: 'Destroy it', nodes: [0, 1], does: [], sees: 'x', otherwise: [] };

/** The tags of the check boxes, in order: what reveals the step, where it has to be asked for, then the ticks. */
function shown(item: RunbookStep) {
  const store = createPlanStore({ ...newPlan(), nodes }, undefined, ['destroy/bank-2']);
  const page = renderToStaticMarkup(
    <PlanContext value={store}>
      <RunbookItem step={item} number={1} nodes={nodes} />
    </PlanContext>,
  );
  return { page, boxes: page.match(/<input [^>]*>/g) ?? [] };
}

describe('a step of the runbook', () => {
  test('that can’t be undone says which step the box shows, and what it shows', () => {
    const { page, boxes } = shown({ ...step, irreversible: 'It is gone.' });
    const [, heading] = /<h2 id="([^"]+)"/.exec(page) ?? [];
    const [, does] = /<div id="([^"]+)" class="hidden/.exec(page) ?? [];
    expect(heading).toBeDefined();
    expect(does).toBeDefined();
    expect(boxes[0]).toContain(`aria-describedby="${heading}"`);
    expect(boxes[0]).toContain(`aria-controls="${does}"`);
  });

  test('is not ticked off unseen; what is ticked off can be taken back', () => {
    const disabled = (item: RunbookStep) => shown(item).boxes.map((box) => box.includes('disabled'));
    expect(disabled({ ...step, irreversible: 'It is gone.' })).toEqual([false, true, false]);
    expect(disabled(step)).toEqual([false, false]);
  });
});
