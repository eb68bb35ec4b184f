import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';

/** The primary download of Review. */
export function downloadButton(page: Page): Locator {
  return page.getByRole('contentinfo').getByRole('button', { name: /^Download/ });
}

/**
 * Presses the primary download of Review and gives the files of the ZIP by name.
 * @param press how the button is pressed, where it isn't clicked
 */
export async function downloadBundle(
  page: Page,
  press: (button: Locator) => Promise<void> = (button) => button.click(),
): Promise<Record<string, string>> {
  const download = page.waitForEvent('download');
  await press(downloadButton(page));
  const path = await (await download).path();
  const files = unzipSync(new Uint8Array(readFileSync(path)));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The files of a golden bundle by name. */
export function golden(name: string): Record<string, string> {
  const folder = join(import.meta.dirname, 'golden', name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/**
 * Sees in Review that every configuration was read back: those of nodes were judged, that of the console only read.
 * @param nodes how many files configure nodes
 */
export async function expectReadBack(page: Page, nodes: number): Promise<void> {
  await expect(page.getByText("Read by Canton's parser, accepted by the judge")).toHaveCount(nodes);
  const remote = page.getByRole('listitem').filter({ hasText: /^remote\.conf/ });
  await expect(remote).toContainText("Read by Canton's parser. Only the console can tell whether it is right");
}

/** The steps, by their names in the list of steps. */
export type StepName =
  | 'Migration'
  | 'Runbook'
  | 'Inventory'
  | 'Nodes'
  | 'Provider'
  | 'Mode'
  | 'Keys'
  | 'Rotation'
  | 'Review';

/** Opens a step by its link at the side. */
export async function goTo(page: Page, step: StepName): Promise<void> {
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: step }).click();
  await expect(page.locator('main h1')).toBeFocused();
}

/** Starts a new plan from the start screen. */
export async function startNew(page: Page): Promise<void> {
  await page.goto('./');
  await page.getByRole('button', { name: /A new node with its keys in a KMS/ }).click();
  await expect(page.getByRole('heading', { name: 'Which nodes do you run?' })).toBeVisible();
}
