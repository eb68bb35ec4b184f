import { useEffect, useMemo, useState } from 'react';
import type { Release } from '../../../core/canton/releases';
import type { Outline } from '../../../core/emit/artefact';
import type { FilesJudged } from '../../../core/read/judge/judge-files';
import { readBack } from '../../read-back';
import type { Configuration } from './use-written';

export type Verdicts = {
  /** What was said of each file that Canton is started with, by its id. */
  readonly byFile: ReadonlyMap<string, FilesJudged>;
  readonly failure: string | undefined;
};

/** Files are looked up as on a disk: what stands beside a file is found from `./`. */
const onDisk = (path: string) => `./${path}`;

/** Whether Canton is started with the file, rather than meeting it inside another. */
export function isRoot(file: Outline): boolean {
  return file.mediaType === 'application/hocon' && !file.id.startsWith('shared');
}

const nothingSaid: Verdicts = { byFile: new Map(), failure: undefined };

/** Reads all configuration files back whenever they change; nothing before they are written. */
export function useReadBack(configurations: readonly Configuration[] | undefined, release: Release): Verdicts {
  const task = useMemo(() => {
    if (configurations === undefined) return undefined;
    return {
      files: new Map(configurations.map((file) => [onDisk(file.path), file.text])),
      roots: configurations.filter(isRoot).map((file) => onDisk(file.path)),
      ids: new Map(configurations.map((file) => [onDisk(file.path), file.id])),
      release,
    };
  }, [configurations, release]);
  const [said, setSaid] = useState<{ task: unknown } & Verdicts>();

  useEffect(() => {
    if (task === undefined) return;
    const { ids, ...asked } = task;
    const byFile = new Map<string, FilesJudged>();
    return readBack(
      asked,
      ({ root, judged }) => {
        byFile.set(ids.get(root) ?? root, judged);
        // Answers come by the hundred for a large plan; the screen shows them in a few steps.
        if (byFile.size % 50 === 0 || byFile.size === task.roots.length || byFile.size < 10) {
          setSaid({ task, byFile: new Map(byFile), failure: undefined });
        }
      },
      (failure) => setSaid({ task, byFile: new Map(byFile), failure }),
    );
  }, [task]);
  return task !== undefined && said?.task === task ? said : nothingSaid;
}
