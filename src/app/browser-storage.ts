import type { DraftStorage } from './stored-drafts';

/** Where the browser is told to keep nothing, even asking for its storage throws. */
const switchedOff: DraftStorage = {
  getItem: () => null,
  setItem: () => {
    throw new Error('The storage of this browser is switched off.');
  },
  removeItem: () => undefined,
};

function found(): DraftStorage {
  try {
    return localStorage;
  } catch {
    return switchedOff;
  }
}

/** The storage this page may use; one that keeps nothing where there is none. */
export const browserStorage: DraftStorage = found();
