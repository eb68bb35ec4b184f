import { describe, expect, it } from 'vitest';
import { newPlan } from '../core/plan/defaults';
import { createDraft, type DraftStorage, putAside, readDrafts } from './draft';

function memory(): DraftStorage & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

const key = 'canton-kms-wizard.draft';
const named = (name: string) => ({ ...newPlan(), name });

describe('the draft', () => {
  it('is there after a reload, with what the start screen shows of it', () => {
    const storage = memory();
    createDraft(storage, 'a').write(named('bank1'), true);
    const { draft } = readDrafts(storage);
    expect(draft).toMatchObject({ name: 'bank1', nodes: 1, release: '3.5', outside: true });
    expect(JSON.parse(draft?.plan ?? '')).toEqual(named('bank1'));
  });

  it('says that another tab changed it, and writes nothing over that until somebody decides', () => {
    const storage = memory();
    const mine = createDraft(storage, 'a');
    mine.write(named('mine'), false);
    createDraft(storage, 'b').write(named('theirs'), false);
    mine.changedElsewhere(key, storage.getItem(key));
    expect(mine.status()).toMatchObject({ type: 'conflict', theirs: { name: 'theirs' } });

    mine.write(named('mine, later'), false);
    expect(readDrafts(storage).draft?.name).toBe('theirs');

    mine.keepMine(named('mine, later'), false);
    expect(mine.status()).toEqual({ type: 'kept' });
    expect(readDrafts(storage).draft?.name).toBe('mine, later');
  });

  it('does not call it a conflict when the other tab wrote the very same plan', () => {
    const storage = memory();
    const mine = createDraft(storage, 'a');
    mine.write(named('same'), false);
    createDraft(storage, 'b').write(named('same'), false);
    mine.changedElsewhere(key, storage.getItem(key));
    expect(mine.status()).toEqual({ type: 'kept' });
  });

  it('keeps what was there before aside when another plan takes its place', () => {
    const storage = memory();
    const draft = createDraft(storage, 'a');
    draft.write(named('first'), false);
    putAside(storage);
    draft.write(named('second'), false);
    expect(readDrafts(storage)).toMatchObject({ draft: { name: 'second' }, before: { name: 'first' } });
  });

  it.each(['', '{', 'null', '{"plan":1}', '[]'])('takes %j in storage for no draft', (text) => {
    const storage = memory();
    storage.setItem(key, text);
    expect(readDrafts(storage)).toEqual({});
  });

  it('says so when the browser keeps nothing', () => {
    const refuse = () => {
      throw new Error('switched off');
    };
    const draft = createDraft({ getItem: refuse, setItem: refuse, removeItem: refuse }, 'a');
    let told = 0;
    draft.subscribe(() => told++);
    draft.write(newPlan(), false);
    expect(draft.status()).toEqual({ type: 'unavailable' });
    expect(told).toBe(1);
    expect(readDrafts({ getItem: refuse, setItem: refuse, removeItem: refuse })).toEqual({});
  });
});
