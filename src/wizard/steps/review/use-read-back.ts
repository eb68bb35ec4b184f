import { useEffect, useMemo, useState } from 'react';
import type { Release } from '../../../core/canton/releases';
import { type Artefact, textOf } from '../../../core/emit/artefact';
import type { FilesJudged } from '../../../core/read/judge/judge-files';
import { readBack } from '../../read-back';

export type Verdicts = {
  /** What was said of each file that Canton is started with, by its id. */
  readonly byFile: ReadonlyMap<string, FilesJudged>;
  readonly failure: string | undefined;
};

/** Files are looked up as on a disk: what stands beside a file is found from `./`. */
const onDisk = (path: string) => `./${path}`;

/** Whether Canton is started with the file, rather than meeting it inside another. */
export function isRoot(file: Artefact): boolean {
  return file.mediaType === 'application/hocon' && !file.id.startsWith('shared');
}

/** Reads all configuration files back whenever they change. */
export function useReadBack(files: readonly Artefact[], release: Release): Verdicts {
  const task = useMemo(() => {
    const configurations = files.filter((file) => file.mediaType === 'application/hocon');
    return {
      files: new Map(configurations.map((file) => [onDisk(file.path), textOf(file)])),
      roots: configurations.filter(isRoot).map((file) => onDisk(file.path)),
      release,
    };
  }, [files, release]);
  const [said, setSaid] = useState<{ task: unknown } & Verdicts>({ task, byFile: new Map(), failure: undefined });

  useEffect(() => {
    const ids = new Map(files.map((file) => [onDisk(file.path), file.id]));
    const byFile = new Map<string, FilesJudged>();
    return readBack(
      task,
      ({ root, judged }) => {
        byFile.set(ids.get(root) ?? root, judged);
        // Answers come by the hundred for a large plan; the screen shows them in a few steps.
        if (byFile.size % 50 === 0 || byFile.size === task.roots.length || byFile.size < 10) {
          setSaid({ task, byFile: new Map(byFile), failure: undefined });
        }
      },
      (failure) => setSaid({ task, byFile: new Map(byFile), failure }),
    );
  }, [task, files]);
  return said.task === task ? said : { byFile: new Map(), failure: undefined };
}
