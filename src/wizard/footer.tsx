import type { Outline } from '../core/emit/artefact';
import { Button } from '../ui/button';
import { counted } from './counted';
import { DownloadButton } from './download-button';
import { useNavigate } from './navigation';
import type { StepId } from './steps';
import { useProblemCounts, useSteps } from './steps-nav';
import { useGoTo } from './use-field-focus';
import { useErrors, useFiles } from './use-findings';

/** Back and Next, and what is still missing. Review ends in its own button, the download. */
export function Footer({ current, onFiles, onStart }: { current: StepId; onFiles: () => void; onStart: () => void }) {
  const navigate = useNavigate();
  const steps = useSteps();
  const at = steps.findIndex((step) => step.id === current);
  const before = steps[at - 1];
  const after = steps[at + 1];
  return (
    <footer className="flex flex-wrap items-center gap-2.5 border-t border-line bg-surface px-4 py-2.5 wide:px-6">
      <Button className="max-wide:grow" onClick={() => (before === undefined ? onStart() : navigate(before.id))}>
        Back
      </Button>
      <Button className="max-wide:grow wide:hidden" onClick={onFiles}>
        Files · {useFiles().files.length}
      </Button>
      {after === undefined ? (
        <DownloadButton primary />
      ) : (
        <Button look="primary" className="max-wide:grow" onClick={() => navigate(after.id)}>
          <span>
            Next<span className="max-wide:hidden">: {after.title}</span>
          </span>
        </Button>
      )}
      <Missing />
    </footer>
  );
}

/** How much is to be mended, and what it stops; leads to the first. */
function Missing() {
  const counts = useProblemCounts();
  const { files, stopped } = useFiles();
  const goTo = useGoTo();
  const [first] = useErrors();
  const count = Object.values(counts).reduce((sum, each) => sum + each, 0);
  return (
    <p role="status" className="min-w-0 text-small text-muted max-wide:sr-only">
      {first === undefined ? (
        'Nothing to mend.'
      ) : (
        <>
          <button type="button" className="text-accent underline underline-offset-2" onClick={() => goTo(first.path)}>
            {counted(count, 'answer')} to mend
          </button>{' '}
          {stopped.length > 0 && <>before {named(stopped, files.length)} can be downloaded</>}
        </>
      )}
    </p>
  );
}

function named(stopped: readonly Outline[], all: number): string {
  const [first, ...others] = stopped;
  if (first !== undefined && others.length === 0) return first.path;
  return stopped.length === all ? 'anything' : `${stopped.length} files`;
}
