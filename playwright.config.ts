import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './scripts/browser/find.ts';

const browser = findBrowser();
if (browser === undefined) throw new Error('No Chromium or Chrome found: `npm test` finds or installs one.');

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: 'list',
  // For what hangs: a busy machine must not fail a test.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: process.env.PAGE_URL ?? 'http://127.0.0.1:4273/',
    locale: 'en-US',
    // Recorded of every test, a trace takes a third of the time; `--trace on` makes one of a test that is looked into.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: browser.path, args: browserFlags() },
  },
  projects: [{ name: 'desktop', use: { viewport: { width: 1280, height: 800 } } }],
  webServer: {
    // Builds, so that the tests see today's page; the address it took, whatever port was free, lands in PAGE_URL.
    command: 'npx tsx scripts/start.ts --port 4273',
    wait: { stdout: /(?<page_url>http:\S+)/ },
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
});
