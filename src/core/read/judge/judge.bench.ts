import { bench, describe } from 'vitest';
import { judgeFiles } from './judge-files';

/** What the wizard writes for nodes with external keys, in one file. */
function configuration(count: number): string {
  const node = (index: number) =>
    `canton.participants.node${index}.crypto { provider = kms, kms { type = aws, region = "eu-central-1" } }\n`;
  return Array.from({ length: count }, (_, index) => node(index)).join('');
}

describe.each([1, 100, 1_000])('%i nodes', (count) => {
  const files = new Map([['./nodes.conf', configuration(count)]]);

  bench('one file, read and judged', async () => {
    await judgeFiles({ names: ['./nodes.conf'], files, release: '3.5' });
  });
});
