import { expect } from '@playwright/test';
import { expectReadBack, goTo, startNew } from './bundle';
import { test } from './fixtures';

/** The list of regions helps typing and nothing more: whatever becomes of the request for it, the page works and keeps quiet. */

// The browser itself tells its console that a request failed; the page says nothing.
test.use({ expectedProblems: [/^console: Failed to load resource/] });

for (const [what, status] of [
  ['never reaches anybody', undefined],
  ['is refused', 403],
  ['breaks the server', 500],
] as const) {
  test(`a region can be named and the files taken along when the request for the list ${what}`, async ({
    newVisitor,
  }) => {
    const page = await newVisitor();
    let asked = 0;
    await page.route('**/catalogue/*.json', (route) => {
      asked++;
      return status === undefined ? route.abort('connectionrefused') : route.fulfill({ status, body: 'no' });
    });
    await startNew(page);
    await goTo(page, 'Provider');
    const region = page.getByRole('combobox', { name: 'Region' });
    await region.fill('eu-moon-1');
    await expect(page.getByText('region = "eu-moon-1"')).toBeVisible();
    await expect.poll(() => asked).toBeGreaterThan(0);
    await expect(page.getByText('Nothing to mend.')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.getByText(/Not among the|could not be loaded/)).toHaveCount(0);
    await goTo(page, 'Review');
    await expectReadBack(page, 1);
  });
}
