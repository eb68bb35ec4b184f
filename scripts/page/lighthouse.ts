import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { browserFlags } from '../browser/find.ts';

/** Lighthouse's scores of a page, each from 0 to 100, by category; for a phone or a desktop. */
export async function scores(
  url: string,
  chromePath: string,
  device: 'mobile' | 'desktop',
): Promise<Readonly<Record<string, number>>> {
  const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', ...browserFlags()] });
  try {
    const result = await lighthouse(
      url,
      { port: chrome.port, logLevel: 'error' },
      device === 'desktop' ? desktopConfig : undefined,
    );
    if (result === undefined) throw new Error('Lighthouse gave no result');
    return Object.fromEntries(
      Object.values(result.lhr.categories).map(({ title, score }) => [title, Math.round((score ?? 0) * 100)]),
    );
  } finally {
    chrome.kill();
  }
}
