import { judgeFiles } from '../core/read/judge/judge-files';
import type { ReadBackTask, ReadBackVerdict } from './read-back';

/**
 * Reads files back away from the page: the parser takes its time with large plans, and the page must not wait. Answers
 * once for each file that Canton would be started with, in their order.
 */
addEventListener('message', async (event: MessageEvent<ReadBackTask>) => {
  const { files, roots, release } = event.data;
  for (const root of roots) {
    const judged = await judgeFiles({ names: [root], files, release });
    postMessage({ root, judged } satisfies ReadBackVerdict);
  }
});
