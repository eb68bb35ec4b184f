import { describe, expect, test } from 'vitest';
import { newPlan } from '../core/plan/defaults';
import type { Plan } from '../core/plan/plan';
import { createPlanStore, watchPart } from './plan-store';

const named = (name: string) => (plan: Plan) => ({ ...plan, name });

/** A store whose clock stands still until it is told to move. */
function storeAt() {
  let time = 0;
  const store = createPlanStore(newPlan(), () => time);
  return {
    store,
    wait: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

describe('undo and redo', () => {
  test('go back to the very same plan and forward again', () => {
    const { store } = storeAt();
    const first = store.plan();
    store.edit(named('a'));
    const second = store.plan();
    store.undo();
    expect(store.plan()).toBe(first);
    expect(store.history()).toEqual({ canUndo: false, canRedo: true });
    store.redo();
    expect(store.plan()).toBe(second);
    expect(store.history()).toEqual({ canUndo: true, canRedo: false });
  });

  test('reach back 200 changes and forget the ones before', () => {
    const { store } = storeAt();
    for (let index = 1; index <= 250; index++) store.edit(named(String(index)));
    for (let index = 0; index < 300; index++) store.undo();
    expect(store.plan().name).toBe('50');
    for (let index = 0; index < 300; index++) store.redo();
    expect(store.plan().name).toBe('250');
  });

  test('a new change after undo drops what could be redone', () => {
    const { store } = storeAt();
    store.edit(named('a'));
    store.edit(named('b'));
    store.undo();
    store.edit(named('c'));
    expect(store.history().canRedo).toBe(false);
    store.undo();
    expect(store.plan().name).toBe('a');
  });

  test('at either end change nothing and tell nobody', () => {
    const { store } = storeAt();
    let told = 0;
    store.subscribe(() => told++);
    store.undo();
    store.redo();
    expect(told).toBe(0);
  });
});

describe('groups', () => {
  test('keystrokes in one field are one step', () => {
    const { store, wait } = storeAt();
    for (const text of ['b', 'ba', 'ban', 'bank']) {
      store.edit(named(text), 'name');
      wait(400);
    }
    store.undo();
    expect(store.plan().name).toBe('');
    store.redo();
    expect(store.plan().name).toBe('bank');
  });

  test('a pause starts a new step', () => {
    const { store, wait } = storeAt();
    store.edit(named('bank'), 'name');
    wait(1_001);
    store.edit(named('bank one'), 'name');
    store.undo();
    expect(store.plan().name).toBe('bank');
  });

  test('another field, no group, or an undo in between starts a new step', () => {
    const { store } = storeAt();
    store.edit(named('a'), 'name');
    store.edit((plan) => ({ ...plan, kmsLog: { ...plan.kmsLog, file: 'kms.log' } }), 'kmsLog.file');
    store.edit(named('b'), 'name');
    store.edit(named('c'));
    store.edit(named('d'));
    store.undo();
    expect(store.plan().name).toBe('c');
    store.undo();
    expect(store.plan().name).toBe('b');
    store.edit(named('bb'), 'name');
    store.undo();
    expect(store.plan().name).toBe('b');
  });
});

describe('listeners', () => {
  test('hear each change, not an edit that changes nothing, and nothing after leaving', () => {
    const { store } = storeAt();
    let told = 0;
    const leave = store.subscribe(() => told++);
    store.edit(named('a'));
    store.edit((plan) => plan);
    expect(told).toBe(1);
    leave();
    store.edit(named('b'));
    expect(told).toBe(1);
  });

  test('the history object stays the same while its flags do', () => {
    const { store } = storeAt();
    store.edit(named('a'));
    const history = store.history();
    store.edit(named('b'));
    expect(store.history()).toBe(history);
  });

  test('a watched part is computed once for a plan', () => {
    const { store } = storeAt();
    const names = watchPart(store, (plan) => plan.nodes.map((node) => node.name));
    expect(names()).toBe(names());
    expect(names()).toEqual(['participant1']);
    store.edit((plan) => ({ ...plan, nodes: [] }));
    expect(names()).toEqual([]);
  });
});
