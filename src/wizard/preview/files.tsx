import { useCallback, useContext, useId, useMemo, useRef, useState } from 'react';
import { isStopped, type Outline, textOf } from '../../core/emit/artefact';
import { emitOne } from '../../core/emit/emit';
import { Button } from '../../ui/button';
import { CodeView } from '../../ui/code-view';
import { saveFile } from '../download';
import { useCopyGuard, useGuard } from '../guard';
import { FieldFocusContext, useFocusedPath, useGoTo } from '../use-field-focus';
import { useFiles } from '../use-findings';
import { usePlan } from '../use-plan';
import { Explanation } from './explanation';
import { FilePicker } from './file-picker';
import { answerOf, comesFrom, explainedLine, offerOf, reasonsOf } from './lines';

/**
 * The files beside the form. A keystroke writes only the one in view.
 * @param props.onLeave called when a line leads to its answer, for a place that would stand in front of it
 */
export function Files({ onLeave }: { onLeave?: () => void }) {
  // The list may follow a moment later; the text of the file in view may not.
  const { files } = useFiles();
  const [wanted, setWanted] = useState<string>();
  const chosen = files.find((file) => file.id === wanted) ?? files[0];
  if (chosen === undefined) return <p className="p-4 text-muted">Files appear here once the plan has a node.</p>;
  return <FilesWithOne files={files} chosen={chosen} onChoose={setWanted} onLeave={onLeave} />;
}

function FilesWithOne(props: {
  files: readonly Outline[];
  chosen: Outline;
  onChoose: (id: string) => void;
  onLeave: (() => void) | undefined;
}) {
  const { files, chosen, onChoose, onLeave } = props;
  const panel = useId();
  return (
    <div className="flex h-full min-h-0 min-w-0 flex-col">
      <FilePicker files={files} chosen={chosen} onChoose={onChoose} panel={panel} />
      <div id={panel} className="flex min-h-0 grow flex-col">
        <FileView key={chosen.id} file={chosen} onLeave={onLeave} />
      </div>
    </div>
  );
}

function FileView({ file, onLeave }: { file: Outline; onLeave: (() => void) | undefined }) {
  const plan = usePlan();
  const lines = useMemo(() => emitOne(plan, file.id)?.lines ?? [], [plan, file.id]);
  const focus = useContext(FieldFocusContext);
  const focused = useFocusedPath();
  const goTo = useGoTo();
  const [chosen, setChosen] = useState<number>();
  const latest = useRef(lines);
  latest.current = lines;

  const choose = useCallback(
    (index: number) => {
      setChosen(index);
      const line = latest.current[index];
      const path = line && answerOf(line);
      if (path === undefined) {
        // Nothing to lead to: the line itself is what somebody asks about now.
        focus.focus(undefined);
        return;
      }
      onLeave?.();
      goTo(path);
    },
    [focus, goTo, onLeave],
  );

  const [said, setSaid] = useState('');
  const onCopied = useCallback((taken: boolean) => setSaid(taken ? 'Copied' : refused), []);
  const copyGuard = useCopyGuard(onCopied);

  const explained = explainedLine(lines, focused, chosen);
  const line = explained === undefined ? undefined : lines[explained];
  const explanation = useMemo(() => line !== undefined && <Explanation reasons={reasonsOf(line)} />, [line]);
  return (
    <div ref={copyGuard} className="flex min-h-0 grow flex-col">
      <FileBar file={file} text={() => textOf({ lines })} said={said} onCopied={onCopied} />
      <CodeView
        label={file.path}
        lines={lines}
        wrap={file.mediaType === 'text/markdown'}
        isMarked={(index) => focused !== undefined && comesFrom(lines[index] ?? [], focused)}
        offer={(index) => offerOf(lines[index] ?? [])}
        onChoose={choose}
        explained={explained}
        explanation={explanation}
      />
    </div>
  );
}

const refused = 'The browser refused: select the lines and copy them';

function FileBar(props: { file: Outline; text: () => string; said: string; onCopied: (taken: boolean) => void }) {
  const { file, text, said, onCopied } = props;
  const guard = useGuard();
  const stopped = isStopped(file, useFiles().touched);
  return (
    <div className="border-y border-line bg-surface px-3 py-1.5 text-small text-muted">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="min-w-40 grow basis-0">{file.purpose}</span>
        <span role="status">{said}</span>
        <Button
          disabled={stopped}
          onClick={() =>
            guard(() => {
              navigator.clipboard.writeText(text()).then(
                () => onCopied(true),
                () => onCopied(false),
              );
            })
          }
        >
          Copy
        </Button>
        <Button
          disabled={stopped}
          aria-label={`Save ${file.path}`}
          title={`Save ${file.path}`}
          onClick={() => guard(() => saveFile(file.path, text(), file.mediaType))}
        >
          Save
        </Button>
      </div>
      {stopped && <p className="text-error">Errors in its answers stop this file.</p>}
    </div>
  );
}
