import type { Page } from '@playwright/test';

/** How many times slower than this machine the processor is made, to stand for a modest laptop. */
export const slowness = 4;

/** Slows the page's processor down, through Chromium's own debugging protocol. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
}
