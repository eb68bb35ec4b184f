import { expect, type Page } from '@playwright/test';
import { expectClean } from './axe';
import { goTo, startNew } from './bundle';
import { test } from './fixtures';

/** The step Mode: for all nodes at once or one by one, and what each mode asks for. */

async function planOf(page: Page, ...lines: string[]) {
  await startNew(page);
  await page.getByLabel('Name of node 1').fill('bank1');
  for (const line of lines) {
    const field = page.getByRole('textbox', { name: 'Name of a new node' });
    await field.fill(line);
    await field.press('Enter');
  }
}

async function release(page: Page, line: string) {
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('radio', { name: `Canton ${line}` }).check();
  await page.getByRole('button', { name: 'Done' }).click();
}

const files = (page: Page) => page.getByRole('complementary', { name: 'Files' });
/** A line of the file in view, by its text without the number before it. */
const line = (page: Page, text: string | RegExp) => files(page).locator('[data-line]', { hasText: text });

async function paste(page: Page, text: string) {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

test('the mode decides the file, and what cannot be undone stands beside it', async ({ page }) => {
  await planOf(page);
  await goTo(page, 'Mode');
  await expect(page.getByText(/^This cannot be undone: no key ever leaves the KMS/)).toBeVisible();
  await expect(line(page, /^\d*\s*provider = kms/)).toHaveCount(1);
  await expect(page.getByText('Participant: 4 keys: namespace')).toBeVisible();
  await page.getByRole('radio', { name: 'Envelope encryption' }).check();
  await expect(page.getByText(/^Encryption can be taken back while the wrapper key exists/)).toBeVisible();
  await expect(line(page, 'private-key-store.encryption {')).toHaveCount(1);
  await expect(line(page, /^\d*\s*provider = kms/)).toHaveCount(0);
  await expect(page.getByRole('table', { name: 'The two modes compared' }).getByRole('row')).toHaveCount(6);
});

test('a column of wrapper keys fills the nodes beneath, and says what is left', async ({ page }) => {
  await planOf(page, 'bank2', 'sequencer seq1');
  await goTo(page, 'Mode');
  await page.getByRole('radio', { name: 'Envelope encryption' }).check();
  await page.getByRole('radio', { name: /^You/ }).check();
  await expect(page.getByLabel('Wrapper key of bank1')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Wrapper key of bank2').focus();
  await paste(page, 'alias/two\nalias/three\nalias/four');
  await expect(page.getByLabel('Wrapper key of bank1')).toHaveValue('');
  await expect(page.getByLabel('Wrapper key of bank2')).toHaveValue('alias/two');
  await expect(page.getByLabel('Wrapper key of seq1')).toHaveValue('alias/three');
  await expect(page.getByText('More ids than nodes beneath; not used: alias/four')).toBeVisible();
  await page.getByLabel('Wrapper key of bank1').fill('alias/two');
  await expect(page.getByText('bank1 has the same wrapper key.')).toBeVisible();
  await page.getByRole('button', { name: 'Let Canton create one for this node' }).click();
  await expect(page.getByText('The nodes differ: 2 given, 1 generated.')).toBeVisible();
  await expect(page.getByLabel('Wrapper key of bank2')).toHaveCount(0);
});

test('nodes that differ are said to, and one of them can be answered for alone', async ({ page }) => {
  await planOf(page, 'bank2', 'bank3');
  await goTo(page, 'Mode');
  const scope = page.getByLabel('These answers are for');
  await scope.selectOption('bank2');
  await page.getByRole('radio', { name: 'Envelope encryption' }).check();
  await scope.selectOption('all 3 nodes with a KMS');
  await expect(page.getByText('The nodes differ: 2 external, 1 envelope.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'External keys' })).not.toBeChecked();
  await expect(page.getByRole('radio', { name: 'Envelope encryption' })).not.toBeChecked();
  await page.getByRole('radio', { name: 'External keys' }).check();
  await expect(page.getByText('The nodes differ')).toHaveCount(0);
});

test('answers that differ are not overwritten unasked', async ({ page }) => {
  await planOf(page, 'bank2');
  await goTo(page, 'Mode');
  const scope = page.getByLabel('These answers are for');
  await scope.selectOption('bank1');
  await page.getByLabel('Use session signing keys').check();
  await page.getByLabel('Key validity').fill('8m');
  await scope.selectOption('all 2 nodes with a KMS');
  await expect(page.getByText('The session signing keys differ between the 2 nodes: 1 on, 1 off.')).toBeVisible();
  await page.getByRole('button', { name: 'Take those of bank1 for all' }).click();
  await expect(page.getByLabel('Key validity')).toHaveValue('8m');
  await scope.selectOption('bank2');
  await expect(page.getByLabel('Key validity')).toHaveValue('8m');
});

test('a node without KMS says so, and a mode chosen for it gives it one', async ({ page }) => {
  await planOf(page, 'mediator med1');
  await page.getByLabel('Custody of med1').selectOption('No KMS');
  await goTo(page, 'Mode');
  await page.getByLabel('These answers are for').selectOption('med1 (no KMS)');
  await expect(page.getByText('This node has no KMS')).toBeVisible();
  await page.getByRole('radio', { name: 'Envelope encryption' }).check();
  await expect(page.getByRole('radio', { name: 'Envelope encryption' })).toBeChecked();
});

test('the durations of session keys are checked against each other as they are typed', async ({ page }) => {
  await planOf(page);
  await goTo(page, 'Mode');
  await page.getByLabel('Use session signing keys').check();
  await expect(page.getByText('They are used on synchronizers of protocol version 35 or later.')).toBeVisible();
  const bounds = page.getByRole('list', { name: 'Bounds between the durations' });
  await expect(bounds.getByText('holds')).toHaveCount(5);
  await expect(
    page.getByRole('img', { name: /^The life of a session key.*valid 5m with a cut-off of 1m/ }),
  ).toBeVisible();

  await page.getByLabel('Key validity').fill('90s');
  await expect(bounds.getByRole('listitem').filter({ hasText: 'fails' })).toHaveCount(3);
  await expect(bounds.getByText('key validity 1m 30s > twice the cut-off 2m')).toBeVisible();
  await expect(page.getByRole('img', { name: /valid 1m 30s/ })).toBeVisible();
  await expect(page.getByLabel('Key validity')).toHaveAttribute('aria-invalid', 'true');

  await page.getByLabel('Key validity').fill('soon');
  await expect(page.getByText('They are checked as soon as every duration can be read.')).toBeVisible();
  await page.getByLabel('Key validity').fill('4m');
  await expect(bounds.getByText('holds')).toHaveCount(5);
  await expect(line(page, 'key-validity-duration')).toHaveCount(1);
});

test('skipping the bounds asks for the consent that Canton wants', async ({ page }) => {
  await planOf(page);
  await goTo(page, 'Mode');
  await page.getByLabel('Use session signing keys').check();
  await page.getByText('Without the bounds').click();
  await expect(page.getByLabel('Allow non-standard configuration')).toHaveCount(0);
  await page.getByLabel('Skip the checks between the durations').check();
  const consent = page.getByLabel('Allow non-standard configuration');
  await expect(consent).not.toBeChecked();
  await consent.check();
  await expect(line(page, 'disable-bound-checks')).toHaveCount(1);
});

test('each line has session keys at its own place, and the screen says so', async ({ page }) => {
  await planOf(page);
  await goTo(page, 'Mode');
  await page.getByLabel('Use session signing keys').check();
  await expect(page.getByText('crypto.session-signing-keys.enabled')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Tolerance' })).toBeVisible();
  await release(page, '3.4');
  await expect(page.getByText('crypto.kms.session-signing-keys.enabled')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Tolerance' })).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Cut-off' })).toHaveAttribute('placeholder', '30s');
  await expect(page.getByLabel('Allow non-standard configuration')).not.toBeChecked();
  await expect(page.getByText('not in Canton 3.4')).toBeVisible();
  await release(page, '3.3');
  await expect(page.getByText('parameters.session-signing-keys.enabled')).toBeVisible();
  await expect(page.getByLabel('Allow non-standard configuration')).toHaveCount(0);
});

test('schemes that the KMS cannot do are marked, and can still be allowed', async ({ page }) => {
  await planOf(page);
  await goTo(page, 'Mode');
  await page.getByText('Signing and encryption schemes').click();
  const algorithm = page.getByLabel('Signing algorithm', { exact: true });
  await expect(algorithm.getByRole('option', { name: 'ed-25519 (not with keys in AWS KMS)' })).toBeDisabled();
  await expect(algorithm.getByRole('option', { name: /ml-dsa/ })).toHaveCount(0);
  await algorithm.selectOption('ec-dsa-sha-384');
  await page.getByLabel('Signing key', { exact: true }).selectOption('ec-p-384');
  await expect(line(page, 'default = ec-p-384')).toHaveCount(1);

  await page.getByLabel('Narrow what is allowed crypto.encryption.keys.allowed').check();
  const allowed = page.getByRole('list', { name: 'Encryption key: allowed' });
  await expect(allowed.getByText('only for what comes from others')).toBeVisible();
  await allowed.getByLabel('ec-p-256').uncheck();
  await expect(allowed.getByLabel('rsa-2048')).toBeDisabled();
  await expect(line(page, 'allowed = ')).toHaveCount(1);
});

test('experimental schemes are asked for, in the line that has them', async ({ page }) => {
  await planOf(page);
  await goTo(page, 'Mode');
  await release(page, '3.6');
  await page.getByText('Signing and encryption schemes').click();
  const option = page.getByLabel('Signing algorithm', { exact: true }).getByRole('option', { name: /ml-dsa-65/ });
  await expect(option).toBeDisabled();
  await page.getByLabel('Allow experimental schemes').check();
  await expect(option).toBeEnabled();
  await expect(line(page, 'enable-experimental = true')).toHaveCount(1);
});

test('one of many nodes is found by typing its name', async ({ page }) => {
  await startNew(page);
  await page.getByRole('button', { name: 'Paste a list' }).click();
  await page
    .getByRole('textbox', { name: 'List of nodes' })
    .fill(Array.from({ length: 60 }, (_, at) => `participant node${at}`).join('\n'));
  await page.getByRole('button', { name: 'Add 60 nodes' }).click();
  await goTo(page, 'Mode');
  const scope = page.getByLabel('These answers are for');
  await scope.fill('node42');
  await expect(page.getByText('Now: node42.')).toBeVisible();
  await page.getByRole('radio', { name: 'Envelope encryption' }).check();
  await scope.fill('');
  await expect(page.getByText('The nodes differ: 60 external, 1 envelope.')).toBeVisible();
});

for (const width of [1280, 390]) {
  test(`axe finds nothing where nodes differ and much is wrong, ${width} pixels`, async ({ page }) => {
    await planOf(page, 'bank2', 'bank3');
    await goTo(page, 'Mode');
    const scope = page.getByLabel('These answers are for');
    await scope.selectOption('bank1');
    await page.getByLabel('Use session signing keys').check();
    await page.getByLabel('Key validity').fill('30s');
    await scope.selectOption('bank2');
    await page.getByRole('radio', { name: 'Envelope encryption' }).check();
    await page.getByRole('radio', { name: /^You/ }).check();
    await page.setViewportSize({ width, height: 844 });
    await scope.selectOption('all 3 nodes with a KMS');
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) fold.open = true;
    });
    await expectClean(page, 'all nodes');
    await scope.selectOption('bank1');
    await page.getByText('Without the bounds').click();
    await page.getByLabel('Skip the checks between the durations').check();
    await page.getByText('Signing and encryption schemes').click();
    await page.getByLabel('Narrow what is allowed crypto.signing.keys.allowed').check();
    await expectClean(page, 'one node');
  });
}
