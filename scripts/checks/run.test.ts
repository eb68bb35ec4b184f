import { afterEach, expect, test, vi } from 'vitest';
import { runChecks } from './run.ts';

afterEach(() => vi.restoreAllMocks());

test('a check that fails, or is not there, hides no other, beside it or after it', async () => {
  vi.spyOn(console, 'log').mockReturnValue();
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
