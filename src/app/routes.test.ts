import { beforeEach, describe, expect, test } from 'vitest';
import { createRouter, readAddress, writeAddress } from './routes';

describe('an address', () => {
  test('names a step, with the link of a plan or without', () => {
    expect(readAddress('#/mode')).toEqual({ place: 'mode', link: undefined });
    expect(readAddress('#/mode/v1.abc.123')).toEqual({ place: 'mode', link: 'v1.abc.123' });
  });

  test('that is not ours leads to the start', () => {
    for (const hash of ['', '#', '#mode', '#/nowhere', '#/constructor', '#/MODE']) {
      expect(readAddress(hash).place).toBe('start');
    }
  });

  test('reads back as it was written', () => {
    for (const address of [
      { place: 'start', link: undefined },
      { place: 'review', link: 'v1.a/b.c' },
    ] as const) {
      expect(readAddress(writeAddress(address))).toEqual(address);
    }
  });
});

/** As much of a browser's history as the router touches. */
class Entries extends EventTarget {
  entries: { state: unknown; hash: string }[];
  at = 0;
  constructor(hash: string, state: unknown = null) {
    super();
    this.entries = [{ state, hash }];
  }
  get location() {
    return { hash: this.entries[this.at]?.hash ?? '' };
  }
  get history() {
    const window = this;
    return {
      get state() {
        return window.entries[window.at]?.state;
      },
      pushState(state: unknown, _title: string, hash: string) {
        window.entries = [...window.entries.slice(0, window.at + 1), { state, hash }];
        window.at += 1;
      },
      replaceState(state: unknown, _title: string, hash: string) {
        window.entries[window.at] = { state, hash };
      },
    };
  }
  back() {
    this.at -= 1;
    this.dispatchEvent(new Event('popstate'));
  }
  follow(hash: string) {
    this.history.pushState(null, '', hash);
    this.dispatchEvent(new Event('popstate'));
  }
}

describe('the router', () => {
  let window: Entries;
  beforeEach(() => {
    window = new Entries('#/nodes');
  });

  test('back changes the step and never the plan: the address keeps the newest link', () => {
    const router = createRouter(window);
    router.keep('v1.old', 'own');
    router.go('mode');
    router.keep('v1.new', 'own');
    window.back();
    expect(router.place()).toBe('nodes');
    expect(router.incoming()).toBeUndefined();
    expect(window.location.hash).toBe('#/nodes/v1.new');
  });

  test('a link that was pasted into the address waits to be opened', () => {
    const router = createRouter(window);
    router.keep('v1.mine', 'own');
    window.follow('#/mode/v1.theirs');
    expect(router.place()).toBe('mode');
    expect(router.incoming()).toBe('v1.theirs');
    router.keep('v1.theirs', 'guest');
    expect(router.incoming()).toBeUndefined();
    expect(window.location.hash).toBe('#/mode/v1.theirs');
  });

  test('a first visit opens the link it came with; a reload of our own page does not', () => {
    expect(createRouter(new Entries('#/mode/v1.x')).incoming()).toBe('v1.x');
    expect(createRouter(new Entries('#/mode/v1.x', { owner: 'own' })).incoming()).toBeUndefined();
    expect(createRouter(new Entries('#/mode/v1.x', { owner: 'guest' })).incoming()).toBe('v1.x');
  });

  test('what is done of a guest’s runbook survives a reload and a step, and belongs to no other link', () => {
    const entries = new Entries('#/runbook/v1.theirs');
    const router = createRouter(entries);
    router.keep('v1.theirs', 'guest', ['backup']);
    router.go('review');
    expect(entries.location.hash).toBe('#/review/v1.theirs');
    const reloaded = createRouter(entries);
    expect(reloaded.incoming()).toBe('v1.theirs');
    expect(reloaded.done()).toEqual(['backup']);
    entries.follow('#/runbook/v1.others');
    expect(reloaded.incoming()).toBe('v1.others');
    expect(reloaded.done()).toBeUndefined();
  });

  test('what is done stays with a guest’s plan when a step is typed into the address', () => {
    const router = createRouter(window);
    router.keep('v1.theirs', 'guest', ['backup']);
    window.follow('#/review');
    expect(router.place()).toBe('review');
    expect(router.done()).toEqual(['backup']);
    expect(window.location.hash).toBe('#/review/v1.theirs');
    expect(createRouter(window).done()).toEqual(['backup']);
  });

  test('a step that is open already makes no new entry', () => {
    const router = createRouter(window);
    router.go('nodes');
    expect(window.entries).toHaveLength(1);
  });
});
