import { useEffect } from 'react';
import { usePlanStore } from './use-plan';

/**
 * Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) go through the changes of the plan, also from inside a field: every keystroke is
 * in the plan, and a field's own history would know nothing of the others. Only where text isn't part of the plan yet (a
 * dialog, a list being pasted) the field keeps its own.
 */
export function useUndoKeys(): void {
  const store = usePlanStore();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('dialog, textarea, [data-path="new"]') !== null)
        return;
      const key = event.key.toLowerCase();
      const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.metaKey);
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      if (isRedo) store.redo();
      else store.undo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [store]);
}
