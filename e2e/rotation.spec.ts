import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { downloadBundle, goTo } from './bundle';
import { test } from './fixtures';
import { fingerprint, inventory, openRotation, paste, printed } from './inventory';

/** Rotating the keys of running nodes: what was found goes in, which keys are replaced comes out. */

/** Takes the inventory over, says where the KMS is, and goes on to what should be rotated. */
async function ready(page: Page) {
  await openRotation(page, inventory);
  await page.getByRole('button', { name: 'Take over 3 nodes' }).click();
  await goTo(page, 'Provider');
  await page.getByRole('combobox', { name: 'Region' }).fill('eu-central-1');
  await goTo(page, 'Rotation');
}

async function bundleOf(page: Page) {
  await goTo(page, 'Review');
  const files = await downloadBundle(page);
  return { files, task: JSON.parse(files['plan.json'] ?? '{}').task };
}

const script = (files: Record<string, string>, end: string) => {
  const name = Object.keys(files).find((file) => file.endsWith(end));
  return name === undefined ? '' : (files[name] ?? '');
};

test('an inventory among a console’s noise is taken over, and the nodes follow', async ({ page }) => {
  await openRotation(
    page,
    `${inventory}\r\nLOST\tenv-2\tparticipant\t${fingerprint(99)}\r\nNODE\tbank-9\tparticipant\tdoes not answer`,
  );
  await expect(
    page.getByText('3 nodes: 3 participants. 15 keys. 1 line to look at. 1 other line skipped.'),
  ).toBeVisible();
  await expect(page.getByText('bank-9 did not answer.')).toBeVisible();
  await page.getByRole('button', { name: 'Take over 3 nodes' }).click();
  await expect(page.getByLabel('What the script printed')).toHaveValue('NODE\tbank-9\tparticipant\tdoes not answer');
  const found = page.getByRole('table', { name: 'What was found' });
  await expect(found.getByRole('row', { name: /bank-1/ })).toContainText('1 authentication, 1 signing, 1 encryption');
  await expect(found.getByRole('row', { name: /env-1/ })).toContainText('envelope encryption');
  await expect(found.getByRole('row', { name: /^env-2/ })).toContainText('1 announced key without a private key here');

  await goTo(page, 'Nodes');
  await expect(page.getByLabel('Custody of bank-1')).toHaveValue('external');
  await expect(page.getByLabel('Custody of env-2')).toHaveValue('envelope');
});

test('the script can be saved before anything is known, and its output comes back as a file', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: /Rotate the keys of running nodes/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('main').getByRole('button', { name: 'Save inventory.sc' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('keys.secret.list()');
  const buffer = Buffer.from(inventory);
  await page
    .getByLabel("File with the script's output")
    .setInputFiles({ name: 'inventory.tsv', mimeType: 'text/tab-separated-values', buffer });
  await page.getByRole('button', { name: 'Take over 3 nodes' }).click();
  await expect(page.getByText('Taken over. 3 nodes: 3 participants. 15 keys.')).toBeVisible();
  await expect(page.getByLabel('What the script printed')).toHaveValue('');
});

test('wrapper keys are rotated both ways: made by the node, and to one that exists', async ({ page }) => {
  await ready(page);
  await page.getByLabel('All nodes with envelope encryption (2)').check();
  await page.getByLabel('New wrapper key for env-2').selectOption('A KMS key that exists');
  const id = page.getByLabel('KMS key id for env-2');
  await expect(id).toHaveAttribute('aria-invalid', 'true');
  await id.fill('mrk-1234abcd12ab34cd56ef1234567890ab');
  await expect(id).not.toHaveAttribute('aria-invalid');
  await expect(page.getByText('2 wrapper keys are replaced.')).toBeVisible();
  const { files, task } = await bundleOf(page);
  expect(task.wrappers).toEqual([
    { node: 'env-1', from: 'wrapper-env-1', to: { type: 'generated' } },
    { node: 'env-2', from: 'wrapper-env-2', to: { type: 'given', id: 'mrk-1234abcd12ab34cd56ef1234567890ab' } },
  ]);
  expect(script(files, 'rotate-wrapper-env-1.sc')).toContain('"wrapper-env-1"');
  expect(script(files, 'rotate-wrapper-env-2.sc')).toContain('"mrk-1234abcd12ab34cd56ef1234567890ab"');
});

test('keys are rotated both ways, by hand and by paste, with a pause or without', async ({ page }) => {
  await ready(page);
  const keys = page.getByRole('list', { name: 'Keys of bank-1' });
  await keys.getByRole('checkbox', { name: /^Sequencer authentication of bank-1/ }).check();
  await expect(page.getByLabel('Its name for Sequencer authentication of bank-1')).toHaveValue(
    'bank-1-sequencer-auth-2',
  );
  await page.getByLabel('New key for Sequencer authentication of bank-1').selectOption('Made by the node, EC-P384');
  await keys.getByRole('checkbox', { name: /^Protocol signing of bank-1/ }).check();
  await page.getByLabel('New key for Protocol signing of bank-1').selectOption('A KMS key that exists');
  await expect(page.getByText("A key of the old one's kind is ECC_NIST_P256, for SIGN_VERIFY.")).toBeVisible();
  await page.getByLabel('KMS key id for Protocol signing of bank-1').fill('1234abcd-12ab-34cd-56ef-123456789001');

  await page.getByRole('button', { name: 'Paste a list' }).click();
  const list = page.getByRole('textbox', { name: 'List of keys' });
  await list.fill(
    [
      `${fingerprint(19)}\t1234abcd-12ab-34cd-56ef-123456789002\tnew-encryption`,
      `${fingerprint(16)}\t1234abcd-12ab-34cd-56ef-123456789003`,
    ].join('\n'),
  );
  await expect(page.getByText('Line 2: This is the root key of bank-1: it is never rotated.')).toBeVisible();
  await page.getByRole('button', { name: 'Rotate 1 key' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Paste a list' })).toBeFocused();
  await expect(page.getByLabel('Its name for Encryption of bank-1')).toHaveValue('new-encryption');
  await expect(page.getByText('3 keys of 1 node are replaced.')).toBeVisible();

  const paused = await bundleOf(page);
  expect(paused.task.pause).toBe(true);
  expect(paused.task.keys).toEqual([
    {
      node: 'bank-1',
      fingerprint: fingerprint(17),
      to: { type: 'generated', spec: 'ec-p-384' },
      name: 'bank-1-sequencer-auth-2',
    },
    {
      node: 'bank-1',
      fingerprint: fingerprint(18),
      to: { type: 'given', kmsKeyId: '1234abcd-12ab-34cd-56ef-123456789001' },
      name: 'bank-1-signing-2',
    },
    {
      node: 'bank-1',
      fingerprint: fingerprint(19),
      to: { type: 'given', kmsKeyId: '1234abcd-12ab-34cd-56ef-123456789002' },
      name: 'new-encryption',
    },
  ]);
  const scripts = (files: Record<string, string>) => Object.keys(files).filter((name) => /^\d+-.*\.sc$/.test(name));
  expect(scripts(paused.files)).toHaveLength(2);
  expect(script(paused.files, 'announce-bank-1.sc')).toContain(fingerprint(18));

  await goTo(page, 'Rotation');
  await page.getByLabel('Pause for a backup').uncheck();
  const { files } = await bundleOf(page);
  expect(scripts(files)).toHaveLength(1);
});

test('a wrapper key that the configuration names is shown to go', async ({ page }) => {
  await ready(page);
  await goTo(page, 'Mode');
  await page.getByRole('radio', { name: /^You/ }).check();
  await page.getByLabel('Wrapper key of env-1').fill('1234abcd-12ab-34cd-56ef-1234567890ab');
  await goTo(page, 'Rotation');
  await expect(page.getByRole('deletion')).toHaveCount(0);
  await page.getByRole('checkbox', { name: /^Wrapper key of env-1/ }).check();
  await expect(page.getByRole('deletion')).toHaveText('− wrapper-key-id = "1234abcd-12ab-34cd-56ef-1234567890ab"');
});

test('a key is deleted only by its whole fingerprint, and a restore gets its scripts', async ({ page }) => {
  await ready(page);
  await page.locator('summary', { hasText: 'Delete retired keys' }).click();
  await page.getByRole('button', { name: 'Name a key to be deleted' }).click();
  const field = page.getByLabel('Fingerprint, in full for deletion 1');
  await page.getByLabel('Node for deletion 1').selectOption('env-1');
  await field.fill(fingerprint(20).slice(0, 20));
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill(fingerprint(20));
  await expect(page.getByLabel('Node for deletion 1')).toHaveValue('bank-1');
  await expect(page.getByText('bank-1-retired, protocol signing; the KMS key')).toBeVisible();
  await page.getByLabel('The node is pruned up to for deletion 1').fill('2026-11-01T00:00:00Z');
  await page.locator('summary', { hasText: 'After a restore' }).click();
  await page.getByLabel('Add the scripts that put a restored node right').check();
  const { files, task } = await bundleOf(page);
  expect(task.deletions).toEqual([
    { node: 'bank-1', fingerprint: fingerprint(20), retiredBefore: '2026-11-01T00:00:00Z' },
  ]);
  expect(script(files, 'delete-bank-1.sc')).toContain(fingerprint(20));
  expect(Object.keys(files).some((name) => name.startsWith('restore-1-'))).toBe(true);
});

test('what was answered survives a reload, and comes back from a plan.json', async ({ page, newVisitor }) => {
  await ready(page);
  await page.getByLabel('All keys (9)').check();
  await page.getByLabel('Its name for Encryption of env-2').fill('mine');
  await page.reload();
  await expect(page.getByLabel('Its name for Encryption of env-2')).toHaveValue('mine');
  const { files } = await bundleOf(page);

  const other = await newVisitor();
  await other.goto('./');
  await other.getByLabel('Open a plan.json').setInputFiles({
    name: 'plan.json',
    mimeType: 'application/json',
    buffer: Buffer.from(files['plan.json'] ?? ''),
  });
  await goTo(other, 'Rotation');
  await expect(other.getByLabel('Its name for Encryption of env-2')).toHaveValue('mine');
  await expect(other.getByLabel('All keys (9)')).toBeChecked();
});

test('a key that is announced no more is told, and can be left out', async ({ page }) => {
  await ready(page);
  await page.getByRole('checkbox', { name: /^Protocol signing of bank-1/ }).check();
  await goTo(page, 'Inventory');
  await page.getByLabel('What the script printed').focus();
  await paste(page, printed('bank-1', 'external', 7).join('\n'));
  await page.getByRole('button', { name: 'Take over 1 node' }).click();
  await goTo(page, 'Rotation');
  await expect(page.getByText('Not among the announced keys.')).toBeVisible();
  await expect(page.getByLabel('Fingerprint of the old key of bank-1')).toHaveValue(fingerprint(18));
  await page.getByRole('button', { name: 'Leave it out' }).click();
  await expect(page.getByText('Nothing yet: no key is chosen.')).toBeVisible();
});

test('a thousand nodes stay usable: few are built, every one can be found', async ({ page }) => {
  // Seconds on a quiet machine; with others at work on it, two minutes.
  test.setTimeout(300_000);
  const lines = Array.from({ length: 1000 }, (_, at) =>
    printed(`node${at}`, at % 2 === 0 ? 'external' : 'envelope', at + 1),
  );
  await openRotation(page, lines.flat().join('\n'));
  await page.getByRole('button', { name: 'Take over 1000 nodes' }).click();
  const found = page.getByRole('table', { name: 'What was found' });
  await expect(found).toHaveAttribute('aria-rowcount', '1001');
  expect(await found.getByRole('row').count()).toBeLessThan(250);
  await page.getByRole('searchbox', { name: 'Show nodes with' }).fill('node998');
  await expect(found.getByRole('row')).toHaveCount(2);

  await goTo(page, 'Rotation');
  await page.getByLabel('All keys (3000)').check();
  await expect(page.getByText('3000 keys of 1000 nodes are replaced.')).toBeVisible();
  expect(await page.getByRole('list', { name: /^Keys of / }).count()).toBeLessThan(60);
  await page.getByRole('searchbox', { name: 'Show keys with' }).fill('node998');
  await page.getByLabel('Its name for Encryption of node998').fill('');
  await goTo(page, 'Review');
  await page
    .getByRole('main')
    .getByRole('button', { name: /Give the new key a name/ })
    .first()
    .click();
  await expect(page.getByLabel('Its name for Encryption of node998')).toBeFocused();
});
