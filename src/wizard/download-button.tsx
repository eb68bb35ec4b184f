import { useState } from 'react';
import { findings } from '../core/rules/rules';
import { Button } from '../ui/button';
import { archiveName, saveFile, zipBundle } from './download';
import { useGuard } from './guard';
import { touchedNodes } from './stopped';
import { useFiles } from './use-findings';
import { usePlanStore } from './use-plan';

/**
 * Everything in one ZIP; quieter than Next until Review, where it is the point. What errors stop is left out, and the
 * button says so.
 */
export function DownloadButton({ primary = false }: { primary?: boolean }) {
  const store = usePlanStore();
  const { files, stopped } = useFiles();
  const guard = useGuard();
  const [state, setState] = useState<'idle' | 'packing' | 'failed'>('idle');
  const left = files.length - stopped.length;
  const count = left === 0 || stopped.length === 0 ? files.length : `${left} of ${files.length}`;
  return (
    <>
      <Button
        {...(primary && { look: 'primary' })}
        disabled={left === 0}
        aria-busy={state === 'packing'}
        onClick={() =>
          guard(() => {
            // A large plan takes seconds; a second click meanwhile asks for nothing new.
            if (state === 'packing') return;
            setState('packing');
            const plan = store.plan();
            // Judged anew: what stands on screen may be a keystroke behind.
            const touched = touchedNodes(plan, findings(plan));
            zipBundle(plan, touched).then(
              (bytes) => {
                saveFile(archiveName(plan), bytes, 'application/zip');
                setState('idle');
              },
              () => setState('failed'),
            );
          })
        }
      >
        Download {count} {files.length === 1 ? 'file' : 'files'}
      </Button>
      {state === 'failed' && (
        <span role="alert" className="text-small text-error">
          A part of the page could not be loaded. Load the page again: the plan is kept.
        </span>
      )}
    </>
  );
}
