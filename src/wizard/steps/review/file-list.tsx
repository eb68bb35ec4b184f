import { memo } from 'react';
import { isStopped, type Outline } from '../../../core/emit/artefact';
import { remoteConsoleId } from '../../../core/emit/targets/remote-console';
import type { FilesJudged } from '../../../core/read/judge/judge-files';
import { isRoot, type Verdicts } from './use-read-back';
import type { Written } from './use-written';

/** Every file of the bundle with what Canton's parser and the judge said, and its digest once it is written. */
export function FileList(props: {
  files: readonly Outline[];
  touched: ReadonlySet<number>;
  written: Written | undefined;
  verdicts: Verdicts;
}) {
  const { files, touched, written, verdicts } = props;
  return (
    <>
      {verdicts.failure !== undefined && <p className="text-error">{verdicts.failure}</p>}
      <ul className="grid gap-1.5">
        {files.map((file) => (
          <FileRow
            key={file.id}
            file={file}
            stopped={isStopped(file, touched)}
            digest={written?.digests.get(file.id)}
            judged={verdicts.byFile.get(file.id)}
          />
        ))}
      </ul>
    </>
  );
}

const FileRow = memo(function FileRow(props: {
  file: Outline;
  stopped: boolean;
  digest: string | undefined;
  judged: FilesJudged | undefined;
}) {
  const { file, stopped, digest, judged } = props;
  return (
    <li className="rounded-card border border-line bg-surface px-3 py-2 [contain-intrinsic-size:auto_4.5rem] [content-visibility:auto]">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-mono text-code font-semibold">{file.path}</span>
        <span className="text-small">
          {stopped ? (
            <span className="text-error">✗ Left out: its answers have errors</span>
          ) : (
            <Said {...{ file, judged }} />
          )}
        </span>
      </p>
      <p className="font-mono text-[0.75rem] break-all text-muted">SHA-256 {digest ?? '…'}</p>
      {judged !== undefined && judged.problems.length > 0 && (
        <ul className="mt-1 list-disc pl-5 text-small text-error">
          {judged.problems.map(({ line, path, message }) => (
            <li key={`${line} ${path} ${message}`}>
              {line === undefined ? '' : `Line ${line}: `}
              <code>{path}</code> {message}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
});

function Said({ file, judged }: { file: Outline; judged: FilesJudged | undefined }) {
  if (file.mediaType !== 'application/hocon') return <span className="text-muted">{file.purpose}</span>;
  if (!isRoot(file)) return <span className="text-muted">Read with the files that include it</span>;
  if (judged === undefined) return <span className="text-muted">Reading it back …</span>;
  if (judged.problems.length > 0) return <span className="text-error">✗ Canton would refuse it</span>;
  if (file.id === remoteConsoleId) {
    return (
      <span className="text-accent">✓ Read by Canton's parser. Only the console can tell whether it is right</span>
    );
  }
  return <span className="text-accent">✓ Read by Canton's parser, accepted by the judge</span>;
}
