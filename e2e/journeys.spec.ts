import { createHash } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { downloadBundle, expectReadBack, golden, goTo, startNew } from './bundle';
import { test } from './fixtures';

/** From the start screen to the downloaded bytes, for each provider and mode, clicked as an operator would. */

const providers = {
  aws: async (page: Page) => {
    await page.getByRole('combobox', { name: 'Region' }).fill('eu-central-1');
  },
  gcp: async (page: Page) => {
    await page.getByRole('radio', { name: 'GCP KMS' }).check();
    await page.getByLabel('Project', { exact: true }).fill('acme-prod');
    await page.getByLabel('Location').fill('europe-west6');
    await page.getByRole('textbox', { name: 'Key ring' }).fill('canton');
    await page.getByLabel('Path of the key file').fill('/etc/canton/gcp-key.json');
  },
  driver: async (page: Page) => {
    await page.getByRole('radio', { name: 'Driver' }).check();
    await page.getByLabel('Name of the driver').fill('acme-hsm');
    await page.getByLabel('Its jar').fill('/opt/canton/drivers/acme-hsm.jar');
    await page.getByRole('button', { name: 'Add a setting' }).click();
    await page.getByLabel('Name of the setting').fill('slot');
    await page.getByLabel('Type of the value').selectOption('Number');
    await page.getByLabel('Value of slot').fill('3');
  },
} as const;

const modes = { envelope: 'Envelope encryption', external: 'External keys' } as const;

for (const [provider, answer] of Object.entries(providers)) {
  for (const [mode, label] of Object.entries(modes)) {
    test(`${provider}, ${mode}: the downloaded files are the expected ones, read and accepted`, async ({ page }) => {
      await startNew(page);
      await page.getByRole('button', { name: /Next/ }).click();
      await answer(page);
      await page.getByRole('button', { name: /Next/ }).click();
      await page.getByRole('radio', { name: label }).check();
      await page.getByRole('button', { name: /Next/ }).click();
      await expect(page.getByRole('heading', { name: 'Who makes the keys?' })).toBeVisible();
      await page.getByRole('button', { name: /Next/ }).click();
      await expectReadBack(page, 1);
      expect(await downloadBundle(page)).toEqual(golden(`${provider}-${mode}`));
    });
  }
}

test('an example opens as a finished plan, and its files are the expected ones', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: /An HSM behind a driver/ }).click();
  await goTo(page, 'Review');
  await expectReadBack(page, 3);
  expect(await downloadBundle(page)).toEqual(golden('example-driver-beside-plain'));
});

test('the files follow each keystroke, light up with the field, and lead back to it', async ({ page }) => {
  await startNew(page);
  await goTo(page, 'Provider');
  const files = page.getByRole('complementary', { name: 'Files' });
  await page.getByRole('combobox', { name: 'Region' }).fill('eu-west-3');
  const line = files.locator('[data-line]', { hasText: 'region = "eu-west-3"' });
  await expect(line).toHaveClass(/bg-mark/);

  await goTo(page, 'Mode');
  await line.getByRole('button').click();
  await expect(page.getByRole('combobox', { name: 'Region' })).toBeFocused();
  await expect(files.getByText(/AWS region of the KMS/)).toBeVisible();
});

test('errors stop what they touch and nothing else', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: /Google Cloud, keys in the KMS/ }).click();
  await page.getByLabel('Name of node 3').fill('not a name');
  await goTo(page, 'Review');
  await expect(page.getByText('Left out: its answers have errors')).toHaveCount(1);
  const files = await downloadBundle(page);
  expect(Object.keys(files)).toContain('bank1-kms.conf');
  expect(Object.keys(files).filter((name) => name.endsWith('-kms.conf'))).toHaveLength(2);
  // Files that serve all nodes are written without the one that has errors: the digests shown are those of the download.
  for (const name of ['remote.conf', 'README.md']) {
    const digest = createHash('sha256')
      .update(files[name] ?? '')
      .digest('hex');
    await expect(page.getByRole('main').getByText(`SHA-256 ${digest}`)).toBeAttached();
  }
  expect(files['remote.conf']).not.toContain('not a name');

  await page
    .getByRole('main')
    .getByRole('button', { name: /not a name/ })
    .first()
    .click();
  await expect(page.getByLabel('Name of node 3')).toBeFocused();
});

test('another release line spells its files its own way and says what it leaves out', async ({ page }) => {
  await startNew(page);
  await goTo(page, 'Provider');
  await page.getByRole('combobox', { name: 'Region' }).fill('eu-central-1');
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('radio', { name: 'Canton 3.3' }).check();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('Enterprise only: the open 3.3 refuses it')).toHaveCount(2);
  await goTo(page, 'Review');
  await expectReadBack(page, 1);
});
