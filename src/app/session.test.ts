import { expect, it } from 'vitest';
import { newPlan } from '../core/plan/defaults';
import { planDigest } from '../core/plan/digest';
import { createPlanStore } from '../wizard/plan-store';
import { createDraft } from './draft';
import { type Session, takeTheirs } from './session';
import { storedFrom } from './stored-drafts';
import { memory } from './test-storage';

const plan = newPlan();

function session(): Session {
  return {
    store: createPlanStore(plan, undefined, ['mine']),
    draft: createDraft(memory(), 'a'),
    owner: 'own',
    outside: false,
    notices: [],
    elsewhere: { boxes: [{ tick: 'backup', title: 'Back up' }], plan: planDigest(plan), joined: false },
  };
}

it("takes the other tab's plan with its ticks, and offers no more what was offered for this one's", () => {
  const before = session();
  const after = takeTheirs(before, storedFrom({ ...plan, name: 'theirs' }, 'b', true, ['theirs']));
  expect(after.store.plan().name).toBe('theirs');
  expect([...after.store.ticks()]).toEqual(['theirs']);
  expect(after).toMatchObject({ outside: true, elsewhere: undefined });
});

it("changes nothing where the other tab's plan can't be read", () => {
  const before = session();
  const theirs = { ...storedFrom(plan, 'b', false), plan: 'no plan' };
  expect(takeTheirs(before, theirs)).toBe(before);
  expect([...before.store.ticks()]).toEqual(['mine']);
});
