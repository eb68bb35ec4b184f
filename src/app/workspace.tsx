import { useEffect, useSyncExternalStore } from 'react';
import { encodeLink, longestAddress } from '../core/link/encode';
import { createPlanStore, type PlanStore } from '../wizard/plan-store';
import type { StepId } from '../wizard/steps';
import { Wizard } from '../wizard/wizard';
import { ConflictBanner, ElsewhereBanner, GuestBanner, Notices, UnkeptBanner } from './banners';
import { browserStorage } from './browser-storage';
import { createDraft, type Draft } from './draft';
import { type OpenRequest, open } from './open';
import type { Owner, Router } from './routes';
import { type Session, takeTheirs } from './session';
import { putAside, readDrafts } from './stored-drafts';
import { ThemeSwitch } from './theme-switch';
import { whenIdle } from './when-idle';

/**
 * Opens what was asked for, beside the draft that the browser keeps.
 * @returns what is open, or a sentence that says why nothing is
 */
export async function startSession(request: OpenRequest): Promise<Session | string> {
  const opened = await open(request, readDrafts(browserStorage).draft);
  if (typeof opened === 'string') return opened;
  const { plan, ticks, ...rest } = opened;
  return { ...rest, store: createPlanStore(plan, undefined, ticks), draft: createDraft(browserStorage, tab) };
}

/** How long to wait after a change before it is written down, in milliseconds: a burst of keystrokes is one write. */
const pause = 250;

/** This tab's name among those that show the draft. */
const tab = Math.random().toString(36).slice(2);

/** The wizard with what keeps it: the address, the draft, and what has to be said about them. */
export function Workspace(props: {
  session: Session;
  step: StepId;
  router: Router;
  onSession: (session: Session) => void;
  onLeave: () => void;
}) {
  const { session, step, router, onSession, onLeave } = props;
  const { store, owner, outside, notices, elsewhere, ticked, draft } = session;
  const status = useSyncExternalStore(draft.subscribe, draft.status);
  useKept(store, owner, outside, draft.write);
  useAddress(store, owner, router);
  useEffect(() => {
    const onStorage = (event: StorageEvent) => draft.changedElsewhere(event.key, event.newValue);
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }, [draft]);

  const banner = (
    <>
      {notices.length > 0 && <Notices notices={notices} onClose={() => onSession({ ...session, notices: [] })} />}
      {elsewhere !== undefined && (
        <ElsewhereBanner
          elsewhere={elsewhere}
          onTake={(ticks) => {
            store.takeTicks([...store.ticks(), ...ticks]);
            onSession({ ...session, elsewhere: undefined });
          }}
          onClose={() => onSession({ ...session, elsewhere: undefined })}
        />
      )}
      {owner === 'guest' && (
        <GuestBanner
          draft={readDrafts(browserStorage).draft}
          ticked={ticked}
          onKeep={() => {
            putAside(browserStorage);
            onSession({ ...session, owner: 'own' });
          }}
          onLeave={onLeave}
        />
      )}
      {owner === 'own' && status.type === 'unavailable' && <UnkeptBanner />}
      {owner === 'own' && status.type === 'conflict' && (
        <ConflictBanner
          onMine={() => draft.keepMine(store.plan(), outside, [...store.ticks()])}
          onTheirs={() => onSession(takeTheirs(session, status.theirs))}
        />
      )}
    </>
  );
  return (
    <Wizard
      store={store}
      step={step}
      onStep={router.go}
      onStart={() => router.go('start')}
      outside={outside}
      onConfirm={() => onSession({ ...session, outside: false })}
      banner={banner}
      tools={<ThemeSwitch />}
    />
  );
}

/** Writes the visitor's own plan into the draft, shortly after each change and before the page goes away. */
function useKept(store: PlanStore, owner: Owner, outside: boolean, write: Draft['write']): void {
  useEffect(() => {
    if (owner !== 'own') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting = true;
    const flush = () => {
      clearTimeout(timer);
      if (waiting) write(store.plan(), outside, [...store.ticks()]);
      waiting = false;
    };
    const later = () => {
      waiting = true;
      clearTimeout(timer);
      timer = setTimeout(() => whenIdle(flush), pause);
    };
    flush();
    const leave = store.subscribe(later);
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      flush();
      leave();
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [store, owner, outside, write]);
}

/** Keeps the plan's link in the address, so that copying the address shares the plan. */
function useAddress(store: PlanStore, owner: Owner, router: Router): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    const keep = async () => {
      if (!current) return;
      const plan = store.plan();
      const link = await encodeLink(plan);
      // A later change has its own turn.
      if (!current || plan !== store.plan()) return;
      // What is done of one's own runbook is kept with the draft.
      const done = owner === 'guest' ? [...store.ticks()] : undefined;
      router.keep(link.length > longestAddress ? undefined : link, owner, done);
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => whenIdle(keep), pause);
    };
    keep();
    const leave = store.subscribe(later);
    return () => {
      current = false;
      clearTimeout(timer);
      leave();
    };
  }, [store, owner, router]);
}
