import { createContext, type ReactNode, type RefCallback, useCallback, useContext, useMemo, useState } from 'react';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/checkbox';
import { Dialog } from '../ui/dialog';
import { whoHoldsTheKeys } from './guest';
import { usePlan } from './use-plan';

type Guard = (act: () => void) => void;
/** `waits` says whether an act would have to be confirmed first. */
type GuardState = { readonly waits: boolean; readonly guard: Guard };
const GuardContext = createContext<GuardState | undefined>(undefined);

/**
 * Wraps whatever lets a file leave the page. For a plan that came from outside, the first such act waits until the
 * visitor has seen and confirmed what decides who holds the keys.
 */
export function useGuard(): Guard {
  return useGuardState().guard;
}

function useGuardState(): GuardState {
  const state = useContext(GuardContext);
  if (state === undefined) throw new Error('No guard: render this below <GuardProvider>.');
  return state;
}

/**
 * Guards an element whose text is a file: what is selected in it and copied by the browser itself, with Ctrl+C or from
 * its menu, waits for the same confirmation.
 * @param onCopied called after a copy that had to wait, with whether the browser took it
 * @returns the `ref` of the element
 */
export function useCopyGuard(onCopied: (taken: boolean) => void): RefCallback<HTMLElement> {
  const { waits, guard } = useGuardState();
  return useCallback(
    (element) => {
      if (element === null || !waits) return;
      const hold = (event: ClipboardEvent) => {
        const selection = getSelection();
        // A selection may begin outside, as with Ctrl+A. One that another place holds up already is asked for once.
        if (event.defaultPrevented || selection?.isCollapsed !== false || !selection.containsNode(element, true))
          return;
        event.preventDefault();
        const text = selection.toString();
        guard(() => {
          navigator.clipboard.writeText(text).then(
            () => onCopied(true),
            () => onCopied(false),
          );
        });
      };
      document.addEventListener('copy', hold);
      return () => document.removeEventListener('copy', hold);
    },
    [waits, guard, onCopied],
  );
}

/** @param outside whether the plan came from outside and nobody has confirmed it yet */
export function GuardProvider(props: { outside: boolean; onConfirm: () => void; children: ReactNode }) {
  const { outside, onConfirm, children } = props;
  const [waiting, setWaiting] = useState<{ readonly act: () => void }>();
  const guard = useCallback<Guard>(
    (act) => {
      if (outside) setWaiting({ act });
      else act();
    },
    [outside],
  );
  const state = useMemo(() => ({ waits: outside, guard }), [outside, guard]);
  return (
    <GuardContext value={state}>
      {children}
      {waiting !== undefined && (
        <ConfirmHolders
          onClose={() => setWaiting(undefined)}
          onConfirm={() => {
            setWaiting(undefined);
            onConfirm();
            waiting.act();
          }}
        />
      )}
    </GuardContext>
  );
}

function ConfirmHolders({ onClose, onConfirm }: { onClose: () => void; onConfirm: () => void }) {
  const [seen, setSeen] = useState(false);
  return (
    <Dialog title="Who would hold the keys?" onClose={onClose} wide>
      <p>
        This plan was made by somebody else. Whoever controls what is listed here can read, use or destroy your nodes'
        keys. Compare it with what you know before any of it goes to a node.
      </p>
      <HolderList />
      <Checkbox
        path="confirm"
        label="I have checked every line, and these are ours"
        checked={seen}
        onChange={(event) => setSeen(event.target.checked)}
      />
      <div className="flex flex-wrap gap-2.5">
        <Button look="primary" disabled={!seen} onClick={onConfirm}>
          Confirm and go on
        </Button>
        <Button onClick={onClose}>Not yet</Button>
      </div>
    </Dialog>
  );
}

/** What decides who holds the keys, as a list of answers. */
export function HolderList() {
  const holders = whoHoldsTheKeys(usePlan());
  if (holders.length === 0) return <p className="text-muted">Nothing yet: no region, project or driver is named.</p>;
  return (
    <dl className="grid gap-x-4 gap-y-1.5 text-mid wide:grid-cols-[auto_1fr]">
      {holders.map(({ path, label, value }) => (
        <div key={`${path} ${value}`} className="contents">
          <dt className="text-muted">{label}</dt>
          <dd className="min-w-0 font-mono text-code break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
