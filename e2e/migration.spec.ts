import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { inventoryHeading } from '../src/core/canton/inventory';
import { expectClean } from './axe';
import { downloadBundle, expectReadBack, goTo } from './bundle';
import { test } from './fixtures';
import { paste, printed } from './inventory';

/** Moving nodes that run: from the questions to the ZIP, and the page to work from. */

const inventory = (mode: 'plain' | 'envelope') =>
  [inventoryHeading.join('\t'), ...printed('bank-1', mode, 1), ...printed('bank-2', mode, 2)].join('\n');

async function begin(page: Page, mode: 'plain' | 'envelope') {
  await page.goto('./');
  await page.getByRole('button', { name: /Move a node that already runs/ }).click();
  await expect(page.getByRole('heading', { name: 'Where are the keys, and where should they be?' })).toBeFocused();
  if (mode === 'envelope') {
    await page.getByRole('group', { name: 'today' }).getByLabel('Database, encrypted').check();
    await page.getByRole('group', { name: 'should be' }).getByLabel('Database, in the clear').check();
    await expect(page.getByLabel('Take the encryption back')).toBeChecked();
  }
  await goTo(page, 'Inventory');
  await page.getByLabel('What the script printed').focus();
  await paste(page, inventory(mode));
  await page.getByRole('button', { name: 'Take over 2 nodes' }).click();
  await goTo(page, 'Provider');
  await page.getByRole('combobox', { name: 'Region' }).fill('eu-central-1');
}

/** Every file of the bundle that the runbook names is there, and every one that is run or read stands in it. */
function expectRunbookOf(files: Record<string, string>) {
  const runbook = files['RUNBOOK.md'] ?? '';
  const named = [...runbook.matchAll(/(?:canton run --no-tty|\.\/)\s*([\w./-]+\.(?:sc|sh|conf))/g)].map(
    ([, name]) => name,
  );
  expect(named.length).toBeGreaterThan(0);
  for (const name of named) expect(Object.keys(files)).toContain(name);
  for (const name of Object.keys(files).filter((file) => /^\d\d-.*\.(sc|sh)$/.test(file)))
    expect(runbook).toContain(name);
}

test('keys in the clear are encrypted in place: inventory, runbook, checks and configuration', async ({ page }) => {
  await begin(page, 'plain');
  await goTo(page, 'Review');
  await expect(page.getByText('encrypted with a wrapper key in AWS KMS in eu-central-1')).toBeVisible();
  await expectReadBack(page, 2);
  const files = await downloadBundle(page);
  expect(Object.keys(files).sort()).toEqual(
    [
      ...['01-check-clear-bank-1.sc', '01-check-clear-bank-2.sc', '02-encrypted/.env.example'],
      ...['02-encrypted/bank-1-kms.conf', '02-encrypted/bank-2-kms.conf', '02-encrypted/shared.conf'],
      ...['02-encrypted/start.sh', '03-check-encrypted-bank-1.sc', '03-check-encrypted-bank-2.sc', 'README.md'],
      ...['RUNBOOK.md', 'SHA256SUMS', 'inventory.sc', 'plan.json', 'remote.conf'],
    ].sort(),
  );
  expectRunbookOf(files);
  expect(files['02-encrypted/bank-1-kms.conf']).toContain('private-key-store.encryption');
  expect(files['01-check-clear-bank-1.sc']).toContain('the inventory was of');
});

test('encryption is taken back: reverted first, and only then without the sections', async ({ page }) => {
  await begin(page, 'envelope');
  await goTo(page, 'Review');
  await expect(page.getByText('store their private keys in the clear again')).toBeVisible();
  const files = await downloadBundle(page);
  expectRunbookOf(files);
  expect(files['02-reverted/bank-1-kms.conf']).toContain('reverted = true');
  expect(files['04-plain/bank-1-kms.conf']).not.toContain('kms {');
  await goTo(page, 'Runbook');
  await expect(page.getByRole('main').getByText("Can't be undone.")).toHaveCount(2);
  const restart = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: /Restart with reverted/ }) });
  await restart.getByText('What changes in the configuration').click();
  await expect(restart.getByText(/added: \+ +reverted = true/)).toBeVisible();
});

test('ticks survive a reload and travel in plan.json, and in a link only when it is asked to', async ({
  page,
  newVisitor,
}) => {
  await begin(page, 'plain');
  await goTo(page, 'Runbook');
  const backup = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: /Back up the databases/ }) });
  await backup.getByLabel('bank-2').check();
  await expect(page.getByText(/^1 of \d+ ticks done$/)).toBeVisible();
  await expect(page).toHaveURL(/#\/runbook\/v2\./);
  await page.reload();
  await expect(backup.getByLabel('bank-2')).toBeChecked();
  await expect(backup.getByLabel('bank-1')).not.toBeChecked();

  const address = page.url();
  await page.getByRole('button', { name: 'Share' }).click();
  const link = page.getByRole('textbox', { name: /^Link/ });
  const bare = await link.inputValue();
  await page.getByLabel('Take what is ticked off in the runbook along in the link').check();
  await expect(link).not.toHaveValue(bare);
  const asked = await link.inputValue();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save plan.json' }).click();
  const text = readFileSync(await (await saved).path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ ticks: ['backup/bank-2'] });

  const other = await newVisitor();
  await other.goto(address);
  await expect(other.getByText(/^0 of \d+ ticks done$/)).toBeVisible();
  await other.goto(asked);
  await expect(other.getByText(/^1 of \d+ ticks done$/)).toBeVisible();
  // A guest's work survives a reload as well, and the address still tells nobody.
  await other.getByLabel('bank-1').first().check();
  await expect(other.getByText(/^2 of \d+ ticks done$/)).toBeVisible();
  await expect.poll(() => other.evaluate(() => JSON.stringify(history.state))).toContain('bank-1');
  expect(other.url()).toBe(address);
  await other.reload();
  await expect(other.getByText(/^2 of \d+ ticks done$/)).toBeVisible();
  await other.getByRole('button', { name: 'Share' }).click();
  await other.getByLabel('Take what is ticked off in the runbook along in the link').check();
  await expect(other.getByRole('textbox', { name: /^Link/ })).toHaveValue(/#\/runbook\//);
  const back = await other.getByRole('textbox', { name: /^Link/ }).inputValue();
  await other.goto('./');
  await other
    .locator('input[type=file]')
    .setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await goTo(other, 'Runbook');
  await expect(other.getByText(/^1 of \d+ ticks done$/)).toBeVisible();

  // Back with whose plan it is: nothing is ticked off for them, but they may ask for it.
  await page.keyboard.press('Escape');
  await page.goto(back);
  const elsewhere = page.getByRole('region', { name: 'Done elsewhere' });
  await expect(elsewhere).toContainText('Done there and not here: 1 tick, of “See that the keys are in the clear”.');
  await expect(page.getByText(/^1 of \d+ ticks done$/)).toBeVisible();
  await expectClean(page, 'what is done elsewhere');
  await elsewhere.getByRole('button', { name: 'Tick them off here, too' }).click();
  await expect(page.getByText(/^2 of \d+ ticks done$/)).toBeVisible();
  await expect(elsewhere).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(/^2 of \d+ ticks done$/)).toBeVisible();
});

test('external parties move to new nodes: from the questions to the ZIP', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: /Move a node that already runs/ }).click();
  await page.getByRole('group', { name: 'should be' }).getByLabel('KMS only').check();
  await page.getByLabel('Parties that the participants host').selectOption('External parties only');
  await page.getByLabel('The private keys on the old nodes').selectOption('Somebody else may have seen them');
  await expect(page.getByLabel('Move the external parties to a new node')).toBeChecked();
  await expect(page.getByText('No node moves yet', { exact: false }).first()).toBeVisible();
  await goTo(page, 'Inventory');
  await page.getByLabel('What the script printed').focus();
  await paste(page, inventory('plain'));
  await page.getByRole('button', { name: 'Take over 2 nodes' }).click();
  await goTo(page, 'Migration');
  await expect(page.getByLabel('New node', { exact: true })).toHaveCount(2);
  await expect(page.getByLabel('New node', { exact: true }).nth(1)).toHaveValue('bank-2-kms');
  await page.getByRole('button', { name: 'Take out the move of bank-2' }).click();
  await expect(page.getByLabel('New node', { exact: true })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Add a move of bank-2' })).toBeVisible();
  await goTo(page, 'Provider');
  await page.getByRole('combobox', { name: 'Region' }).fill('eu-central-1');
  await goTo(page, 'Review');
  await expectReadBack(page, 1);
  const files = await downloadBundle(page);
  expect(Object.keys(files).sort()).toEqual(
    [
      ...['01-new-nodes/.env.example', '01-new-nodes/bank-1-kms-kms.conf', '01-new-nodes/start.sh'],
      ...['04-parties-bank-1.sc', '05-offer-bank-1-kms.sc', '06-host-bank-1.sc', '07-take-bank-1-kms.sc'],
      ...['README.md', 'RUNBOOK.md', 'SHA256SUMS', 'inventory.sc', 'plan.json', 'remote.conf'],
    ].sort(),
  );
  expectRunbookOf(files);
  expect(files['01-new-nodes/bank-1-kms-kms.conf']).toContain('provider = kms');
  expect(files['RUNBOOK.md']).toContain('canton run --no-tty 06-host-bank-1.sc');
  await goTo(page, 'Runbook');
  await expectClean(page, 'the runbook of a transfer');
});

test('keys are taken along: from the questions to the ZIP, twice', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: /Move a node that already runs/ }).click();
  await page.getByRole('group', { name: 'should be' }).getByLabel('KMS only').check();
  await expect(page.getByLabel('Take the keys along')).toBeChecked();
  await goTo(page, 'Inventory');
  await page.getByLabel('What the script printed').focus();
  await paste(page, [inventoryHeading.join('\t'), ...printed('bank-1', 'plain', 1)].join('\n'));
  await page.getByRole('button', { name: 'Take over 1 node' }).click();
  await goTo(page, 'Provider');
  await page.getByRole('combobox', { name: 'Region' }).fill('eu-central-1');
  await goTo(page, 'Review');
  const first = await downloadBundle(page);
  // What can be done before the ids of the imported keys are known.
  expect(Object.keys(first).sort()).toEqual(
    [
      ...['02-export-keys-bank-1.sc', '03-import-keys-bank-1-kms.sh', 'README.md', 'RUNBOOK.md', 'SHA256SUMS'],
      ...['features.conf', 'inventory.sc', 'plan.json', 'remote.conf'],
    ].sort(),
  );
  await goTo(page, 'Keys');
  for (const [label, id] of [
    ['namespace', 1],
    ['sequencer', 2],
    ['signing', 3],
    ['encryption', 4],
  ] as const) {
    await page
      .getByRole('textbox', { name: new RegExp(label, 'i') })
      .first()
      .fill(`1234abcd-12ab-34cd-56ef-12345678900${id}`);
  }
  await goTo(page, 'Review');
  await expectReadBack(page, 1);
  const files = await downloadBundle(page);
  expect(Object.keys(files)).toContain('05-identity-bank-1-kms.sc');
  expect(files['04-new-nodes/bank-1-kms-kms.conf']).toContain('provider = kms');
  expect(files['05-identity-bank-1-kms.sc']).toContain('val identifier = "bank-1-kms"');
  expect(files['08-host-parties-bank-1-kms.sc']).toContain('takes it off the synchronizer');
  expect(files['03-import-keys-bank-1-kms.sh']).toContain('RSA_AES_KEY_WRAP_SHA_256');
  expectRunbookOf(files);
  await goTo(page, 'Runbook');
  // What can't be undone is asked for, each time anew, and no plan and no link knows of it.
  const destroy = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: /Destroy the exported/ }) });
  await expect(destroy.getByText('--destroy')).toBeHidden();
  const asked = destroy.getByLabel("I know that this can't be undone");
  await expect(asked).toHaveAccessibleDescription(/Destroy the exported/);
  const tick = destroy.getByRole('group', { name: /^Done/ }).getByRole('checkbox').first();
  await expect(tick).toBeDisabled();
  await asked.check();
  await expect(destroy.getByText('--destroy')).toBeVisible();
  await tick.check();
  await page.reload();
  await expect(destroy.getByText('--destroy')).toBeHidden();
  // What was ticked off can be taken back without seeing it, and then it waits again.
  await tick.uncheck();
  await expect(tick).toBeDisabled();
  await page.emulateMedia({ media: 'print' });
  await expect(destroy.getByText('--destroy')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await expectClean(page, 'the runbook of keys that are taken along');
});

test('the answers open and close ways, and say why', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: /Move a node that already runs/ }).click();
  const way = (title: string) => page.getByRole('listitem').filter({ has: page.getByText(title, { exact: true }) });
  const choice = page.getByRole('group', { name: 'This runbook is for' });
  await page.getByRole('group', { name: 'should be' }).getByLabel('KMS only').check();
  await expect(choice.getByLabel('Take the keys along')).toBeChecked();
  await expect(way('Take the keys along')).toContainText('paste an inventory, or answer above');

  await page.getByLabel('Root key of the namespace').selectOption('EC-Curve25519');
  await expect(choice.getByLabel('Move the external parties to a new node')).toBeChecked();
  await expect(way('Take the keys along')).toContainText('AWS KMS can’t hold EC-Curve25519');

  await page.getByLabel('Parties that the participants host').selectOption('Local parties only');
  await expect(choice).toHaveCount(0);
  await expect(page.getByText('No runbook here leads there, as the answers above stand.').first()).toBeVisible();
  await expect(way('Rewrite the contracts to new parties')).toContainText('open, in words');

  await page.getByLabel('Root key of the namespace').selectOption('EC-P256');
  await expect(choice.getByLabel('Take the keys along')).toBeChecked();
  await page.getByRole('group', { name: 'today' }).getByLabel('KMS only').check();
  await page.getByRole('group', { name: 'should be' }).getByLabel('Database, in the clear').check();
  await page.getByLabel('A copy of the private keys outside the KMS').selectOption('There is none');
  await expect(way('Use key material that was kept')).toContainText('A KMS never gives a private key back');
  await page.getByText('Nodes from the Splice charts').click();
  await expect(page.getByText('A super-validator gets a successor')).toBeVisible();
});

for (const width of [1280, 390]) {
  test(`the screens of a migration are clean at ${width}`, async ({ page }) => {
    await begin(page, 'plain');
    // With an error, so that it is looked at as well.
    await goTo(page, 'Migration');
    await page.getByRole('group', { name: 'today' }).getByLabel('KMS only').check();
    await expect(page.getByText('No runbook here leads there, as the answers above stand.').first()).toBeVisible();
    await page.getByText('Ways that lead elsewhere').click();
    await page.setViewportSize({ width, height: 800 });
    for (const [step, heading] of [
      ['runbook', 'Encrypt the keys in the database with a wrapper key'],
      ['review', 'Look it over, then take it along'],
      ['migration', 'Where are the keys, and where should they be?'],
    ] as const) {
      await page.evaluate((name) => {
        location.hash = location.hash.replace(/#\/[a-z]+/, `#/${name}`);
      }, step);
      // By its name: the heading of the step before has the focus until this one is there.
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
      await expectClean(page, `${step} at ${width}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      // On a wide screen the middle scrolls, and the page around it stays.
      if (width === 1280) expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(800);
    }
  });
}

test('by keyboard alone: the way is chosen and a step is ticked off', async ({ page }) => {
  await begin(page, 'plain');
  await goTo(page, 'Migration');
  await page.getByRole('group', { name: 'today' }).getByLabel('Database, in the clear').focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('group', { name: 'should be' }).getByLabel('Database, encrypted').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByLabel('Take the encryption back')).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('group', { name: 'today' }).getByLabel('Database, encrypted').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByLabel('Encrypt the keys where they are')).toBeChecked();
  await goTo(page, 'Runbook');
  await page.getByLabel('Done').first().focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(/^1 of \d+ ticks done$/)).toBeVisible();
});

test('in print there is the runbook and nothing else', async ({ page }) => {
  await begin(page, 'plain');
  await goTo(page, 'Runbook');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Steps' })).toBeHidden();
  await expect(page.getByRole('complementary', { name: 'Files' })).toBeHidden();
  await expect(page.getByRole('heading', { name: /Decide about the old backups/ })).toBeVisible();
  // All of it is on paper, not what fits into the window.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeGreaterThan(1_500);
});
