import type { Browser } from '@playwright/test';
import { slowDown } from './slow-down.ts';

/**
 * Opens the page for the first time, as a new visitor each time.
 *
 * @returns per visit, the milliseconds from the navigation to the frame that shows the first button a visitor can use
 */
export async function measureNavigation(browser: Browser, url: string, visits: number): Promise<number[]> {
  const samples: number[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await slowDown(page);
    await page.addInitScript(() => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('main button') === null) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => performance.mark('usable')));
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    await page.goto(url);
    await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
    samples.push(await page.evaluate(() => performance.getEntriesByName('usable')[0]?.startTime ?? Number.NaN));
    await context.close();
  }
  return samples;
}
