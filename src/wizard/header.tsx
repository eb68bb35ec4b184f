import { type ReactNode, useState } from 'react';
import { findings } from '../core/rules/rules';
import { Brand } from '../ui/brand';
import { Button } from '../ui/button';
import { archiveName, saveFile, zipBundle } from './download';
import { useGuard } from './guard';
import { ShareDialog } from './share/share-dialog';
import { touchedNodes } from './stopped';
import { useEdit, useHistory, usePlanPart, usePlanStore } from './use-plan';
import { useStoppedFiles } from './use-stopped';

/** The bar on top: what the plan is called, the way back and forth through its changes, sharing and downloading. */
export function Header(props: { onStart: () => void; onRelease: () => void; tools: ReactNode }) {
  const { onStart, onRelease, tools } = props;
  const release = usePlanPart((plan) => plan.release);
  const [sharing, setSharing] = useState(false);
  const { canUndo, canRedo, undo, redo } = useHistory();
  return (
    <header className="flex h-13 items-center gap-2 border-b border-line bg-surface px-4">
      <button type="button" onClick={onStart} title="Start page" className="rounded-control">
        <Brand />
      </button>
      <PlanName />
      <span className="grow" />
      <div className="flex gap-2 max-wide:hidden">
        <Button aria-label="Undo" title="Undo  Ctrl+Z" disabled={!canUndo} onClick={undo}>
          ↶
        </Button>
        <Button aria-label="Redo" title="Redo  Ctrl+Shift+Z" disabled={!canRedo} onClick={redo}>
          ↷
        </Button>
        <Button onClick={() => setSharing(true)}>Share</Button>
        <DownloadButton />
      </div>
      <details className="relative wide:hidden">
        <summary
          className="grid min-h-11 min-w-11 list-none place-items-center rounded-card border border-line"
          aria-label="Menu"
        >
          ≡
        </summary>
        <div className="absolute right-0 z-10 mt-1 grid gap-2 rounded-card border border-line bg-surface p-3">
          <Button onClick={() => setSharing(true)}>Share</Button>
          <DownloadButton />
          <Button disabled={!canUndo} onClick={undo}>
            Undo
          </Button>
          <Button disabled={!canRedo} onClick={redo}>
            Redo
          </Button>
          <Button onClick={onRelease}>Canton {release}</Button>
        </div>
      </details>
      {tools}
      {sharing && <ShareDialog onClose={() => setSharing(false)} />}
    </header>
  );
}

function PlanName() {
  const name = usePlanPart((plan) => plan.name);
  const edit = useEdit();
  return (
    <input
      aria-label="Name of the plan"
      title="Name of the plan"
      placeholder="Name this plan"
      data-path="name"
      maxLength={120}
      value={name}
      onChange={(event) => {
        const text = event.target.value;
        edit((plan) => ({ ...plan, name: text }), 'name');
      }}
      className="min-w-0 max-w-64 grow rounded-control border border-transparent bg-transparent px-1.5 py-1 text-muted hover:border-line max-wide:hidden"
    />
  );
}

/**
 * Everything in one ZIP; quieter than Next until Review, where it is the point. What errors stop is left out, and the
 * button says so.
 */
export function DownloadButton({ primary = false }: { primary?: boolean }) {
  const store = usePlanStore();
  const { files, stopped } = useStoppedFiles();
  const guard = useGuard();
  const left = files.length - stopped.length;
  const count = left === 0 || stopped.length === 0 ? files.length : `${left} of ${files.length}`;
  return (
    <Button
      {...(primary && { look: 'primary' })}
      disabled={left === 0}
      onClick={() =>
        guard(() => {
          const plan = store.plan();
          // Judged anew: what stands on screen may be a keystroke behind.
          const touched = touchedNodes(plan, findings(plan));
          zipBundle(plan, touched).then((bytes) => saveFile(archiveName(plan), bytes, 'application/zip'));
        })
      }
    >
      Download {count} {files.length === 1 ? 'file' : 'files'}
    </Button>
  );
}
