import type { Browser, Page } from '@playwright/test';
import { envelope, newKms, newNode, newPlan } from '../../src/core/plan/defaults.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { writePlanFile } from '../../src/core/plan/plan-file.ts';
import { slowDown } from './slow-down.ts';

const typed = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Opens a plan of many nodes, goes to its KMS and types into the region, which stands in every node's file.
 *
 * @returns per keystroke, the milliseconds from the key going down to the frame whose preview shows it
 */
export async function measureKeystrokes(browser: Browser, url: string, nodes: number): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel('Open a plan.json').setInputFiles({
    name: 'plan.json',
    mimeType: 'application/json',
    buffer: Buffer.from(writePlanFile(planOf(nodes))),
  });
  await page.getByRole('link', { name: /^Provider/ }).click();
  const region = page.getByRole('combobox', { name: 'Region' });
  await region.focus();
  await region.press('End');
  await watchKeystrokes(page);
  await slowDown(page);
  for (const [count, key] of [...typed].entries()) {
    await page.keyboard.press(key);
    await page.waitForFunction((expected) => performance.getEntriesByName('shown').length > expected, count);
  }
  const samples = await page.evaluate(() => performance.getEntriesByName('shown').map(({ duration }) => duration));
  await context.close();
  return samples;
}

function planOf(nodes: number): Plan {
  const kinds = ['participant', 'sequencer', 'mediator'] as const;
  return {
    ...newPlan(),
    kms: [{ ...newKms('aws', 'kms1'), region: 'eu-central-1' }],
    nodes: Array.from({ length: nodes }, (_, index) =>
      newNode(kinds[index % kinds.length] ?? 'participant', `node${index + 1}`, envelope('kms1')),
    ),
  };
}

/** Measures inside the page, each keystroke from its event to the frame after the preview holds what the field holds. */
async function watchKeystrokes(page: Page): Promise<void> {
  await page.evaluate(() => {
    let started: number | undefined;
    let expected = '';
    addEventListener(
      'keydown',
      ({ timeStamp, target, key }) => {
        started = timeStamp;
        expected = target instanceof HTMLInputElement ? `"${target.value}${key}"` : '';
      },
      { capture: true },
    );
    new MutationObserver(() => {
      const start = started;
      if (start === undefined || document.querySelector('section:has(> ol)')?.textContent?.includes(expected) !== true)
        return;
      started = undefined;
      requestAnimationFrame(() => setTimeout(() => performance.measure('shown', { start, end: performance.now() })));
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}
