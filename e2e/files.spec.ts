import { expect, type Page } from '@playwright/test';
import { goTo, startNew } from './bundle';
import { test } from './fixtures';

/** The files beside the form: what they explain, what they mark, and how the keyboard gets around in them. */

const files = (page: Page) => page.getByRole('complementary', { name: 'Files' });

test('the line of the focused answer says why it is there, and the next one takes over', async ({ page }) => {
  await startNew(page);
  await goTo(page, 'Provider');
  await page.getByRole('combobox', { name: 'Region' }).fill('eu-central-1');
  await expect(files(page).getByText(/AWS region of the KMS/)).toBeVisible();
  await page.getByLabel('Log every KMS call').check();
  await expect(files(page).getByText(/Writes each request to the KMS/)).toBeVisible();
  await expect(files(page).getByText(/AWS region of the KMS/)).toHaveCount(0);
});

test('the lines are one tab stop, the arrow keys move between them, Enter leads to the answer', async ({ page }) => {
  await startNew(page);
  await goTo(page, 'Provider');
  await page.getByRole('combobox', { name: 'Region' }).fill('eu-central-1');
  const lines = files(page).getByRole('button', { name: /go to its answer/ });
  await expect(files(page).locator('ol button[tabindex="0"]')).toHaveCount(1);
  await lines.first().focus();
  await page.keyboard.press('End');
  await expect(lines.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(lines.first()).toBeFocused();
  await files(page).locator('[data-line]', { hasText: 'region =' }).getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Region' })).toBeFocused();
});

test('a tab is marked when its file changes out of view, until it is opened', async ({ page }) => {
  await startNew(page);
  const tab = files(page).getByRole('tab', { name: /^remote\.conf/ });
  await expect(tab).toBeVisible();
  await expect(files(page).getByRole('tab', { name: /changed/ })).toHaveCount(0);
  await page.getByLabel('Name of node 1').fill('bank1');
  await expect(files(page).getByRole('tab', { name: 'remote.conf changed' })).toBeVisible();
  await expect(files(page).getByRole('tab', { name: '.env.example', exact: true })).toBeVisible();
  await tab.click();
  await expect(files(page).getByRole('tab', { name: 'remote.conf', exact: true })).toBeVisible();
});

test('many files become a list that can be searched', async ({ page }) => {
  await startNew(page);
  await page.getByRole('button', { name: 'Paste a list' }).click();
  await page
    .getByRole('textbox', { name: 'List of nodes' })
    .fill(Array.from({ length: 20 }, (_, index) => `mediator med${index}`).join('\n'));
  await page.getByRole('button', { name: /^Add \d+ nodes?$/ }).click();
  await files(page).getByRole('searchbox').fill('med17');
  const list = files(page).getByRole('listbox', { name: 'File' });
  await expect(list.getByRole('option')).toHaveText(['med17-kms.conf']);
  await list.selectOption('med17-kms.conf');
  await expect(files(page).locator('[data-line]', { hasText: 'canton.mediators.med17' })).toBeVisible();
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a line of a file closes it and leads to the answer', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('button', { name: /Google Cloud, keys in the KMS/ }).click();
    await page.getByRole('button', { name: /^Files/ }).click();
    await page.getByRole('dialog').locator('[data-line]', { hasText: 'location-id' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('combobox', { name: 'Location' })).toBeFocused();
  });

  test('the menu holds what the bar has no room for', async ({ page }) => {
    await startNew(page);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByLabel('What the plan is called').fill('Night bank');
    await page.getByRole('dialog').getByRole('button', { name: 'Canton 3.5' }).click();
    await page.getByRole('radio', { name: 'Canton 3.4' }).check();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: /^Files/ }).click();
    await expect(page.getByRole('dialog').getByText(/Night bank/)).toBeVisible();
    await expect(page.getByRole('dialog').getByText(/For Canton 3.4/)).toBeVisible();
  });
});
