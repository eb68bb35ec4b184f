import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

/**
 * The test every spec uses. It watches each page for what must never happen in any journey: a console error, an
 * uncaught exception, a breach of the Content-Security-Policy, a request to another origin. Each fails the test.
 */
export const test = base.extend<{
  /** Problems that a test provokes on purpose, by patterns; `test.use({ expectedProblems: [/.../] })`. */
  expectedProblems: RegExp[];
  /** Opens a page as another visitor would: own storage, own history, watched as well. */
  newVisitor: () => Promise<Page>;
  /** What has gone wrong so far, on any page of this test. */
  problems: string[];
  watch: (context: BrowserContext) => Promise<void>;
}>({
  expectedProblems: [[], { option: true }],

  problems: async ({}, use) => use([]),

  watch: [
    async ({ context, baseURL, expectedProblems, problems }, use) => {
      if (baseURL === undefined) throw new Error('The page has no address');
      const watch = (watched: BrowserContext) => watchContext(watched, new URL(baseURL).origin, problems);
      await watch(context);
      await use(watch);
      const unexpected = problems.filter((problem) => !expectedProblems.some((pattern) => pattern.test(problem)));
      expect(unexpected, 'problems that no page may have').toEqual([]);
    },
    { auto: true },
  ],

  newVisitor: async ({ browser, watch, contextOptions, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, ...(baseURL === undefined ? {} : { baseURL }) });
      contexts.push(context);
      await watch(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

async function watchContext(context: BrowserContext, origin: string, problems: string[]): Promise<void> {
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (problem) => problems.push(`exception: ${problem.error().message}`));
  context.on('request', (request) => {
    const { protocol, origin: target } = new URL(request.url());
    if (protocol.startsWith('http') && target !== origin) problems.push(`foreign request: ${request.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      console.error(`policy: ${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
}
