import { describe, expect, it } from 'vitest';
import { newPlan } from '../core/plan/defaults';
import { createDraft } from './draft';
import { draftKey, readDrafts } from './stored-drafts';
import { memory, refusing } from './test-storage';

const named = (name: string) => ({ ...newPlan(), name });

describe('the draft', () => {
  it('is there after a reload, with what the start screen shows of it', () => {
    const storage = memory();
    createDraft(storage, 'a').write(named('bank1'), true);
    const { draft } = readDrafts(storage);
    expect(draft).toMatchObject({ name: 'bank1', nodes: 1, release: '3.5', outside: true });
    expect(JSON.parse(draft?.plan ?? '')).toEqual(named('bank1'));
  });

  it('goes on in a tab that was loaded anew, which has another name', () => {
    const storage = memory();
    createDraft(storage, 'a').write(named('before'), false);
    const later = createDraft(storage, 'b');
    later.write(named('after'), false);
    expect(later.status()).toEqual({ type: 'kept' });
    expect(readDrafts(storage).draft?.name).toBe('after');
  });

  it('tells its listeners when the browser keeps nothing', () => {
    const draft = createDraft(refusing, 'a');
    let told = 0;
    draft.subscribe(() => told++);
    draft.write(newPlan(), false);
    expect(draft.status()).toEqual({ type: 'unavailable' });
    expect(told).toBe(1);
  });

  it('is kept again once there is room', () => {
    const storage = memory(200);
    const draft = createDraft(storage, 'a');
    draft.write(newPlan(), false);
    expect(draft.status()).toEqual({ type: 'unavailable' });
    storage.room = 100_000;
    draft.write(newPlan(), false);
    expect(draft.status()).toEqual({ type: 'kept' });
  });
});

describe('a draft that another tab changed', () => {
  function conflict() {
    const storage = memory();
    const mine = createDraft(storage, 'a');
    mine.write(named('mine'), false);
    createDraft(storage, 'b').write(named('theirs'), false);
    mine.changedElsewhere(draftKey, storage.getItem(draftKey));
    return { storage, mine };
  }

  it('is said, and nothing is written over it until somebody decides', () => {
    const { storage, mine } = conflict();
    expect(mine.status()).toMatchObject({ type: 'conflict', theirs: { name: 'theirs' } });
    mine.write(named('mine, later'), false);
    expect(readDrafts(storage).draft?.name).toBe('theirs');
  });

  it('can give way, and is put aside', () => {
    const { storage, mine } = conflict();
    mine.keepMine(named('mine, later'), false);
    expect(mine.status()).toEqual({ type: 'kept' });
    expect(readDrafts(storage)).toMatchObject({ draft: { name: 'mine, later' }, before: [{ name: 'theirs' }] });
  });

  it('can be taken over and worked on', () => {
    const { storage, mine } = conflict();
    mine.tookTheirs();
    mine.write(named('theirs, later'), false);
    expect(mine.status()).toEqual({ type: 'kept' });
    expect(readDrafts(storage).draft?.name).toBe('theirs, later');
  });

  it('is noticed before writing, also by a tab that was not told', () => {
    const storage = memory();
    const mine = createDraft(storage, 'a');
    mine.write(named('mine'), false);
    createDraft(storage, 'b').write(named('theirs'), false);
    mine.write(named('mine, later'), false);
    expect(mine.status()).toMatchObject({ type: 'conflict', theirs: { name: 'theirs' } });
    expect(readDrafts(storage).draft?.name).toBe('theirs');
  });

  it('to the very same plan is no conflict, nor is a change of something else', () => {
    const storage = memory();
    const mine = createDraft(storage, 'a');
    mine.write(named('same'), false);
    createDraft(storage, 'b').write(named('same'), false);
    mine.changedElsewhere(draftKey, storage.getItem(draftKey));
    mine.changedElsewhere('theme', 'dark');
    mine.changedElsewhere(null, null);
    expect(mine.status()).toEqual({ type: 'kept' });
  });
});
