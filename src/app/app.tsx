import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { defaultRelease } from '../core/canton/releases';
import { firstStep } from '../wizard/steps';
import { browserStorage } from './browser-storage';
import { ErrorBoundary } from './error-boundary';
import type { OpenRequest } from './open';
import { createRouter } from './routes';
import type { Session } from './session';
import { Start } from './start/start';
import { readDrafts } from './stored-drafts';
import { whenIdle } from './when-idle';

/** Everything but the start screen comes in one piece, when it is needed or the page is idle. */
const loadWorkspace = () => import('./workspace');
type WorkspaceModule = Awaited<ReturnType<typeof loadWorkspace>>;

/** The page: the start screen until a plan is open, then the wizard. */
export function App() {
  const [router] = useState(() => createRouter(window));
  const place = useSyncExternalStore(router.subscribe, router.place);
  const incoming = useSyncExternalStore(router.subscribe, router.incoming);
  const [opened, setOpened] = useState<{ session: Session; module: WorkspaceModule }>();
  const [failure, setFailure] = useState<string>();
  const [opening, setOpening] = useState(false);

  const open = useCallback(
    async (request: OpenRequest) => {
      setFailure(undefined);
      setOpening(true);
      const module = await loadWorkspace().catch(() => undefined);
      const result =
        module === undefined
          ? 'Parts of this page could not be loaded. Load the page again.'
          : await module.startSession(request);
      setOpening(false);
      if (module === undefined || typeof result === 'string') {
        setFailure(typeof result === 'string' ? result : undefined);
        setOpened(undefined);
        router.keep(undefined, 'own');
        router.go('start');
        return;
      }
      setOpened({ session: result, module });
      // The address is answered for; the workspace writes the plan's own link into it.
      router.keep(undefined, result.owner);
      if (router.place() === 'start') router.go(firstStep(result.store.plan()));
    },
    [router],
  );

  useEffect(() => {
    if (incoming !== undefined) open({ type: 'link', link: incoming, done: router.done() });
  }, [incoming, open, router]);

  const nothingOpen = !opening && opened === undefined && failure === undefined && incoming === undefined;
  useEffect(() => {
    if (place === 'start' || !nothingOpen) return;
    const { draft } = readDrafts(browserStorage);
    open(draft === undefined ? { type: 'new', release: defaultRelease } : { type: 'stored', stored: draft });
  }, [place, nothingOpen, open]);

  useEffect(() => {
    const timer = setTimeout(() => whenIdle(loadWorkspace), 1_500);
    return () => clearTimeout(timer);
  }, []);

  const planFile = () => (opened === undefined ? undefined : JSON.stringify(opened.session.store.plan(), null, 2));
  return (
    <ErrorBoundary planFile={planFile}>
      {place === 'start' ? (
        <Start failure={failure} onOpen={open} />
      ) : opened === undefined ? (
        <p role="status" className="p-6 text-muted">
          Opening …
        </p>
      ) : (
        <opened.module.Workspace
          session={opened.session}
          step={place}
          router={router}
          onSession={(session) => setOpened({ ...opened, session })}
          onLeave={() => {
            setOpened(undefined);
            router.go('start');
          }}
        />
      )}
    </ErrorBoundary>
  );
}
