import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { Plan } from '../src/core/plan/plan';
import { writePlanFile } from '../src/core/plan/plan-file';
import { z } from '../src/core/plan/z';
import { goTo } from './bundle';
import { test } from './fixtures';

/** Links of the first version, as they lie in mails and tickets: they open, and mean what they meant. */

const Entry = z.object({ name: z.string(), link: z.string(), plan: z.optional(Plan) });
const kept = z
  .array(Entry)
  .parse(JSON.parse(readFileSync(new URL('links/v1.json', import.meta.url), 'utf8')))
  .flatMap(({ name, link, plan }) => (plan === undefined ? [] : [{ name, link, plan }]));

function entry(name: string) {
  const found = kept.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is not in the corpus`);
  return found;
}

/** The plan that the page holds, as it saves it, once whoever opened it has looked at who would hold the keys. */
async function savedPlan(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Save plan.json' }).click();
  const dialog = page.getByRole('dialog', { name: 'Who would hold the keys?' });
  await dialog.getByLabel(/I have checked every line/).check();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Confirm and go on' }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

for (const name of [
  'the example "AWS, keys encrypted in the database"',
  'the example "Google Cloud, keys in the KMS"',
  'the example "An HSM behind a driver, beside nodes without one"',
  'AWS with every field, keys in another account',
  'GCP with every field, service account in another project',
  'a driver with each kind of value',
  'each custody and kind of node, over two KMS',
  'schemes, session signing keys and parallelism',
]) {
  test(`a link of version 1 opens with the same meaning: ${name}`, async ({ page }) => {
    const { link, plan } = entry(name);
    expect(link).toMatch(/^v1\./);
    await page.goto(`./#/nodes/${link}`);
    await expect(page.getByText('This plan came with a link.')).toBeVisible();
    await expect(page.getByText('Not everything in it could be taken as it was')).toHaveCount(0);
    for (const [index, node] of plan.nodes.entries()) {
      await expect(page.getByLabel(`Name of node ${index + 1}`, { exact: true })).toHaveValue(node.name);
    }
    expect(await savedPlan(page)).toBe(writePlanFile(plan));
  });
}

test('what a link of version 1 could not say is as it was then: the nodes make their keys, and nothing is rotated', async ({
  page,
}) => {
  await page.goto(`./#/nodes/${entry('the example "Google Cloud, keys in the KMS"').link}`);
  await goTo(page, 'Keys');
  await expect(page.getByRole('radio', { name: /^made by Canton/ })).toBeChecked();
  await expect(page.getByRole('navigation', { name: 'Steps' }).getByRole('link')).toHaveText([
    /Nodes/,
    /Provider/,
    /Mode/,
    /Keys/,
    /Review/,
  ]);
});

test('a link of version 1 that is changed is passed on as one of today', async ({ page }) => {
  await page.goto(`./#/nodes/${entry('the example "AWS, keys encrypted in the database"').link}`);
  await expect(page).toHaveURL(/\/v2\./);
  const unchanged = page.url();
  await page.getByLabel('Name of node 1', { exact: true }).fill('bank9');
  await expect(page).not.toHaveURL(unchanged);
  await expect(page).toHaveURL(/\/v2\./);
  await page.reload();
  await expect(page.getByLabel('Name of node 1', { exact: true })).toHaveValue('bank9');
});
