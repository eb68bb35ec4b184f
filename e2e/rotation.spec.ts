import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { inventoryHeading } from '../src/core/canton/inventory';
import { expectClean } from './axe';
import { downloadBundle } from './bundle';
import { test } from './fixtures';

/** Rotating the keys of running nodes: what was found goes in, which keys are replaced comes out. */

/** A fingerprint for each number. */
const fingerprint = (number: number) => `1220${number.toString(16).padStart(64, '0')}`;

type Mode = 'external' | 'envelope' | 'plain';

/** What the script prints of a participant; its number tells its keys from those of others. */
function printed(name: string, mode: Mode, number: number): string[] {
  const key = (place: number, purpose: string, usage: string, end: string, more: string[]) =>
    [
      ...['KEY', name, 'participant', `${name}::${fingerprint(number * 16)}`, fingerprint(number * 16), mode],
      ...[fingerprint(number * 16 + place), purpose, usage, `${name}-${end}`],
      mode === 'external' ? `1234abcd-12ab-34cd-56ef-${String(number).padStart(10, '0')}0${place}` : '',
      mode === 'envelope' ? `wrapper-${name}` : '',
      ...more,
    ].join('\t');
  return [
    key(0, 'signing', 'namespace', 'namespace', ['false', 'true', 'EC-P256']),
    key(1, 'signing', 'proof-of-ownership,sequencer-auth', 'sequencer-auth', ['true', 'false', 'EC-P256']),
    key(2, 'signing', 'proof-of-ownership,signing', 'signing', ['true', 'false', 'EC-P256']),
    key(3, 'encryption', '', 'encryption', ['true', 'false', 'RSA-2048']),
    key(4, 'signing', 'proof-of-ownership,signing', 'retired', ['false', 'false', 'EC-P256']),
  ];
}

const inventory = [
  '$ canton run --no-tty inventory.sc -c remote.conf',
  inventoryHeading.join('\t'),
  ...printed('bank-1', 'external', 1),
  ...printed('env-1', 'envelope', 2),
  ...printed('env-2', 'envelope', 3),
].join('\r\n');

async function open(page: Page, text: string) {
  await page.goto('./');
  await page.getByRole('button', { name: /Rotate the keys of running nodes/ }).click();
  await expect(page.getByRole('heading', { name: 'What is there today?' })).toBeVisible();
  await page.getByLabel('What the script printed').focus();
  await paste(page, text);
}

/** Pastes as a person does, into the field that has the focus. */
async function paste(page: Page, text: string) {
  const taken = await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    return event.defaultPrevented;
  }, text);
  if (!taken) await page.keyboard.insertText(text);
}

async function toStep(page: Page, step: string) {
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: step }).click();
  await expect(page.locator('main h1')).toBeFocused();
}

/** Takes the inventory over, says where the KMS is, and goes on to what should be rotated. */
async function ready(page: Page) {
  await open(page, inventory);
  await page.getByRole('button', { name: 'Take over 3 nodes' }).click();
  await toStep(page, 'Provider');
  await page.getByRole('combobox', { name: 'Region' }).fill('eu-central-1');
  await toStep(page, 'Rotation');
}

async function bundleOf(page: Page) {
  await toStep(page, 'Review');
  const files = await downloadBundle(page);
  return { files, task: JSON.parse(files['plan.json'] ?? '{}').task };
}

const script = (files: Record<string, string>, end: string) => {
  const name = Object.keys(files).find((file) => file.endsWith(end));
  return name === undefined ? '' : (files[name] ?? '');
};

test('an inventory among a console’s noise is taken over, and the nodes follow', async ({ page }) => {
  await open(
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

  await toStep(page, 'Nodes');
  await expect(page.getByLabel('Custody of bank-1')).toHaveValue('external');
  await expect(page.getByLabel('Custody of env-2')).toHaveValue('envelope');
});

test('the script can be saved before anything is known, and its output comes back as a file', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: /Rotate the keys of running nodes/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save inventory.sc' }).click();
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

  await toStep(page, 'Rotation');
  await page.getByLabel('Pause for a backup').uncheck();
  const { files } = await bundleOf(page);
  expect(scripts(files)).toHaveLength(1);
});

test('a wrapper key that the configuration names is shown to go', async ({ page }) => {
  await ready(page);
  await toStep(page, 'Mode');
  await page.getByRole('radio', { name: /^You/ }).check();
  await page.getByLabel('Wrapper key of env-1').fill('1234abcd-12ab-34cd-56ef-1234567890ab');
  await toStep(page, 'Rotation');
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
  await toStep(other, 'Rotation');
  await expect(other.getByLabel('Its name for Encryption of env-2')).toHaveValue('mine');
  await expect(other.getByLabel('All keys (9)')).toBeChecked();
});

test('a key that is announced no more is told, and can be left out', async ({ page }) => {
  await ready(page);
  await page.getByRole('checkbox', { name: /^Protocol signing of bank-1/ }).check();
  await toStep(page, 'Inventory');
  await page.getByLabel('What the script printed').focus();
  await paste(page, printed('bank-1', 'external', 7).join('\n'));
  await page.getByRole('button', { name: 'Take over 1 node' }).click();
  await toStep(page, 'Rotation');
  await expect(page.getByText('Not among the announced keys.')).toBeVisible();
  await expect(page.getByLabel('Fingerprint of the old key of bank-1')).toHaveValue(fingerprint(18));
  await page.getByRole('button', { name: 'Leave it out' }).click();
  await expect(page.getByText('Nothing yet: no key is chosen.')).toBeVisible();
});

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

test('a thousand nodes stay usable: few are built, every one can be found', async ({ page }) => {
  // Seconds on a quiet machine; with others at work on it, two minutes.
  test.setTimeout(300_000);
  const lines = Array.from({ length: 1000 }, (_, at) =>
    printed(`node${at}`, at % 2 === 0 ? 'external' : 'envelope', at + 1),
  );
  await open(page, lines.flat().join('\n'));
  await page.getByRole('button', { name: 'Take over 1000 nodes' }).click();
  const found = page.getByRole('table', { name: 'What was found' });
  await expect(found).toHaveAttribute('aria-rowcount', '1001');
  expect(await found.getByRole('row').count()).toBeLessThan(250);
  await page.getByRole('searchbox', { name: 'Show nodes with' }).fill('node998');
  await expect(found.getByRole('row')).toHaveCount(2);

  await toStep(page, 'Rotation');
  await page.getByLabel('All keys (3000)').check();
  await expect(page.getByText('3000 keys of 1000 nodes are replaced.')).toBeVisible();
  expect(await page.getByRole('list', { name: /^Keys of / }).count()).toBeLessThan(60);
  await page.getByRole('searchbox', { name: 'Show keys with' }).fill('node998');
  await page.getByLabel('Its name for Encryption of node998').fill('');
  await toStep(page, 'Review');
  await page
    .getByRole('main')
    .getByRole('button', { name: /Give the new key a name/ })
    .first()
    .click();
  await expect(page.getByLabel('Its name for Encryption of node998')).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    test.describe(`for everybody, ${colorScheme}, ${width} pixels`, () => {
      test.use({ colorScheme, viewport: { width, height: 844 } });

      test('axe finds nothing, and nothing is wider than the page', async ({ page }) => {
        const isNarrow = async (where: string) => {
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(beyond, where).toBeLessThanOrEqual(0);
        };
        await open(page, `${inventory}\nKEY\tcut\nLOST\tenv-2\tparticipant\t${fingerprint(99)}`);
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
}
