import { ensureBrowser } from './browser/ensure.ts';
import { type Check, reports, runChecks, summarise, tool } from './checks/run.ts';

/** `npm test`: types, lint, unit and property tests, then the browser tests, with a browser found or installed. */
const browser = ensureBrowser();
console.log(`Browser: ${browser.path} (${browser.origin})`);

const checks: readonly Check[] = [
  { name: 'types', command: tool('typescript/bin/tsc', '-b') },
  { name: 'lint', command: tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings') },
  {
    name: 'unit and property tests',
    command: tool(
      'vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reports}/unit.json`,
    ),
    report: { format: 'vitest', file: `${reports}/unit.json` },
  },
  {
    name: 'browser tests',
    command: tool('@playwright/test/cli.js', 'test', '--reporter=list,json'),
    env: { CHROME_PATH: browser.path, PLAYWRIGHT_JSON_OUTPUT_FILE: `${reports}/browser.json` },
    report: { format: 'playwright', file: `${reports}/browser.json` },
  },
];

const { failed } = summarise(await runChecks(checks), `${reports}/summary.json`);
process.exitCode = failed === 0 ? 0 : 1;
