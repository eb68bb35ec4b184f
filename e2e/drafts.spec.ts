import { expect } from '@playwright/test';
import { encodeLink } from '../src/core/link/encode';
import { downloadButton, goTo, startNew } from './bundle';
import { planWith, region, stored } from './drafts';
import { test } from './fixtures';

/** The draft a person comes back to: kept over a reload, beside a guest, between tabs; and the way back through it. */

test('a kept guest takes the draft’s place, and the draft before can be had back', async ({ page }) => {
  await startNew(page);
  await goTo(page, 'Provider');
  await region(page).fill('us-east-2');
  await expect.poll(() => stored(page)).toContain('us-east-2');
  await page.goto(`./#/provider/${await encodeLink(await planWith('eu-north-1'))}`);
  await page.getByRole('button', { name: 'Keep it as my draft' }).click();
  await expect.poll(() => stored(page)).toContain('eu-north-1');
  await page.goto('./#/start');
  await page.getByRole('button', { name: 'The draft before this one' }).click();
  await goTo(page, 'Provider');
  await expect(region(page)).toHaveValue('us-east-2');
});

test('the draft survives a reload, also what is wrong in it', async ({ page }) => {
  await startNew(page);
  await goTo(page, 'Provider');
  await region(page).fill('not a region!');
  await page.reload();
  await expect(region(page)).toHaveValue('not a region!');
  await expect(region(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('This plan came with a link.')).toHaveCount(0);
});

test('undo reaches back over a hundred changes, and redo returns', async ({ page }) => {
  test.setTimeout(120_000);
  await startNew(page);
  await goTo(page, 'Provider');
  const provider = (change: number) => page.getByRole('radio', { name: change % 2 === 0 ? 'GCP KMS' : 'AWS KMS' });
  for (let change = 0; change < 101; change++) await provider(change).check();
  for (let change = 100; change >= 0; change--) {
    await expect(provider(change)).toBeChecked();
    await page.keyboard.press('Control+z');
  }
  await expect(provider(1)).toBeChecked();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await page.keyboard.press('Control+Shift+z');
  await expect(provider(0)).toBeChecked();
});

test('the back button changes the step and never the plan', async ({ page }) => {
  await startNew(page);
  await goTo(page, 'Provider');
  await goTo(page, 'Mode');
  await goTo(page, 'Provider');
  await region(page).fill('eu-south-2');
  await page.goBack();
  await expect(page.getByRole('heading', { name: /How should the KMS protect/ })).toBeVisible();
  await page.goBack();
  await expect(region(page)).toHaveValue('eu-south-2');
});

test('a change in another tab is said, and either plan can be kept', async ({ page, context }) => {
  await startNew(page);
  await goTo(page, 'Provider');
  await region(page).fill('eu-west-1');
  await expect.poll(() => stored(page)).toContain('eu-west-1');
  const second = await context.newPage();
  await second.goto('./#/provider');
  await region(second).fill('eu-west-2');
  await expect(page.getByText('Another tab changed this draft.')).toBeVisible();
  await page.getByRole('button', { name: "Take the other tab's plan" }).click();
  await expect(region(page)).toHaveValue('eu-west-2');
  await page.keyboard.press('Control+z');
  await expect(region(page)).toHaveValue('eu-west-1');
});

test('the plan of this tab can be kept, and the other tab is told in its turn', async ({ page, context }) => {
  await startNew(page);
  await goTo(page, 'Provider');
  await region(page).fill('eu-west-1');
  await expect.poll(() => stored(page)).toContain('eu-west-1');
  const second = await context.newPage();
  await second.goto('./#/provider');
  await region(second).fill('eu-west-2');
  await expect(page.getByText('Another tab changed this draft.')).toBeVisible();
  await page.getByRole('button', { name: 'Keep this one' }).click();
  await expect(page.getByText('Another tab changed this draft.')).toHaveCount(0);
  await expect.poll(() => stored(page)).toContain('eu-west-1');
  await expect(region(page)).toHaveValue('eu-west-1');
  await expect(second.getByText('Another tab changed this draft.')).toBeVisible();
  await expect(region(second)).toHaveValue('eu-west-2');
});

test('a kept guest that is kept against another tab as well is still to be confirmed', async ({ page, context }) => {
  await page.goto(`./#/provider/${await encodeLink(await planWith('eu-north-1'))}`);
  await page.getByRole('button', { name: 'Keep it as my draft' }).click();
  await expect.poll(() => stored(page)).toContain('eu-north-1');
  const second = await context.newPage();
  await second.goto('./#/provider');
  await region(second).fill('eu-west-2');
  await page.getByRole('button', { name: 'Keep this one' }).click();
  await expect.poll(() => stored(page)).toContain('eu-north-1');
  await page.reload();
  await expect(region(page)).toHaveValue('eu-north-1');
  await goTo(page, 'Review');
  await downloadButton(page).click();
  await expect(page.getByRole('dialog', { name: 'Who would hold the keys?' })).toBeVisible();
});

test('a visit to the start page does not make a tab forget what another tab did', async ({ page, context }) => {
  await startNew(page);
  await goTo(page, 'Provider');
  await region(page).fill('eu-west-1');
  await expect.poll(() => stored(page)).toContain('eu-west-1');
  await page.getByRole('button', { name: 'Canton KMS Wizard' }).click();
  await expect(page.getByRole('button', { name: /Go on with/ })).toBeVisible();
  const second = await context.newPage();
  await second.goto('./#/provider');
  await region(second).fill('eu-west-2');
  await expect.poll(() => stored(second)).toContain('eu-west-2');
  await second.close();
  await page.goBack();
  await expect(page.getByText('Another tab changed this draft.')).toBeVisible();
  expect(await stored(page)).toContain('eu-west-2');
});
