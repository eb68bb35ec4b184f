import { expect, test } from 'vitest';
import { runChecks } from './run.ts';

test('a check that fails, or is not there, hides no other, beside it or after it', async () => {
  const node = (name: string, text: string) => ({ name, command: [process.execPath, '-e', text] as const });
  const outcomes = await runChecks([
    [node('first', ''), node('beside', 'process.exit(3)'), { name: 'missing', command: ['/no/such/program'] }],
    node('last', ''),
  ]);
  expect(outcomes.map(({ name, passed, failed }) => [name, passed, failed])).toEqual([
    ['first', 1, 0],
    ['beside', 0, 1],
    ['missing', 0, 1],
    ['last', 1, 0],
  ]);
});
