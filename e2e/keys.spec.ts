import { expect, type Page } from '@playwright/test';
import { expectClean } from './axe';
import { downloadBundle, goTo, startNew } from './bundle';
import { test } from './fixtures';

/** The step Keys: keys that exist before the nodes, by hand, from a table and by a pattern. */

/** A sequencer, a mediator and a bank with their keys in AWS. */
async function network(page: Page) {
  await startNew(page);
  await page.getByLabel('Name of node 1').fill('bank1');
  for (const line of ['sequencer seq1', 'mediator med1']) {
    const field = page.getByRole('textbox', { name: 'Name of a new node' });
    await field.fill(line);
    await field.press('Enter');
  }
  await goTo(page, 'Provider');
  await page.getByRole('combobox', { name: 'Region' }).fill('eu-central-1');
  await goTo(page, 'Keys');
}

const fold = (page: Page, title: string) => page.locator('summary', { hasText: title });
const brought = (page: Page) => page.getByRole('radio', { name: /^brought by you/ });

/** A key id as AWS gives them out; each number is another key. */
const id = (number: number) => `1234abcd-12ab-34cd-56ef-12345678${String(number).padStart(4, '0')}`;

const table = [
  'Node\tNamespace\tSequencer auth\tSigning\tEncryption',
  ['bank1', id(1), id(2), id(3), id(4)].join('\t'),
  ['seq1', id(11), id(12), id(13), ''].join('\t'),
  ['med1', id(21), id(22), id(23), ''].join('\t'),
];

/** Pastes as a person does, into the field that has the focus. */
async function paste(page: Page, text: string) {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** The nodes of the plan that a downloaded bundle holds. */
async function planOf(page: Page) {
  await goTo(page, 'Review');
  const files = await downloadBundle(page);
  return { files, plan: JSON.parse(files['plan.json'] ?? '{}') };
}

test('keys of three nodes are brought by one paste, and reach the files', async ({ page }) => {
  await network(page);
  await brought(page).check();
  await expect(page.getByRole('table', { name: 'Make the keys as' })).toContainText('ECC_NIST_P256');
  await page.getByLabel('Namespace key of bank1').focus();
  await paste(page, [...table, 'bank9\tx'].join('\n'));
  await expect(page.getByText('10 keys of 3 nodes understood. 1 line to look at.')).toBeVisible();
  await expect(page.getByText('Line 5: The plan has no node bank9.')).toBeVisible();
  await page.getByRole('button', { name: 'Take the keys of 3 nodes' }).click();
  const box = page.getByRole('textbox', { name: 'Table of keys' });
  await expect(box).toHaveValue(`${table[0]}\nbank9\tx`);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Paste a table' })).toBeFocused();

  await expect(page.getByLabel('Encryption key of bank1')).toHaveValue(id(4));
  await expect(page.getByLabel('Protocol signing key of med1')).toHaveValue(id(23));
  await expect(page.getByLabel('Encryption key of seq1')).toHaveCount(0);
  await page.getByLabel('Address of the sequencer').fill('https://seq1.example.com:5001');
  await fold(page, 'Identity').click();
  await page.getByLabel('Identifier of bank1').fill('first-bank');

  const { plan, files } = await planOf(page);
  expect(files['bank1-kms.conf']).toContain('manual');
  const script = Object.keys(files).find((name) => /identity-bank1\.sc$/.test(name)) ?? 'no script';
  for (const number of [1, 2, 3, 4]) expect(files[script]).toContain(id(number));
  expect(files[script]).toContain('first-bank');
  expect(plan.nodes[0].custody.keys).toEqual({
    type: 'given',
    namespace: id(1),
    sequencerAuth: id(2),
    signing: id(3),
    encryption: id(4),
  });
  expect(plan.nodes[0].identifier).toBe('first-bank');
  expect(plan.nodes[1].custody.keys).toMatchObject({ namespace: id(11), encryption: '' });
  expect(plan.nodes[2].custody.keys).toMatchObject({ signing: id(23), encryption: '' });
  expect(plan.synchronizer).toEqual({ alias: '', sequencerUrl: 'https://seq1.example.com:5001' });
});

test('a pattern fills the keys of all nodes, and one undo takes it back', async ({ page }) => {
  await network(page);
  await brought(page).check();
  await page.getByLabel('Namespace key of seq1').fill(id(11));
  const pattern = page.getByLabel('A naming pattern');
  await pattern.fill('alias/{name}-{purpose}');
  await expect(page.getByText('Only {node} and {purpose} are filled in, not {name}.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Fill the keys of 3 nodes' })).toBeDisabled();
  await pattern.fill('alias/prod-{node}-{purpose}');
  await expect(page.getByText('bank1: alias/prod-bank1-namespace, alias/prod-bank1-sequencer-auth')).toBeVisible();
  await page.getByRole('button', { name: 'Fill the keys of 3 nodes' }).click();
  await expect(page.getByLabel('Namespace key of seq1')).toHaveValue('alias/prod-seq1-namespace');
  await expect(page.getByLabel('Encryption key of bank1')).toHaveValue('alias/prod-bank1-encryption');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('Namespace key of seq1')).toHaveValue(id(11));
  await expect(page.getByLabel('Encryption key of bank1')).toHaveValue('');
});

test('fleets may be mixed, and one node has plain fields with what each key must be', async ({ page }) => {
  await network(page);
  const scope = page.getByLabel('These answers are for');
  await scope.selectOption('bank1');
  await brought(page).check();
  await expect(page.getByLabel('Encryption key', { exact: true })).toHaveAccessibleDescription(
    /KeySpec RSA_2048, KeyUsage ENCRYPT_DECRYPT/,
  );
  await scope.selectOption('all 3 nodes with a KMS');
  await expect(page.getByText('The nodes differ: 1 brought, 2 made by Canton.')).toBeVisible();
  await expect(page.getByLabel('Encryption key', { exact: true })).toBeVisible();
  await goTo(page, 'Mode');
  await expect(
    page.getByText("You bring those of bank1; Canton makes the others at a node's first start."),
  ).toBeVisible();
  await page.getByRole('button', { name: 'See the keys' }).click();
  await expect(page.getByRole('heading', { name: 'Who makes the keys?' })).toBeFocused();
});

test('what is missing leads to its field, on the page of another node too', async ({ page }) => {
  await network(page);
  await brought(page).check();
  const scope = page.getByLabel('These answers are for');
  const mend = page.getByRole('contentinfo').getByRole('button', { name: '1 answer to mend' });
  await page.getByRole('button', { name: 'Fill the keys of 3 nodes' }).click();
  await scope.selectOption('seq1');
  await mend.click();
  await expect(page.getByLabel('Address of the sequencer')).toBeFocused();
  await page.keyboard.type('https://seq1.example.com:5001');
  await page.getByLabel('Namespace key of bank1').fill('');
  await scope.selectOption('seq1');
  await mend.click();
  await expect(page.getByLabel('Namespace key', { exact: true })).toBeFocused();
  await expect(scope).toHaveValue('0');
});

test('the root key can be put away behind an intermediate one', async ({ page }) => {
  await network(page);
  await fold(page, 'Intermediate namespace key').click();
  await page.getByLabel('Delegate to an intermediate key').check();
  await expect(page.getByRole('radio', { name: /^Everything but delegations/ })).toBeChecked();
  await expect(page.getByText(/disable the key in AWS KMS, or deny the node kms:Sign/)).toBeVisible();
  await page.getByLabel('Intermediate key of bank1').fill(id(31));
  await page.getByRole('radio', { name: /^Everything It/ }).check();
  const scope = page.getByLabel('These answers are for');
  await scope.selectOption('seq1');
  await fold(page, 'Intermediate namespace key').click();
  await page.getByLabel('Delegate to an intermediate key').uncheck();
  await scope.selectOption('all 3 nodes with a KMS');
  await fold(page, 'Intermediate namespace key').click();
  await expect(page.getByText('The intermediate keys differ between the 3 nodes')).toBeVisible();
  await page.getByRole('button', { name: 'Take those of bank1 for all' }).click();
  await expect(page.getByLabel('Intermediate key of bank1')).toHaveValue(id(31));
  await expect(page.getByLabel('Intermediate key of seq1')).toHaveValue('');
  const { plan } = await planOf(page);
  expect(plan.nodes.map((node: { intermediate: unknown }) => node.intermediate)).toEqual([
    { type: 'on', keyId: id(31), restriction: 'all-mappings' },
    { type: 'on', keyId: '', restriction: 'all-mappings' },
    { type: 'on', keyId: '', restriction: 'all-mappings' },
  ]);
});

test('the step can be done with the keyboard alone', async ({ page }) => {
  await network(page);
  const tabTo = async (name: RegExp, role: 'button' | 'radio' | 'textbox') => {
    const target = page.getByRole(role, { name }).first();
    for (let press = 0; press < 80; press++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  await tabTo(/^made by Canton/, 'radio');
  await page.keyboard.press('ArrowDown');
  await expect(brought(page)).toBeChecked();
  await tabTo(/^A naming pattern/, 'textbox');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Protocol signing key of med1')).toHaveValue('alias/med1-signing');
  await tabTo(/^Paste a table/, 'button');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(`bank1 ${id(1)}`);
  await tabTo(/^Take the keys of 1 node/, 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Paste a table' })).toBeFocused();
  await tabTo(/^Namespace key of bank1/, 'textbox');
  await expect(page.getByLabel('Namespace key of bank1')).toHaveValue(id(1));
});

test('a thousand nodes are filled at once, and the page holds a part of them', async ({ page }) => {
  await startNew(page);
  await page.getByRole('button', { name: 'Paste a list' }).click();
  const names = Array.from({ length: 999 }, (_, at) => `participant node${at}`);
  await page.getByRole('textbox', { name: 'List of nodes' }).fill(names.join('\n'));
  await page.getByRole('button', { name: 'Add 999 nodes' }).click();
  await goTo(page, 'Keys');
  await brought(page).check();
  await page.getByRole('button', { name: 'Fill the keys of 1000 nodes' }).click();
  await expect(page.getByLabel('Signing key of participant1')).toHaveValue('alias/participant1-signing');
  expect(await page.getByLabel(/^Namespace key of/).count()).toBeLessThan(120);
});

for (const width of [1280, 390]) {
  test(`axe finds nothing with everything unfolded, ${width} pixels`, async ({ page }) => {
    await network(page);
    await brought(page).check();
    await page.setViewportSize({ width, height: 844 });
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) fold.open = true;
    });
    await page.getByLabel('Delegate to an intermediate key').check();
    await expectClean(page, 'keys are missing');
    await page.getByRole('button', { name: 'Fill the keys of 3 nodes' }).click();
    await page.getByLabel('Namespace key of bank1').fill('not a key');
    await expectClean(page, 'keys are wrong');
    await page.getByRole('button', { name: 'Paste a table' }).click();
    await page.getByRole('textbox', { name: 'Table of keys' }).fill('bank9\tx');
    await expectClean(page, 'a table that is not understood');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByLabel('These answers are for').selectOption('bank1');
    await expectClean(page, 'one node');
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
  });
}
