import { cpus } from 'node:os';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { ensureBrowser } from './browser/ensure.ts';
import { browserFlags } from './browser/find.ts';
import { serve } from './hosting/server.ts';
import { measureKeystrokes } from './page/keystrokes.ts';
import { scores } from './page/lighthouse.ts';
import { measureNavigation } from './page/navigation.ts';
import { slowness } from './page/slow-down.ts';
import { inMilliseconds } from './page/statistics.ts';

/** `npm run bench:page`: how fast the built page is in a real browser, served as a production host would. */

const { path } = ensureBrowser();
await build({ logLevel: 'warn' });
const { url, stop } = await serve('dist');
const browser = await chromium.launch({ executablePath: path, args: browserFlags() });

console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Chromium ${browser.version()}`);
console.log(`With the processor slowed ${slowness} times:`);
console.log(`- usable start screen: ${inMilliseconds(await measureNavigation(browser, url, 7))}`);
for (const nodes of [1, 100, 1000]) {
  console.log(
    `- keystroke to painted preview, ${nodes} nodes: ${inMilliseconds(await measureKeystrokes(browser, url, nodes))}`,
  );
}
await browser.close();

for (const device of ['mobile', 'desktop'] as const) {
  const found = Object.entries(await scores(url, path, device)).map(([title, score]) => `${title} ${score}`);
  console.log(`Lighthouse, ${device}: ${found.join(', ')}`);
}
await stop();
