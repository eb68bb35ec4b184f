import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';

/** The watch over every journey is only worth something if it bites. */

test.describe('the watch sees', () => {
  test.use({ expectedProblems: [/provoked|TrustedScriptURL/] });

  const cases: readonly { what: string; problem: RegExp; provoke: (page: Page) => Promise<unknown> }[] = [
    {
      what: 'a console error',
      problem: /^console: provoked/,
      provoke: (page) => page.evaluate(() => console.error('provoked')),
    },
    {
      what: 'an uncaught exception',
      problem: /^exception: provoked/,
      provoke: (page) => page.evaluate(() => void setTimeout(() => Promise.reject(new Error('provoked')))),
    },
    {
      what: 'a request to another origin',
      problem: /^foreign request: .*provoked/,
      provoke: (page) => page.goto('http://localhost:1/provoked').catch(() => undefined),
    },
    {
      what: 'a breach of the policy',
      problem: /^console: policy: connect-src .*provoked/,
      provoke: (page) => page.evaluate(() => fetch('http://localhost:1/provoked').catch(() => undefined)),
    },
    {
      what: 'an unvouched address of a worker',
      problem: /^exception: .*TrustedScriptURL/,
      provoke: (page) => page.evaluate(() => void setTimeout(() => new Worker('/provoked.js'))),
    },
  ];

  for (const { what, problem, provoke } of cases) {
    test(what, async ({ page, problems }) => {
      await page.goto('./');
      await provoke(page);
      await expect.poll(() => problems).toContainEqual(expect.stringMatching(problem));
    });
  }

  test('what happens to another visitor', async ({ newVisitor, problems }) => {
    const page = await newVisitor();
    await page.goto('./');
    await page.evaluate(() => console.error('provoked'));
    await expect.poll(() => problems).toContainEqual('console: provoked');
  });
});

test('what the watch saw fails the test', async ({ problems }) => {
  test.fail();
  problems.push('provoked');
});
