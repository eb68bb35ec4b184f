import { expect, type Page } from '@playwright/test';
import { encodeLink } from '../src/core/link/encode';
import { external, newKms, newNode, newPlan } from '../src/core/plan/defaults';
import type { Plan } from '../src/core/plan/plan';
import { writePlanFile } from '../src/core/plan/plan-file';
import { goTo } from './bundle';
import { test } from './fixtures';

/** What Review says about a plan: grouped by how bad it is, whose answer it is, and all of it for whoever wants that. */

const aws = { ...newKms('aws', 'kms1'), region: 'eu-central-1' };

/** Every node forgets its keys, and every second one has no name. */
function plan(nodes: number, change: Partial<Plan> = {}): Plan {
  return {
    ...newPlan(),
    kms: [aws],
    nodes: Array.from({ length: nodes }, (_, index) => ({
      ...newNode('participant', index % 2 === 0 ? `bank${index}` : '', external('kms1')),
      storage: 'memory' as const,
    })),
    ...change,
  };
}

async function openFile(page: Page, opened: Plan): Promise<void> {
  await page.goto('./');
  await page.getByLabel('Open a plan.json').setInputFiles({
    name: 'plan.json',
    mimeType: 'application/json',
    buffer: Buffer.from(writePlanFile(opened)),
  });
  await expect(page.getByRole('heading', { name: 'Which nodes do you run?' })).toBeVisible();
}

const group = (page: Page, name: RegExp) => page.getByRole('main').getByRole('region', { name });

test('findings stand in groups, the worst first, each with its count', async ({ page }) => {
  await page.goto(`./#/review/${await encodeLink(plan(4, { kms: [{ ...aws, disableSslVerification: true }] }))}`);
  const headings = page.getByRole('main').getByRole('heading', { level: 3 });
  await expect(headings.first()).toHaveText(/^(Security|Warnings) \d+$/);
  const texts = await headings.allTextContents();
  const order = ['Security', 'Warnings', 'Notes'];
  const groups = texts.map((text) => order.findIndex((word) => text.startsWith(word)));
  expect(groups).toEqual([...groups].sort());
  for (const text of texts) {
    const [, word, count] = /^(\w+) (\d+)$/.exec(text) ?? [];
    await expect(group(page, new RegExp(`^${word} `)).getByRole('listitem')).toHaveCount(Number(count));
  }
});

test('a finding says whose answer it is about and leads there', async ({ page }) => {
  await page.goto(`./#/review/${await encodeLink(plan(3))}`);
  await group(page, /^Warnings/)
    .getByRole('button', { name: 'bank2', exact: true })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Which nodes do you run?' })).toBeVisible();
});

test('of a thousand nodes the first findings are shown, and all of them on demand', async ({ page }) => {
  test.setTimeout(240_000);
  await openFile(page, plan(1_000));
  await goTo(page, 'Review');
  const warnings = group(page, /^Warnings/).getByRole('listitem');
  await expect(warnings).toHaveCount(10);
  const all = group(page, /^Warnings/).getByRole('button', { name: /^Show all [\d,]+ warnings$/ });
  const count = Number((await all.textContent())?.replaceAll(/\D/g, ''));
  expect(count).toBeGreaterThanOrEqual(1_000);
  await all.click();
  await expect(warnings).toHaveCount(count);
  await expect(warnings.nth(10).getByRole('button').first()).toBeFocused();

  const errors = page.getByRole('main').getByRole('region', { name: /^500 answers stop/ });
  await expect(errors.getByRole('listitem')).toHaveCount(30);
  await page.getByRole('button', { name: 'Show all 500 answers to mend' }).click();
  await expect(errors.getByRole('listitem')).toHaveCount(500);
  await expect(errors.getByRole('button').nth(30)).toBeFocused();
});

test('an answer that a line has no field for can be cleared from its finding', async ({ page }) => {
  const nodes = plan(2).nodes.map((node, index) => ({
    ...node,
    name: `bank${index}`,
    parallelism: { signatureVerification: '4', encryption: '' },
  }));
  await page.goto(`./#/review/${await encodeLink(plan(2, { release: '3.4', nodes }))}`);
  const said = group(page, /^Notes/).getByText(/Canton 3.4 has no such setting/);
  await expect(said).toHaveCount(2);
  await group(page, /^Notes/)
    .getByRole('button', { name: 'Clear the answer of all nodes' })
    .first()
    .click();
  await expect(said).toHaveCount(0);
});
