import { describe, expect, it } from 'vitest';
import { newPlan } from '../core/plan/defaults';
import { createDraft } from './draft';
import { draftKey, forgetDamaged, putAside, readDrafts } from './stored-drafts';
import { memory, refusing } from './test-storage';

const named = (name: string) => ({ ...newPlan(), name });

/** One plan after the other takes the place of the draft. */
function replaced(names: readonly string[], storage = memory()) {
  for (const name of names) {
    putAside(storage);
    createDraft(storage, name).write(named(name), false);
  }
  return storage;
}

const namesBefore = (storage: ReturnType<typeof memory>) => readDrafts(storage).before.map(({ name }) => name);

describe('drafts whose place another plan took', () => {
  it('are kept, the newest first, as many as five', () => {
    const storage = replaced(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(readDrafts(storage).draft?.name).toBe('g');
    expect(namesBefore(storage)).toEqual(['f', 'e', 'd', 'c', 'b']);
  });

  it('stand there once, and not beside the draft that is the same', () => {
    const storage = replaced(['a', 'b', 'a', 'b', 'a']);
    expect(namesBefore(storage)).toEqual(['b']);
  });

  it('give way from the oldest on when there is no room, also to the draft itself', () => {
    const one = replaced(['a']).getItem(draftKey)?.length ?? 0;
    const storage = replaced(['a', 'b', 'c', 'd'], memory(one * 3.5));
    expect(namesBefore(storage)).toEqual(['c', 'b']);

    createDraft(storage, 'd').write(named('x'.repeat(one)), false);
    expect(readDrafts(storage).draft?.name).toHaveLength(one);
    expect(namesBefore(storage)).toEqual([]);
  });

  it('are none in a storage that is switched off', () => {
    expect(() => putAside(refusing)).not.toThrow();
    expect(readDrafts(refusing)).toEqual({ before: [] });
  });
});

describe('a stored draft that nobody can read', () => {
  it.each(['', '{', '{"plan":1}', '[]'])('%j is said, and kept aside when the next is written', (text) => {
    const storage = memory();
    storage.setItem(draftKey, text);
    expect(readDrafts(storage)).toEqual({ before: [], damaged: text });

    createDraft(storage, 'a').write(named('next'), false);
    expect(readDrafts(storage)).toMatchObject({ draft: { name: 'next' }, damaged: text });

    forgetDamaged(storage);
    expect(readDrafts(storage)).not.toHaveProperty('damaged');
    expect(readDrafts(storage).draft?.name).toBe('next');
  });

  it('is not in the way when it is put aside or forgotten first', () => {
    const storage = memory();
    storage.setItem(draftKey, '{');
    putAside(storage);
    expect(readDrafts(storage)).toEqual({ before: [], damaged: '{' });
    storage.setItem(draftKey, '{');
    forgetDamaged(storage);
    expect(readDrafts(storage)).toEqual({ before: [] });
  });
});
