import type { Release } from '../core/canton/releases';
import type { FilesJudged } from '../core/read/judge/judge-files';
import { startWorker } from './start-worker';

export type ReadBackTask = {
  /** Every configuration file by its path, since they include each other. */
  readonly files: ReadonlyMap<string, string>;
  /** The files that Canton is started with, each for itself. */
  readonly roots: readonly string[];
  readonly release: Release;
};

export type ReadBackVerdict = { readonly root: string; readonly judged: FilesJudged };

/** How long one file may take, in milliseconds. A thousand nodes in one file take a second or two. */
const limit = 30_000;

/**
 * Reads files back with Canton's own parser and the judge, in a worker, so that nothing in a file can hold up the page:
 * past the limit the worker is ended.
 * @param onVerdict called for each root
 * @param onFailure called once when it can't go on, with a sentence for the screen
 * @returns ends it early
 */
export function readBack(
  task: ReadBackTask,
  onVerdict: (verdict: ReadBackVerdict) => void,
  onFailure: (message: string) => void,
): () => void {
  const worker = startWorker('review');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left = task.roots.length;
  const end = () => {
    clearTimeout(timer);
    worker.terminate();
  };
  const fail = (message: string) => {
    end();
    onFailure(message);
  };
  const wait = () => {
    clearTimeout(timer);
    if (left === 0) end();
    else timer = setTimeout(() => fail('Reading a file back took too long and was ended.'), limit);
  };
  worker.addEventListener('message', (event: MessageEvent<ReadBackVerdict>) => {
    left--;
    wait();
    onVerdict(event.data);
  });
  worker.addEventListener('error', () => fail('The parser could not be started in this browser.'));
  worker.postMessage(task);
  wait();
  return end;
}
