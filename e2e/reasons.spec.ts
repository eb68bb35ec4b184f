import { expect, type Page } from '@playwright/test';
import { encodeLink } from '../src/core/link/encode';
import { newKms, newPlan } from '../src/core/plan/defaults';
import { goTo, startNew } from './bundle';
import { test } from './fixtures';

/** Lines outside of the configuration: why they are there, where that is written, and the answers behind them. */

const files = (page: Page) => page.getByRole('complementary', { name: 'Files' });
const line = (page: Page, text: string) => files(page).locator('[data-line]', { hasText: text });
const open = (page: Page, file: string) => files(page).getByRole('tab', { name: file }).click();

test('the start line says what its parts are for, and keeps saying it until an answer is asked about', async ({
  page,
}) => {
  await startNew(page);
  await goTo(page, 'Provider');
  await page.getByRole('combobox', { name: 'Region' }).fill('eu-central-1');
  await open(page, 'start.sh');
  await line(page, 'exec ').getByRole('button', { name: 'say why it is there' }).click();
  await expect(files(page).getByText(/runs them without a console/)).toBeVisible();
  await expect(files(page).getByRole('link', { name: 'Cli.scala (release-line-3.5)' })).toHaveAttribute(
    'href',
    /^https:\/\/github\.com\/digital-asset\/canton\/blob\/1f9a48345\/.*\/Cli\.scala$/,
  );
  await expect(files(page).getByText(/the last one wins/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Region' }).focus();
  await expect(files(page).getByText(/runs them without a console/)).toHaveCount(0);
});

test('the log of the KMS in the start line leads to its field and says why', async ({ page }) => {
  await startNew(page);
  await goTo(page, 'Provider');
  const log = page.getByLabel(/A file of its own for KMS calls|Log file/);
  await log.fill('log/kms.log');
  await open(page, 'start.sh');
  await goTo(page, 'Mode');
  await line(page, '--kms-log-file-name').getByRole('button', { name: 'go to its answer' }).click();
  await expect(log).toBeFocused();
  await expect(files(page).getByText(/a file of their own instead of the main log/)).toBeVisible();
});

test('a variable leads to the choice that needs it, and says why it is none of the configuration', async ({ page }) => {
  await startNew(page);
  await open(page, '.env.example');
  await line(page, 'AWS_ACCESS_KEY_ID=').click();
  await expect(page.getByRole('heading', { name: 'Which KMS holds the keys?' })).toBeVisible();
  await expect(files(page).getByText(/Canton has no setting for credentials/)).toBeVisible();
});

test('the README says of a permission who lists it', async ({ page }) => {
  await startNew(page);
  await page.getByRole('button', { name: /Next/ }).click();
  await open(page, 'README.md');
  await line(page, '"kms:Sign"').click();
  await expect(files(page).getByText(/the documentation lists it/)).toBeVisible();
  await line(page, 'Exit status 117').first().click();
  await expect(files(page).getByText(/Where that is written/)).toBeVisible();
  await expect(files(page).getByText(/seen on a running node/)).toBeVisible();
  // However long the file is, the tabs stay whole.
  await expect(files(page).getByRole('tab', { name: 'README.md' })).toBeInViewport({ ratio: 1 });
});

test('the consent to non-standard settings leads to the KMS that needs it, else to Mode', async ({ page }) => {
  const aws = { ...newKms('aws', 'kms1'), region: 'eu-central-1' };
  const unchecked = { ...newKms('aws', 'kms2'), name: 'emulator', region: 'eu-west-1', disableSslVerification: true };
  const plan = { ...newPlan(), nonStandardConfig: true, kms: [aws] };
  const consent = line(page, 'canton.parameters.non-standard-config').last();
  const field = page.getByRole('main').getByLabel('Allow non-standard configuration');

  await page.goto(`./#/nodes/${await encodeLink({ ...plan, kms: [aws, unchecked] })}`);
  await consent.click();
  await expect(page.getByRole('heading', { name: 'Which KMS holds the keys?' })).toBeVisible();
  await expect(field).toBeFocused();

  await page.goto(`./#/nodes/${await encodeLink(plan)}`);
  await consent.click();
  await expect(page.getByRole('heading', { name: /How should the KMS protect/ })).toBeVisible();
  await expect(field).toBeFocused();
});
