import { expect, type Page } from '@playwright/test';
import { goTo, startNew } from './bundle';
import { test } from './fixtures';

/** The questions about a KMS: what is offered, what is said about an answer, and what the files make of it. */

const files = (page: Page) => page.getByRole('complementary', { name: 'Files' });
const line = (page: Page, text: string) => files(page).locator('[data-line]', { hasText: text });
const region = (page: Page) => page.getByRole('combobox', { name: 'Region' });

test.beforeEach(async ({ page }) => {
  await startNew(page);
  await goTo(page, 'Provider');
});

test('a region is told by its place, and one the list does not know is taken with a warning', async ({ page }) => {
  await region(page).fill('eu-central-1');
  await expect(page.getByRole('main').getByText('Frankfurt kms.region')).toBeVisible();
  await region(page).fill('eu-moon-1');
  await expect(page.getByRole('status').filter({ hasText: 'Not among the' })).toBeVisible();
  await expect(line(page, 'region = "eu-moon-1"')).toBeVisible();
  await expect(page.getByText('Nothing to mend.')).toBeVisible();
});

test('the page works when the list of regions can not be had', async ({ newVisitor }) => {
  const page = await newVisitor();
  await page.route('**/catalogue/*.json', (route) => route.fulfill({ json: [] }));
  await startNew(page);
  await goTo(page, 'Provider');
  await region(page).fill('eu-moon-1');
  await expect(line(page, 'region = "eu-moon-1"')).toBeVisible();
  await expect(page.getByText('Not among the')).toHaveCount(0);
});

test('an error stands at its field, and its fix mends it and gives the field the focus', async ({ page }) => {
  await region(page).fill('eu-central-1');
  const endpoint = page.getByLabel('Endpoint override');
  await endpoint.fill('localhost:4566');
  await expect(endpoint).toHaveAttribute('aria-invalid', 'true');
  await expect(endpoint).toHaveAccessibleDescription(/Write the scheme too/);
  await page.getByRole('button', { name: 'Write https://localhost:4566' }).click();
  await expect(endpoint).toHaveValue('https://localhost:4566');
  await expect(endpoint).not.toHaveAttribute('aria-invalid');
  await expect(endpoint).toBeFocused();
});

test('another provider keeps what fits, and undo brings back the rest', async ({ page }) => {
  await region(page).fill('eu-central-1');
  await page.getByLabel('Log every KMS call').check();
  await page.getByRole('radio', { name: 'GCP KMS' }).check();
  await expect(page.getByLabel('Log every KMS call')).toBeChecked();
  await page.keyboard.press('Control+z');
  await expect(region(page)).toHaveValue('eu-central-1');
});

test('a tree of settings for a driver: a secret by its name, groups, lists and their order', async ({ page }) => {
  await page.getByRole('radio', { name: 'Driver' }).check();
  await page.getByLabel('Name of the driver').fill('hsm');
  const main = page.getByRole('main');
  const settings = main.getByLabel('Name of the setting');
  const add = main.getByRole('button', { name: 'Add a setting' });

  await add.click();
  await settings.fill('pin');
  await settings.blur();
  await expect(main.getByLabel('Environment variable for pin')).toHaveValue('HSM_PIN');
  await expect(line(page, 'pin = ${HSM_PIN}')).toBeVisible();

  await add.click();
  await settings.nth(1).fill('pool');
  await main.getByLabel('Type of the value').nth(1).selectOption('Group');
  await add.first().click();
  await settings.nth(2).fill('hosts');
  await main.getByLabel('Type of the value').nth(2).selectOption('List');
  await main.getByRole('button', { name: 'Add an entry' }).click();
  await main.getByLabel('Value of entry 1').fill('10.0.0.1');
  await expect(line(page, '"10.0.0.1"')).toBeVisible();

  await main.getByRole('button', { name: 'Move pool up' }).click();
  await expect(settings.first()).toHaveValue('pool');
  await main.getByRole('button', { name: 'Remove pool' }).click();
  await expect(settings).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(settings).toHaveCount(3);
});

test('tags are asked for, and written only for a line that knows them', async ({ page }) => {
  await region(page).fill('eu-central-1');
  await page.getByText('Tags on new keys').click();
  await page.getByRole('button', { name: 'Add a tag' }).click();
  await page.getByLabel('Name of tag 1').fill('CostCenter');
  await page.getByLabel('Value', { exact: true }).fill('0012');
  await expect(page.getByText('for 3.5 they are left out of the files')).toBeVisible();
  await expect(line(page, 'custom-tags')).toHaveCount(0);
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('radio', { name: 'Canton 3.6 (preview)' }).check();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(line(page, '"0012"')).toBeVisible();
});

test('a second KMS takes the focus to its name, is given to a node, and leaves its nodes to the first', async ({
  page,
}) => {
  await region(page).fill('eu-central-1');
  await page.getByText('Several KMS').click();
  await page.getByRole('button', { name: 'Add a KMS' }).click();
  const name = page.getByLabel('What do you call it?');
  await expect(name).toBeFocused();
  await name.fill('backup');
  await region(page).fill('eu-west-1');
  await page.getByLabel('KMS of participant1').selectOption('backup');
  await expect(line(page, 'region = "eu-west-1"')).toBeVisible();
  await page.getByRole('button', { name: 'Remove this KMS' }).first().click();
  await expect(line(page, 'region = "eu-central-1"')).toBeVisible();
});
