import { describe, expect, it } from 'vitest';
import { encodeLink } from '../core/link/encode';
import { envelope, migrate, newNode, newPlan } from '../core/plan/defaults';
import { planDigest } from '../core/plan/digest';
import { writePlanFile } from '../core/plan/plan-file';
import { open } from './open';
import { storedFrom } from './stored-drafts';

const plan = { ...newPlan(), name: 'bank1' };

/** A plan with a runbook. */
const moving = {
  ...plan,
  task: migrate(),
  nodes: ['bank-1', 'bank-2'].map((name) => newNode('participant', name, envelope('kms1'))),
};

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
    const link = await encodeLink(moving, ['backup/bank-1']);
    expect(await open({ type: 'link', link }, undefined)).toMatchObject({ ticks: ['backup/bank-1'], notices: [] });
    const bare = await encodeLink(moving);
    expect(await open({ type: 'link', link: bare, done: ['backup/bank-2'] }, undefined)).toMatchObject({
      ticks: ['backup/bank-2'],
    });
    expect(await open({ type: 'link', link: bare, done: { hostile: true } }, undefined)).toMatchObject({ ticks: [] });
  });

  it('leaves out what is no box of its runbook, and says so; a draft and a plan without a runbook keep all', async () => {
    const ticks = ['backup/bank-1', 'backup/bank-9', 'restart', 'prepare', '<b>'];
    const left = { ticks: ['backup/bank-1', 'prepare'] };
    const notices = [{ message: '3 ticks of no step of this runbook were left out.' }];
    const text = writePlanFile(moving, ticks);
    expect(await open({ type: 'file', text }, undefined)).toMatchObject({ ...left, notices });
    const link = await encodeLink(moving, ticks);
    expect(await open({ type: 'link', link }, undefined)).toMatchObject({ ...left, notices });
    const bare = await encodeLink(moving);
    expect(await open({ type: 'link', link: bare, done: ticks }, undefined)).toMatchObject({ ...left, notices });
    const stored = storedFrom(moving, 'a', false, ticks);
    expect(await open({ type: 'stored', stored }, undefined)).toMatchObject({ ticks, notices: [] });
    expect(await open({ type: 'file', text: writePlanFile(plan, ticks) }, undefined)).toMatchObject({ ticks });
  });

  it("keeps the visitor's ticks when a link to their own plan has others, and offers those", async () => {
    const draft = storedFrom(moving, 'a', false, ['backup/bank-1', 'gone']);
    const link = await encodeLink(moving, ['prepare', 'backup/bank-1', 'backup/bank-2', 'backup/bank-9']);
    expect(await open({ type: 'link', link }, draft)).toMatchObject({
      owner: 'own',
      ticks: ['backup/bank-1', 'gone'],
      elsewhere: {
        boxes: [{ tick: 'prepare' }, { tick: 'backup/bank-2' }],
        plan: planDigest(moving),
        joined: false,
      },
    });
    expect(await open({ type: 'link', link: await encodeLink(moving) }, draft)).toMatchObject({
      ticks: ['backup/bank-1', 'gone'],
      notices: [],
      elsewhere: undefined,
    });
  });

  it("joins what is done in a file of the visitor's own plan, says it, and forgets nothing", async () => {
    const draft = storedFrom(moving, 'a', false, ['backup/bank-1']);
    const text = writePlanFile(moving, ['backup/bank-1', 'backup/bank-2']);
    expect(await open({ type: 'file', text }, draft)).toMatchObject({
      owner: 'own',
      ticks: ['backup/bank-1', 'backup/bank-2'],
      notices: [],
      elsewhere: { boxes: [{ tick: 'backup/bank-2', title: 'Back up the databases' }], joined: true },
    });
  });

  it("says what came ticked off in a guest's runbook, and no more than it knows after a reload", async () => {
    const [one, two] = [['backup/bank-1'], ['backup/bank-1', 'prepare', 'strange']];
    const ticked = async (ticks: readonly string[], done?: readonly string[]) => {
      const opened = await open({ type: 'link', link: await encodeLink(moving, ticks), done }, undefined);
      return typeof opened === 'string' ? opened : opened.ticked;
    };
    const of = '2 ticks, of “Give the nodes access to the KMS” and “Back up the databases”.';
    expect(await ticked([])).toBeUndefined();
    expect(await ticked(['strange'])).toBeUndefined();
    expect(await ticked(one)).toBe('Its runbook came with 1 tick, of “Back up the databases”.');
    expect(await ticked(two)).toBe(`Its runbook came with ${of}`);
    expect(await ticked([], two)).toBe(`Before the page was loaded again, its runbook had ${of}`);
    const text = writePlanFile(moving, one);
    expect(await open({ type: 'file', text }, undefined)).not.toHaveProperty('ticked');
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
