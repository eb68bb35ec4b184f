import { expect, type Locator } from '@playwright/test';
import { expectClean } from './axe';
import { downloadBundle, expectReadBack, golden } from './bundle';
import { test } from './fixtures';

/** For everybody: axe on each screen in both schemes and widths, and a whole journey without a pointer. */

const headings = [
  ['nodes', 'Which nodes do you run?'],
  ['provider', 'Which KMS holds the keys?'],
  ['mode', 'How should the KMS protect the keys?'],
  ['keys', 'Who makes the keys?'],
  ['review', 'Look it over, then take it along'],
] as const;

for (const width of [1280, 390]) {
  test.describe(`${width} pixels`, () => {
    test.use({ viewport: { width, height: 844 } });

    test('axe finds nothing on any screen', async ({ page }) => {
      // Six screens with everything unfolded: axe takes its time on a busy machine.
      test.setTimeout(180_000);
      await page.goto('./');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectClean(page, 'start');
      await page.getByRole('button', { name: /An HSM behind a driver/ }).click();
      for (const [step, heading] of headings) {
        await page.evaluate((name) => {
          location.hash = `#/${name}`;
        }, step);
        await expect(page.getByRole('heading', { name: heading })).toBeVisible();
        await page.evaluate(() => {
          for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) fold.open = true;
        });
        await expectClean(page, step);
      }
    });

    test('nothing is wider than the screen', async ({ page }) => {
      await page.goto('./');
      await page.getByRole('button', { name: /Google Cloud, keys in the KMS/ }).click();
      for (const [step, heading] of headings) {
        await page.evaluate((name) => {
          location.hash = `#/${name}`;
        }, step);
        await expect(page.getByRole('heading', { name: heading })).toBeVisible();
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(beyond, step).toBeLessThanOrEqual(0);
      }
    });
  });
}

test('the whole way with the keyboard alone', async ({ page }) => {
  await page.goto('./');
  const tabTo = async (target: Locator) => {
    for (let press = 0; press < 80; press++) {
      if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  await tabTo(page.getByRole('button', { name: /A new node with its keys/ }).first());
  await page.keyboard.press('Enter');
  await tabTo(page.getByRole('button', { name: /^Next/ }).first());
  await page.keyboard.press('Enter');
  await tabTo(page.getByRole('combobox', { name: /^Region/ }).first());
  await page.keyboard.type('eu-central-1');
  await tabTo(page.getByRole('button', { name: /^Next/ }).first());
  await page.keyboard.press('Enter');
  await tabTo(page.getByRole('radio', { name: /External keys/ }).first());
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: /Envelope/ })).toBeChecked();
  // However many steps are between Mode and Review.
  const review = page.getByRole('heading', { name: 'Look it over, then take it along' });
  while (!(await review.isVisible())) {
    await tabTo(page.getByRole('button', { name: /^Next/ }).first());
    await page.keyboard.press('Enter');
    await expect(page.locator('main h1')).toBeFocused();
  }
  await expectReadBack(page, 1);
  // The mouse is never touched, not for the download either.
  const pressed = async (button: Locator) => {
    await tabTo(button);
    await page.keyboard.press('Enter');
  };
  expect(await downloadBundle(page, pressed)).toEqual(golden('aws-envelope'));
  await tabTo(page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: 'Nodes' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Which nodes do you run?' })).toBeFocused();
});
