import { expect, type Locator } from '@playwright/test';
import { expectClean } from './axe';
import { downloadBundle } from './bundle';
import { test } from './fixtures';
import { fingerprint, inventory, openRotation, paste } from './inventory';

/** A rotation without a mouse, read aloud, in the dark and on a phone. */

test('the whole rotation with the keyboard alone', async ({ page }) => {
  await page.goto('./');
  const tabTo = async (target: Locator) => {
    for (let press = 0; press < 120; press++) {
      if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  const press = async (target: Locator, key = 'Enter') => {
    await tabTo(target);
    await page.keyboard.press(key);
  };
  await press(page.getByRole('button', { name: /Rotate the keys of running nodes/ }));
  await tabTo(page.getByLabel('What the script printed'));
  await paste(page, inventory);
  await press(page.getByRole('button', { name: 'Take over 3 nodes' }));
  await press(page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: 'Provider' }));
  await tabTo(page.getByRole('combobox', { name: /^Region/ }));
  await page.keyboard.type('eu-central-1');
  await press(page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: 'Rotation' }));
  await press(page.getByRole('checkbox', { name: /^Wrapper key of env-1/ }), 'Space');
  await press(page.getByRole('checkbox', { name: /^Protocol signing of bank-1/ }), 'Space');
  await tabTo(page.getByLabel('New key for Protocol signing of bank-1'));
  await page.keyboard.press('End');
  await tabTo(page.getByLabel('KMS key id for Protocol signing of bank-1'));
  await page.keyboard.type('1234abcd-12ab-34cd-56ef-123456789001');
  await press(page.getByRole('button', { name: /^Next/ }));
  await expect(page.getByRole('heading', { name: 'Look it over, then take it along' })).toBeFocused();
  const files = await downloadBundle(page, press);
  const { task } = JSON.parse(files['plan.json'] ?? '{}');
  expect(task.wrappers).toHaveLength(1);
  expect(task.keys[0].to).toEqual({ type: 'given', kmsKeyId: '1234abcd-12ab-34cd-56ef-123456789001' });
});

for (const width of [1280, 390]) {
  test.describe(`for everybody, ${width} pixels`, () => {
    test.use({ viewport: { width, height: 844 } });

    test('axe finds nothing, and nothing is wider than the page', async ({ page }) => {
      const isNarrow = async (where: string) => {
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(beyond, where).toBeLessThanOrEqual(0);
      };
      await openRotation(page, `${inventory}\nKEY\tcut\nLOST\tenv-2\tparticipant\t${fingerprint(99)}`);
      await expectClean(page, 'an inventory with a problem');
      await page.getByRole('button', { name: 'Take over 3 nodes' }).click();
      await page.locator('summary', { hasText: 'Where a remote console' }).click();
      await expectClean(page, 'what was found');
      await isNarrow('what was found');

      await page.evaluate(() => {
        location.hash = '#/rotation';
      });
      await expect(page.getByRole('heading', { name: 'Which keys should be replaced?' })).toBeVisible();
      await page.getByLabel('All nodes with envelope encryption (2)').check();
      await page.getByLabel('New wrapper key for env-2').selectOption('A KMS key that exists');
      await page.getByLabel('All keys (9)').check();
      await page.getByLabel('New key for Protocol signing of bank-1').selectOption('A KMS key that exists');
      await page.locator('summary', { hasText: 'Delete retired keys' }).click();
      await page.getByRole('button', { name: 'Name a key to be deleted' }).click();
      await page.locator('summary', { hasText: 'Held, but not announced' }).click();
      await page.locator('summary', { hasText: 'After a restore' }).click();
      await expectClean(page, 'a rotation with errors');
      await isNarrow('a rotation with errors');
      await page.getByRole('button', { name: 'Paste a list' }).click();
      await page.getByRole('textbox', { name: 'List of keys' }).fill('12206976 x');
      await expectClean(page, 'a pasted list');
    });
  });
}
