import { expect, type Page } from '@playwright/test';
import { expectClean } from './axe';
import { goTo, startNew } from './bundle';
import { test } from './fixtures';

/** The table of nodes: what hands and keyboard do with it, with one node and with a thousand. */

const names = (page: Page) =>
  page
    .getByRole('table', { name: 'Nodes' })
    .getByRole('textbox', { name: /^Name of node/ })
    .evaluateAll((fields) => fields.map((field) => (field instanceof HTMLInputElement ? field.value : '')));
const newName = (page: Page) => page.getByRole('textbox', { name: 'Name of a new node' });

async function add(page: Page, ...lines: string[]) {
  for (const line of lines) {
    await newName(page).fill(line);
    await newName(page).press('Enter');
  }
}

async function addList(page: Page, lines: string[]) {
  await page.getByRole('button', { name: 'Paste a list' }).click();
  await page.getByRole('textbox', { name: 'List of nodes' }).fill(lines.join('\n'));
  await page.getByRole('button', { name: /^Add \d+ nodes?$/ }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

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

test('a name and Enter make a node, and the next can be typed at once', async ({ page }) => {
  await startNew(page);
  await newName(page).focus();
  await page.keyboard.type('bank1\n');
  await page.keyboard.type('mediator med1\n');
  await page.keyboard.type('\n');
  expect(await names(page)).toEqual(['participant1', 'bank1', 'med1', 'participant2']);
  await expect(page.getByLabel('Kind of med1')).toHaveValue('mediator');
  await expect(newName(page)).toBeFocused();
});

test('Enter in a name goes to the next one, and from the last to a new one', async ({ page }) => {
  await startNew(page);
  await add(page, 'bank1');
  await page.getByLabel('Name of node 1').press('Enter');
  await expect(page.getByLabel('Name of node 2')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(newName(page)).toBeFocused();
});

test('several lines pasted into a name open the list, and what is not understood stays in it', async ({ page }) => {
  await startNew(page);
  await newName(page).focus();
  await paste(page, 'participant bank1\nsequencer seq1\nvalidator val1\nmediator med1');
  await expect(
    page.getByText('3 nodes understood: 1 participant, 1 sequencer, 1 mediator. 1 line to look at.'),
  ).toBeVisible();
  await expect(page.getByText('Line 3: “validator” is no kind of node.')).toBeVisible();
  await page.getByRole('button', { name: 'Add 3 nodes' }).click();
  const list = page.getByRole('textbox', { name: 'List of nodes' });
  await expect(list).toHaveValue('validator val1');
  await list.fill('val1');
  await page.getByLabel('A line with a name alone is a').selectOption('Mediator');
  await page.getByRole('button', { name: 'Add 1 node' }).click();
  expect(await names(page)).toEqual(['participant1', 'bank1', 'seq1', 'med1', 'val1']);
  await expect(page.getByLabel('Kind of val1')).toHaveValue('mediator');
  await expect(newName(page)).toBeFocused();
});

test('one answer can be given to many, which can be copied and removed, and all of it undone', async ({ page }) => {
  await startNew(page);
  await add(page, 'bank1', 'sequencer seq1', 'mediator med1');
  await page.getByLabel('Select bank1').check();
  await page.getByLabel('Select med1').click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: 'Selected nodes' });
  await expect(bar.getByText('3 nodes selected')).toBeVisible();

  await bar.getByLabel('Storage of 3 nodes').selectOption('H2');
  await bar.getByLabel('Custody of 3 nodes').selectOption('No KMS');
  await expect(page.getByLabel('Storage of participant1')).toHaveValue('postgres');
  for (const name of ['bank1', 'seq1', 'med1']) {
    await expect(page.getByLabel(`Storage of ${name}`)).toHaveValue('h2');
    await expect(page.getByLabel(`Custody of ${name}`)).toHaveValue('none');
  }
  await expect(page.getByText('holds only the schemes it needs to talk to them')).toBeVisible();

  await bar.getByRole('button', { name: 'Duplicate' }).click();
  expect(await names(page)).toEqual(['participant1', 'bank1', 'bank2', 'seq1', 'seq2', 'med1', 'med2']);
  await bar.getByRole('button', { name: 'Remove' }).click();
  expect(await names(page)).toEqual(['participant1', 'bank2', 'seq2', 'med2']);
  await expect(bar).toHaveCount(0);

  for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: 'Undo' }).click();
  expect(await names(page)).toEqual(['participant1', 'bank1', 'seq1', 'med1']);
  await expect(page.getByLabel('Custody of bank1')).toHaveValue('external');
});

test('the order can be changed with the keyboard, and the focus goes along', async ({ page }) => {
  await startNew(page);
  await add(page, 'bank1', 'bank2');
  await page.getByLabel('Storage of participant1').focus();
  await page.keyboard.press('Alt+ArrowDown');
  expect(await names(page)).toEqual(['bank1', 'participant1', 'bank2']);
  await expect(page.getByLabel('Storage of participant1')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'participant1 is now 2 of 3.' })).toHaveCount(1);
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  expect(await names(page)).toEqual(['participant1', 'bank1', 'bank2']);

  await page.getByLabel('Select bank2').check();
  await page.getByRole('button', { name: 'Move 1 node up' }).click();
  expect(await names(page)).toEqual(['participant1', 'bank2', 'bank1']);
  await expect(page.getByLabel('Select bank2')).toBeChecked();
});

test('an error stands under its row, belongs to its field, and can be mended with a click', async ({ page }) => {
  await startNew(page);
  await add(page, 'bank1', 'bank1');
  const second = page.getByLabel('Name of node 3');
  await expect(second).toHaveAttribute('aria-invalid', 'true');
  await expect(second).toHaveAccessibleDescription(/Another node is called bank1 already/);
  await expect(page.getByLabel('Name of node 2')).not.toHaveAttribute('aria-invalid');
  await page.getByRole('button', { name: 'Give this one a free name' }).click();
  await expect(second).toHaveValue('bank2');
  await expect(second).not.toHaveAttribute('aria-invalid');
});

test('the filter shows nodes by their answers or by their problems', async ({ page }) => {
  await startNew(page);
  await addList(page, [
    'participant eu1',
    'participant eu2',
    'sequencer eu3',
    'mediator us1',
    'mediator us2',
    'mediator b!d',
  ]);
  const filter = page.getByRole('searchbox', { name: 'Show nodes with' });
  await filter.fill('eu part');
  expect(await names(page)).toEqual(['eu1', 'eu2']);
  await expect(page.getByText('2 of 7 nodes')).toBeVisible();
  await page.getByLabel('Select all nodes shown').check();
  await expect(page.getByText('2 nodes selected')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Move 2 nodes up' })).toBeDisabled();
  await filter.fill('');
  await page.getByLabel('Only with problems (1)').check();
  expect(await names(page)).toEqual(['b!d']);
});

test('a node has its findings a click away, and they lead to the answer in another step', async ({ page }) => {
  await startNew(page);
  await page.getByLabel('Custody of participant1').selectOption('Envelope');
  await page.getByLabel('Storage of participant1').selectOption('Memory');
  await expect(page.getByText('Envelope encryption needs a database')).toHaveCount(2);
  const button = page.getByRole('button', { name: /^Findings for participant1/ });
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await page.getByRole('button', { name: 'Store its data in PostgreSQL' }).click();
  await expect(page.getByLabel('Storage of participant1')).toHaveValue('postgres');

  await goTo(page, 'Mode');
  await page.getByRole('radio', { name: /^You/ }).check();
  await goTo(page, 'Nodes');
  await page.getByRole('button', { name: /^Findings for participant1. Error: 1/ }).click();
  await page.getByRole('button', { name: 'Go to this answer in Mode' }).click();
  await expect(page.getByLabel('Wrapper key of participant1')).toBeFocused();
});

test('a thousand nodes stay usable: few are built, every one can be reached', async ({ page }) => {
  await startNew(page);
  await addList(
    page,
    Array.from({ length: 1000 }, (_, at) => `participant node${at}`),
  );
  const table = page.getByRole('table', { name: 'Nodes' });
  await expect(table).toHaveAttribute('aria-rowcount', '1002');
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, 0));
  const first = page.getByLabel('Name of node 1', { exact: true });
  await first.fill('renamed');
  expect(await table.getByRole('row').count()).toBeLessThan(250);

  await page.getByRole('main').evaluate((main) => main.scrollTo(0, main.scrollHeight / 2));
  const middle = page.getByLabel('Name of node 501', { exact: true });
  await middle.fill('not a name');
  await expect(middle).toHaveAttribute('aria-invalid', 'true');
  await middle.press('Enter');
  await expect(page.getByLabel('Name of node 502', { exact: true })).toBeFocused();

  await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: 'Mode' }).click();
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: 'Nodes' }).click();
  await page.getByRole('searchbox', { name: 'Show nodes with' }).fill('node998');
  expect(await names(page)).toEqual(['node998']);
});

test('whoever is led to an answer finds it, far down in the table and behind a filter', async ({ page }) => {
  await startNew(page);
  await addList(
    page,
    Array.from({ length: 200 }, (_, at) => (at === 150 ? 'mediator b@d' : `participant node${at}`)),
  );
  await page.getByRole('searchbox', { name: 'Show nodes with' }).fill('node1');
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: 'Review' }).click();
  await page.getByRole('main').getByRole('button', { name: /b@d/ }).first().click();
  await expect(page.getByLabel('Name of node 152', { exact: true })).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the nodes are a list, and each has a panel of its own', async ({ page }) => {
    await startNew(page);
    await add(page, 'bank1', 'mediator med1');
    const list = page.getByRole('list', { name: 'Nodes' });
    await expect(list.getByRole('button')).toHaveCount(3);
    await list.getByRole('button', { name: /med1/ }).click();
    const panel = page.getByRole('region', { name: 'med1' });
    await expect(panel.getByRole('heading', { name: 'med1' })).toBeFocused();
    await panel.getByLabel('Custody').selectOption('No KMS');
    await panel.getByRole('button', { name: 'Previous node' }).click();
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await expect(name).toHaveValue('bank1');
    await name.fill('bank 1');
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await page.getByRole('button', { name: 'All nodes' }).click();
    await expect(list.getByRole('button', { name: /med1.*No KMS/ })).toBeVisible();
    await expect(list.getByRole('button', { name: /bank 1.*1 problem/ })).toBeVisible();
  });
});

test.describe('for everybody', () => {
  test('axe finds nothing while nodes are selected, wrong, pasted, and many', async ({ page }) => {
    await startNew(page);
    await add(page, 'bank1', 'bank1', 'mediator m!d');
    await page.getByLabel('Select all nodes shown').check();
    await page.getByLabel('Storage of 4 nodes').selectOption('Memory');
    for (const button of await page.getByRole('button', { name: /^Findings for/ }).all()) await button.click();
    await expectClean(page, 'selected nodes with all findings open');
    await page.getByRole('button', { name: 'Paste a list' }).click();
    await page.getByRole('textbox', { name: 'List of nodes' }).fill('mediator med1\nvalidator val1');
    await expectClean(page, 'a list with a problem');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await addList(
      page,
      Array.from({ length: 300 }, (_, at) => `participant node${at}`),
    );
    await page.getByRole('main').evaluate((main) => main.scrollTo(0, 0));
    await expectClean(page, 'hundreds of nodes');
  });

  test('axe finds nothing in the panel of a node on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await startNew(page);
    await expectClean(page, 'the list');
    await page.getByRole('list', { name: 'Nodes' }).getByRole('button').click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('m!d');
    await expectClean(page, 'the panel');
  });
});
