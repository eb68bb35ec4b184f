import {
  type ComponentType,
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Dialog } from '../ui/dialog';
import { Footer } from './footer';
import { GuardProvider } from './guard';
import { Header } from './header';
import { createFieldFocus, NavigationContext } from './navigation';
import type { PlanStore } from './plan-store';
import { Files } from './preview/files';
import { ReleaseDialog } from './release-dialog';
import { type StepId, titleOf } from './steps';
import { NodesStep } from './steps/nodes/step';
import { StepSelect, StepsNav, useSteps } from './steps-nav';
import { FieldFocusContext, useArrival } from './use-field-focus';
import { FindingsProvider } from './use-findings';
import { PlanContext } from './use-plan';
import { useUndoKeys } from './use-undo-keys';

const ProviderStep = lazy(() => import('./steps/provider/step').then((step) => ({ default: step.ProviderStep })));
const ModeStep = lazy(() => import('./steps/mode/step').then((step) => ({ default: step.ModeStep })));
const ReviewStep = lazy(() => import('./steps/review/step').then((step) => ({ default: step.ReviewStep })));

const KeysStep = lazy(() => import('./steps/keys/step').then((step) => ({ default: step.KeysStep })));
const InventoryStep = lazy(() => import('./steps/inventory/step').then((step) => ({ default: step.InventoryStep })));
const RotationStep = lazy(() => import('./steps/rotation/step').then((step) => ({ default: step.RotationStep })));
const MigrationStep = lazy(() => import('./steps/migration/step').then((step) => ({ default: step.MigrationStep })));
const RunbookStep = lazy(() => import('./steps/runbook/step').then((step) => ({ default: step.RunbookStep })));

const stepScreens: Record<StepId, ComponentType> = {
  migration: MigrationStep,
  inventory: InventoryStep,
  nodes: NodesStep,
  provider: ProviderStep,
  mode: ModeStep,
  keys: KeysStep,
  rotation: RotationStep,
  review: ReviewStep,
  runbook: RunbookStep,
};

type Props = {
  store: PlanStore;
  step: StepId;
  onStep: (step: StepId) => void;
  onStart: () => void;
  /** The plan came from outside and nobody has confirmed it yet. */
  outside: boolean;
  onConfirm: () => void;
  /** What has to be said above the question: a guest's plan, a draft changed in another tab. */
  banner: ReactNode;
  /** What the app adds to the bar on top. */
  tools: ReactNode;
};

/** The workspace: steps, the question, the files. */
export function Wizard(props: Props) {
  const { store, onStep, outside, onConfirm, step, onStart, banner, tools } = props;
  const [focus] = useState(createFieldFocus);
  return (
    <PlanContext value={store}>
      <FindingsProvider>
        <NavigationContext value={onStep}>
          <FieldFocusContext value={focus}>
            <GuardProvider outside={outside} onConfirm={onConfirm}>
              <Layout step={step} onStart={onStart} banner={banner} tools={tools} />
            </GuardProvider>
          </FieldFocusContext>
        </NavigationContext>
      </FindingsProvider>
    </PlanContext>
  );
}

/** Three columns that never move; on a narrow screen the question, with the rest a button away. */
function Layout({ step: wanted, onStart, banner, tools }: Pick<Props, 'step' | 'onStart' | 'banner' | 'tools'>) {
  useUndoKeys();
  const steps = useSteps();
  // An address may name a step that the plan's task doesn't have.
  const step = steps.some(({ id }) => id === wanted) ? wanted : (steps[0]?.id ?? wanted);
  const [dialog, setDialog] = useState<'release' | 'files'>();
  const [visited, setVisited] = useState<ReadonlySet<StepId>>(new Set([step]));
  if (!visited.has(step)) setVisited(new Set([...visited, step]));
  const close = () => setDialog(undefined);
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr] print:block print:h-auto">
      <div className="print:hidden">
        <Header onStart={onStart} onRelease={() => setDialog('release')} tools={tools} />
      </div>
      <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] wide:grid-cols-[12rem_minmax(26rem,1fr)_minmax(20rem,40%)] print:block">
        <div className="grid min-h-0 max-wide:hidden print:hidden">
          <StepsNav current={step} visited={visited} onRelease={() => setDialog('release')} />
        </div>
        <div className="grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[1fr_auto] print:block">
          <Question step={step} banner={banner} />
          <div className="print:hidden">
            <Footer current={step} onFiles={() => setDialog('files')} onStart={onStart} />
          </div>
        </div>
        <aside
          aria-label="Files"
          className="min-h-0 min-w-0 border-l border-line bg-sunken max-wide:hidden print:hidden"
        >
          <Files />
        </aside>
      </div>
      {dialog === 'release' && <ReleaseDialog onClose={close} />}
      {dialog === 'files' && (
        <Dialog title="Files" onClose={close} wide>
          <div className="-mx-5 -mb-5 h-[75dvh] border-t border-line">
            <Files onLeave={close} />
          </div>
        </Dialog>
      )}
    </div>
  );
}

/** The step in view. Its heading takes the focus when it opens; the answer that has the focus lights up its lines. */
function Question({ step, banner }: { step: StepId; banner: ReactNode }) {
  const focus = useContext(FieldFocusContext);
  const place = useRef<HTMLElement>(null);
  const Step = stepScreens[step];
  return (
    <main
      ref={place}
      className="relative min-h-0 overflow-auto scroll-pb-6 px-4 pt-4 pb-10 wide:px-6 wide:pt-6 print:overflow-visible"
      onFocus={(event) => {
        const field = event.target.closest('[data-path]');
        if (field !== null) focus.focus(field.getAttribute('data-path') ?? undefined);
      }}
    >
      <div className="mx-auto max-w-2xl wide:mx-0">
        {banner}
        <StepSelect current={step} />
        <Suspense fallback={<p className="text-muted">Opening …</p>}>
          <Step />
          <Arrived key={step} place={place} title={titleOf(step)} />
        </Suspense>
      </div>
    </main>
  );
}

/** Rendered once its step is on the page. */
function Arrived({ place, title }: { place: RefObject<HTMLElement | null>; title: string }) {
  const focus = useContext(FieldFocusContext);
  useEffect(() => {
    document.title = `${title} · Canton KMS Wizard`;
    focus.focus(undefined);
    if (focus.wanted() === undefined) place.current?.querySelector('h1')?.focus();
  }, [focus, place, title]);
  useArrival(() => place.current);
  return null;
}
