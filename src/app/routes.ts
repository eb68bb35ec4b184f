import type { Ticks } from '../core/plan/ticks';
import { isStepId, type StepId } from '../wizard/steps';

/** A screen with an address of its own. */
export type Place = 'start' | StepId;

/** What an address says: the screen, and the plan's link where it carries one. */
export type Address = { readonly place: Place; readonly link: string | undefined };

/** `#/mode/v1.xyz` is the step Mode with a plan. Whatever isn't ours is the start. */
export function readAddress(hash: string): Address {
  const [, place = '', link] = /^#\/([a-z]+)(?:\/(.+))?$/.exec(hash) ?? [];
  return { place: isStepId(place) ? place : 'start', link };
}

export function writeAddress({ place, link }: Address): string {
  return link === undefined ? `#/${place}` : `#/${place}/${link}`;
}

/** Whose plan an entry of the browser's history carries: the visitor's own, or a guest's. */
export type Owner = 'own' | 'guest';

/** As much of a window as the router needs. */
export type Browser = {
  readonly location: { readonly hash: string };
  readonly history: {
    readonly state: unknown;
    readonly pushState: (state: unknown, title: string, address: string) => void;
    readonly replaceState: (state: unknown, title: string, address: string) => void;
  };
  readonly addEventListener: (type: 'popstate', listener: () => void) => void;
};

export type Router = {
  readonly place: () => Place;
  /** A link that came from outside and waits to be opened. */
  readonly incoming: () => string | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  /** Opens a screen; the browser's back button returns from it. */
  readonly go: (place: Place) => void;
  /**
   * Keeps the plan's link in the address, without a new entry in the history. Also answers for an incoming link.
   * @param done what is done of a guest's runbook: it survives a reload with the entry, and stands in no address
   */
  readonly keep: (link: string | undefined, owner: Owner, done?: Ticks) => void;
  /** What was done of the incoming link's runbook before a reload; whatever the entry of the history holds. */
  readonly done: () => unknown;
};

/**
 * The address, with every write owned here. Going back changes the screen and never the plan: an entry that we wrote may
 * carry an older link, which is replaced by today's. An entry that we didn't write was typed, pasted or followed, so its
 * link is news.
 */
export function createRouter(browser: Browser): Router {
  const { history } = browser;
  const first = readAddress(browser.location.hash);
  let place = first.place;
  let link = first.link;
  let owner = ownerOf(history.state) ?? 'own';
  let incoming = ownerOf(history.state) === 'own' ? undefined : link;
  let done = fieldOf(history.state, 'done');
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const replace = () => history.replaceState({ owner, done }, '', writeAddress({ place, link }));

  browser.addEventListener('popstate', () => {
    const arrived = readAddress(browser.location.hash);
    place = arrived.place;
    if (ownerOf(history.state) === undefined) {
      incoming = arrived.link;
      // Without a link the same plan stays open, and with it what is done of its runbook.
      if (incoming !== undefined) done = undefined;
    }
    if (incoming === undefined) replace();
    tell();
  });

  return {
    place: () => place,
    incoming: () => incoming,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    go(to) {
      if (to === place) return;
      place = to;
      history.pushState({ owner, done }, '', writeAddress({ place, link }));
      tell();
    },
    done: () => done,
    keep(nextLink, nextOwner, nextDone) {
      link = nextLink;
      owner = nextOwner;
      done = nextDone;
      incoming = undefined;
      replace();
      tell();
    },
  };
}

function ownerOf(state: unknown): Owner | undefined {
  const owner = fieldOf(state, 'owner');
  return owner === 'own' || owner === 'guest' ? owner : undefined;
}

function fieldOf(state: unknown, field: string): unknown {
  return typeof state === 'object' && state !== null ? Reflect.get(state, field) : undefined;
}
