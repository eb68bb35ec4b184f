import { reports, runChecks, summarise } from './checks/run.ts';

/** What a change must pass, after `npm ci`. Called by .ci/run; the last line it prints is the sum over all runners. */
const outcomes = await runChecks([
  [
    { name: 'npm test', command: ['npm', 'test'], report: { format: 'outcomes', file: `${reports}/summary.json` } },
    // Beside what needs no Maven: two of them at once would write into one repository.
    { name: 'HOCON library built anew', command: ['npm', 'run', 'hocon:check'] },
  ],
  {
    name: 'held to the real tools',
    command: [
      'npm',
      'run',
      'test:canton',
      '--',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reports}/canton.json`,
    ],
    report: { format: 'vitest', file: `${reports}/canton.json` },
  },
  { name: 'production build', command: ['npm', 'run', 'build'] },
  { name: 'size', command: ['npm', 'run', 'size', '--', '--built', 'dist'] },
]);

process.exitCode = summarise(outcomes).failed === 0 ? 0 : 1;
