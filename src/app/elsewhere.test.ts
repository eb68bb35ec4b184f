import { describe, expect, it } from 'vitest';
import { newPlan } from '../core/plan/defaults';
import { planDigest } from '../core/plan/digest';
import { type Elsewhere, elsewhereNow, ticksOfSteps } from './elsewhere';

const plan = { ...newPlan(), name: 'bank' };
const boxes = ['bank-1', 'bank-2'].map((name) => ({ tick: `backup/${name}`, title: 'Back up' }));
const offered: Elsewhere = { boxes, plan: planDigest(plan), joined: false };
const joined: Elsewhere = { ...offered, joined: true };
const both = new Set(boxes.map(({ tick }) => tick));

describe('what is done elsewhere', () => {
  it('was not here before, once it has joined', () => {
    expect(elsewhereNow(offered, plan, new Set())?.message).toBe('Done there and not here: 2 ticks, of “Back up”.');
    expect(elsewhereNow(joined, plan, both)?.message).toBe('Done there and not here before: 2 ticks, of “Back up”.');
  });

  it('is told of the plan it was done of alone: not after an edit, but after its undo', () => {
    expect(elsewhereNow(offered, { ...plan, name: 'other' }, new Set())).toBeUndefined();
    expect(elsewhereNow(joined, { ...plan, name: 'other' }, both)).toBeUndefined();
    expect(elsewhereNow(offered, { ...plan }, new Set())?.ticks).toEqual(['backup/bank-1', 'backup/bank-2']);
  });

  it('leaves out what was ticked here meanwhile, or is ticked no more', () => {
    const one = new Set(['backup/bank-1', 'prepare']);
    expect(elsewhereNow(offered, plan, one)?.ticks).toEqual(['backup/bank-2']);
    expect(elsewhereNow(joined, plan, one)?.ticks).toEqual(['backup/bank-1']);
    expect(elsewhereNow(offered, plan, both)).toBeUndefined();
    expect(elsewhereNow(joined, plan, new Set())).toBeUndefined();
  });

  it('tells up to three steps by their titles, and how many more', () => {
    const of = (...titles: string[]) => ticksOfSteps(titles.map((title) => ({ tick: title, title })));
    expect(of('A')).toBe('1 tick, of “A”');
    expect(of('A', 'A', 'B')).toBe('3 ticks, of “A” and “B”');
    expect(of('A', 'B', 'C', 'D')).toBe('4 ticks, of “A”, “B”, “C” and 1 more step');
    expect(of('A', 'B', 'C', 'D', 'E')).toBe('5 ticks, of “A”, “B”, “C” and 2 more steps');
  });
});
