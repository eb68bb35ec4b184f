import { type ReactNode, useState } from 'react';
import { Brand } from '../ui/brand';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextInput } from '../ui/text-input';
import { DownloadButton } from './download-button';
import { PlanField, useErrorsAt } from './plan-field';
import { ShareDialog } from './share/share-dialog';
import { useEdit, useHistory, usePlanPart } from './use-plan';

type Props = { onStart: () => void; onRelease: () => void; tools: ReactNode };

/** The bar on top: what the plan is called, the way back and forth through its changes, sharing and downloading. */
export function Header({ onStart, onRelease, tools }: Props) {
  const [open, setOpen] = useState<'menu' | 'share'>();
  const { canUndo, canRedo, undo, redo } = useHistory();
  const close = () => setOpen(undefined);
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
        <Button onClick={() => setOpen('share')}>Share</Button>
        <DownloadButton />
      </div>
      <Button className="min-w-11 wide:hidden" aria-label="Menu" onClick={() => setOpen('menu')}>
        ≡
      </Button>
      {tools}
      {open === 'menu' && <Menu onClose={close} onShare={() => setOpen('share')} onRelease={onRelease} />}
      {open === 'share' && <ShareDialog onClose={close} />}
    </header>
  );
}

/** On a narrow screen: everything else that the bar has room for on a wide one. */
function Menu(props: { onClose: () => void; onShare: () => void; onRelease: () => void }) {
  const { onClose, onShare, onRelease } = props;
  const release = usePlanPart((plan) => plan.release);
  const { canUndo, canRedo, undo, redo } = useHistory();
  return (
    <Dialog title="Menu" onClose={onClose}>
      <PlanNameField />
      <div className="grid grid-cols-2 gap-2">
        <Button disabled={!canUndo} onClick={undo}>
          Undo
        </Button>
        <Button disabled={!canRedo} onClick={redo}>
          Redo
        </Button>
        <Button onClick={onShare}>Share</Button>
        <Button
          onClick={() => {
            onClose();
            onRelease();
          }}
        >
          Canton {release}
        </Button>
      </div>
      <DownloadButton />
    </Dialog>
  );
}

function useName() {
  const edit = useEdit();
  return {
    name: usePlanPart((plan) => plan.name),
    rename: (name: string) => edit((plan) => ({ ...plan, name }), 'name'),
  };
}

/** The name in the bar, as quiet as a heading until it is touched. */
function PlanName() {
  const { name, rename } = useName();
  const wrong = useErrorsAt('name').length > 0;
  return (
    <input
      aria-label="Name of the plan"
      title="Name of the plan"
      placeholder="Name this plan"
      aria-invalid={wrong || undefined}
      maxLength={120}
      value={name}
      onChange={({ target }) => rename(target.value)}
      className="min-w-0 max-w-64 grow rounded-control border border-transparent bg-transparent px-1.5 py-1 text-muted hover:border-line aria-invalid:border-error max-wide:hidden"
    />
  );
}

/** The name as a field that says what is wrong with it. */
export function PlanNameField() {
  const { name, rename } = useName();
  return (
    <PlanField path="name" label="What the plan is called" optional hint="Heads the files and names the ZIP.">
      {(wiring) => (
        <TextInput {...wiring} maxLength={120} value={name} onChange={({ target }) => rename(target.value)} />
      )}
    </PlanField>
  );
}
