import { describe, expect, it } from 'vitest';
import { encodeLink } from '../core/link/encode';
import { newPlan } from '../core/plan/defaults';
import { writePlanFile } from '../core/plan/plan-file';
import { open } from './open';
import { storedFrom } from './stored-drafts';

const plan = { ...newPlan(), name: 'bank1' };

describe('what is opened', () => {
  it('a link opens as a guest from outside', async () => {
    const link = await encodeLink(plan);
    expect(await open({ type: 'link', link }, storedFrom(newPlan(), 'a', false))).toEqual({
      plan,
      owner: 'guest',
      outside: true,
      notices: [],
      ticks: [],
    });
  });

  it("a link to the visitor's own draft is their own", async () => {
    const link = await encodeLink(plan);
    expect(await open({ type: 'link', link }, storedFrom(plan, 'a', false))).toMatchObject({
      owner: 'own',
      outside: false,
    });
  });

  it('takes along what is done of a runbook: from a link that says so, and after a reload', async () => {
    const link = await encodeLink(plan, ['backup/bank-1']);
    expect(await open({ type: 'link', link }, undefined)).toMatchObject({ ticks: ['backup/bank-1'], notices: [] });
    const bare = await encodeLink(plan);
    expect(await open({ type: 'link', link: bare, done: ['backup/bank-2'] }, undefined)).toMatchObject({
      ticks: ['backup/bank-2'],
    });
    expect(await open({ type: 'link', link: bare, done: { hostile: true } }, undefined)).toMatchObject({ ticks: [] });
  });

  it("joins what is done elsewhere of the visitor's own runbook, says so, and forgets nothing", async () => {
    const draft = storedFrom(plan, 'a', false, ['backup/bank-1']);
    const text = writePlanFile(plan, ['backup/bank-1', 'backup/bank-2']);
    expect(await open({ type: 'file', text }, draft)).toMatchObject({
      owner: 'own',
      ticks: ['backup/bank-1', 'backup/bank-2'],
      notices: [{ message: '1 step of the runbook is done there and not here: ticked off here, too.' }],
    });
    expect(await open({ type: 'link', link: await encodeLink(plan) }, draft)).toMatchObject({
      ticks: ['backup/bank-1'],
      notices: [],
    });
  });

  it('a file is from outside, a draft is what it was, an example and a new plan are not', async () => {
    expect(await open({ type: 'file', text: writePlanFile(plan) }, undefined)).toMatchObject({
      owner: 'own',
      outside: true,
    });
    expect(await open({ type: 'stored', stored: storedFrom(plan, 'a', true) }, undefined)).toMatchObject({
      outside: true,
    });
    expect(await open({ type: 'example', id: 'gcp-external' }, undefined)).toMatchObject({
      owner: 'own',
      outside: false,
    });
    expect(await open({ type: 'new', release: '3.4' }, undefined)).toMatchObject({
      plan: { ...newPlan(), release: '3.4' },
      outside: false,
    });
  });

  it('says what is wrong with what cannot be opened', async () => {
    expect(typeof (await open({ type: 'link', link: 'v1.broken' }, undefined))).toBe('string');
    expect(typeof (await open({ type: 'file', text: 'no plan' }, undefined))).toBe('string');
  });
});
