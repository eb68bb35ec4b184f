import type { DraftStorage } from './stored-drafts';

/** A storage for tests, with room for so many characters. */
export function memory(room = Number.POSITIVE_INFINITY): DraftStorage & { room: number } {
  const entries = new Map<string, string>();
  return {
    room,
    getItem: (key) => entries.get(key) ?? null,
    setItem(key, value) {
      const others = [...entries].reduce((sum, [name, text]) => sum + (name === key ? 0 : text.length), 0);
      if (others + value.length > this.room) throw new Error('QuotaExceededError');
      entries.set(key, value);
    },
    removeItem: (key) => void entries.delete(key),
  };
}

function refuse(): never {
  throw new Error('switched off');
}

/** A storage that the visitor has switched off. */
export const refusing: DraftStorage = { getItem: refuse, setItem: refuse, removeItem: refuse };
