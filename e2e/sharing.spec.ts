import { expect, type Page } from '@playwright/test';
import { encodeLink } from '../src/core/link/encode';
import { newPlan } from '../src/core/plan/defaults';
import { writePlanFile } from '../src/core/plan/plan-file';
import { downloadBundle, downloadButton, goTo, startNew } from './bundle';
import { planWith, region, stored } from './drafts';
import { test } from './fixtures';

/** Links and plan files: what a person shares, or is sent. */

/** Waits until the address carries the plan, then gives it. */
async function addressOf(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/v\d+\./);
  return page.url();
}

test('the address opens the same plan for somebody else, beside their own draft', async ({ page, newVisitor }) => {
  await startNew(page);
  await goTo(page, 'Provider');
  const before = await addressOf(page);
  await region(page).fill('eu-north-1');
  await expect(page).not.toHaveURL(before);

  const other = await newVisitor();
  await startNew(other);
  await goTo(other, 'Provider');
  await region(other).fill('us-east-2');
  await expect.poll(() => stored(other)).toContain('us-east-2');

  await other.goto(page.url());
  await expect(region(other)).toHaveValue('eu-north-1');
  await expect(other.getByText('This plan came with a link.')).toBeVisible();
  await other.getByRole('button', { name: 'Compare with my draft' }).click();
  await expect(other.getByRole('row', { name: /kms.0.region us-east-2 eu-north-1/ })).toBeVisible();
  await other.getByRole('button', { name: 'Close' }).click();
  await other.getByRole('button', { name: 'Back to my draft' }).click();
  await other.getByRole('button', { name: /Go on with/ }).click();
  await goTo(other, 'Provider');
  await expect(region(other)).toHaveValue('us-east-2');
});

test('a plan from outside says who would hold the keys before anything of it leaves the page', async ({ page }) => {
  const theirs = await planWith('eu-central-1', (plan) => ({
    ...plan,
    kms: plan.kms.map((kms) =>
      kms.type === 'aws' ? { ...kms, endpointOverride: 'https://kms.attacker.example' } : kms,
    ),
  }));
  await page.goto(`./#/review/${await encodeLink(theirs)}`);
  await downloadButton(page).click();
  const dialog = page.getByRole('dialog', { name: 'Who would hold the keys?' });
  await expect(dialog.getByText('https://kms.attacker.example')).toBeVisible();
  const go = dialog.getByRole('button', { name: 'Confirm and go on' });
  await expect(go).toBeDisabled();
  await dialog.getByLabel(/I have checked every line/).check();
  const download = page.waitForEvent('download');
  await go.click();
  expect((await download).suggestedFilename()).toMatch(/^theirs-[0-9a-f]{12}\.zip$/);
  // Asked once: what was confirmed stays confirmed while the plan is open.
  expect(Object.keys(await downloadBundle(page))).toContain('plan.json');
});

test('a plan from outside is not passed on before it is confirmed either', async ({ page }) => {
  await page.goto(`./#/provider/${await encodeLink(await planWith('eu-central-1'))}`);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Save plan.json' }).click();
  await expect(page.getByRole('dialog', { name: 'Who would hold the keys?' })).toBeVisible();
});

test.describe('lines of a plan from outside, copied by the browser itself', () => {
  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  for (const [what, select] of [
    ['in the file', () => getSelection()?.selectAllChildren(document.querySelector('aside ol') ?? document.body)],
    ['on the whole page', () => getSelection()?.selectAllChildren(document.body)],
  ] as const) {
    test(`wait for the confirmation when they are selected ${what}`, async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(`./#/provider/${await encodeLink(await planWith('eu-central-1'))}`);
      await expect(page.getByText('region = "eu-central-1"')).toBeVisible();
      await page.evaluate(() => navigator.clipboard.writeText('nothing of theirs'));
      await page.evaluate(select);
      await page.keyboard.press('Control+c');
      const dialog = page.getByRole('dialog', { name: 'Who would hold the keys?' });
      await expect(dialog).toBeVisible();
      expect(await clipboard(page)).toBe('nothing of theirs');
      await dialog.getByLabel(/I have checked every line/).check();
      await dialog.getByRole('button', { name: 'Confirm and go on' }).click();
      await expect.poll(() => clipboard(page)).toContain('region = "eu-central-1"');
      await expect(page.getByRole('complementary', { name: 'Files' }).getByText('Copied')).toBeVisible();

      // Confirmed once: from now on the browser copies without asking.
      await page.evaluate(() => navigator.clipboard.writeText('nothing of theirs'));
      await page.evaluate(select);
      await page.keyboard.press('Control+c');
      await expect.poll(() => clipboard(page)).toContain('region = "eu-central-1"');
      await expect(dialog).toHaveCount(0);
    });
  }

  test("what is copied from a field of one's own typing is nobody else's affair", async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`./#/provider/${await encodeLink(await planWith('eu-central-1'))}`);
    await region(page).fill('eu-west-3');
    await region(page).selectText();
    await page.keyboard.press('Control+c');
    await expect.poll(() => clipboard(page)).toBe('eu-west-3');
  });
});

for (const [what, link, said] of [
  ['cut', async () => (await encodeLink(newPlan())).slice(0, -9), /cut|damaged/],
  [
    'damaged',
    async () => (await encodeLink(newPlan())).replace(/.(?=.{12}$)/, (sign) => (sign === 'A' ? 'B' : 'A')),
    /cut|damaged/,
  ],
  ['newer', async () => 'v9.abcdef.123456', /newer/],
  ['foreign', async () => 'hello', /./],
  ['far too long', async () => `v1.${'A'.repeat(40_000)}.123456`, /long/],
] as const) {
  test(`a ${what} link says what is wrong and leaves the draft alone`, async ({ page }) => {
    await startNew(page);
    await goTo(page, 'Provider');
    await region(page).fill('us-east-2');
    await expect.poll(() => stored(page)).toContain('us-east-2');
    await page.goto('about:blank');
    await page.goto(`./#/mode/${await link()}`);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('That could not be opened.');
    await expect(alert).toContainText(said);
    expect(await stored(page)).toContain('us-east-2');
    await page.getByRole('button', { name: /Go on with/ }).click();
    await goTo(page, 'Provider');
    await expect(region(page)).toHaveValue('us-east-2');
  });
}

test('a link with markup and scripts in its texts shows them as text', async ({ page }) => {
  const theirs = await planWith('<img src=x onerror=alert(1)>');
  await page.goto(`./#/provider/${await encodeLink({ ...theirs, name: '"><script>alert(1)</script>' })}`);
  await expect(region(page)).toHaveValue('<img src=x onerror=alert(1)>');
  await expect(page.getByLabel('Name of the plan')).toHaveValue('"><script>alert(1)</script>');
  await expect(page.locator('main img, main script')).toHaveCount(0);
});

test('plan.json opens the wizard where it was', async ({ page }) => {
  await page.goto('./');
  await page.getByLabel('Open a plan.json').setInputFiles({
    name: 'plan.json',
    mimeType: 'application/json',
    buffer: Buffer.from(writePlanFile(await planWith('ap-east-1'))),
  });
  await goTo(page, 'Provider');
  await expect(region(page)).toHaveValue('ap-east-1');
});

test('what a plan.json holds that cannot be taken is said by name', async ({ page }) => {
  await page.goto('./');
  const broken = {
    ...(await planWith('ap-east-1')),
    output: { layout: 'cards', comments: true, explicitDefaults: false },
  };
  await page.getByLabel('Open a plan.json').setInputFiles({
    name: 'plan.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(broken)),
  });
  await expect(page.getByText('Not everything in it could be taken as it was')).toBeVisible();
  await goTo(page, 'Provider');
  await expect(region(page)).toHaveValue('ap-east-1');
});

test('the share dialog gives the link that opens the plan', async ({ page, context, newVisitor }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await startNew(page);
  await goTo(page, 'Provider');
  await region(page).fill('eu-west-3');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await newVisitor();
  await other.goto(link);
  await goTo(other, 'Provider');
  await expect(region(other)).toHaveValue('eu-west-3');
});
