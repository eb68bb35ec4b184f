import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** All that axe says of colours: of nothing else is the dark scheme another page. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/**
 * Lets axe look at the page as it stands, in both colour schemes; `where` says in the report which state that is. The
 * page is left in the light one.
 */
export async function expectClean(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await said(page, { type: 'rule', values: ofColours }), `${where}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await said(page, { type: 'tag', values: rules }), where).toEqual([]);
}

/** What axe finds wrong. The page has no frames, so axe may sum up in it and needs no second page for that. */
async function said(page: Page, runOnly: { type: 'rule' | 'tag'; values: string[] }): Promise<string[]> {
  // Of what is right, and there are thousands of lines in the files, nothing needs to be described.
  const axe = new AxeBuilder({ page }).options({ runOnly, resultTypes: ['violations'] });
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
