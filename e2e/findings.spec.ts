import { expect, type Locator, type Page } from '@playwright/test';
import { encodeLink } from '../src/core/link/encode';
import type { Plan } from '../src/core/plan/plan';
import type { Case } from '../src/core/rules/cases/case';
import { keyIdCases } from '../src/core/rules/cases/key-ids';
import { ownKeyCases } from '../src/core/rules/cases/own-keys';
import { rotationCases } from '../src/core/rules/cases/rotation';
import { keyRotationCases } from '../src/core/rules/cases/rotation-keys';
import type { Finding } from '../src/core/rules/finding';
import { findings } from '../src/core/rules/rules';
import { configurationJourneys } from './findings/configuration';
import { rotationJourneys } from './findings/rotation';
import { fieldAt, type Journey, main, openScreen, type Screen } from './findings/way';
import { test } from './fixtures';

/**
 * Every finding about keys and rotation, as an operator meets it: somebody sends the plan, Review lists the finding and
 * leads to where it stands, and there it goes away by what the operator does about it.
 */

const cases = [...keyIdCases, ...ownKeyCases, ...rotationCases, ...keyRotationCases];
const table = [...configurationJourneys, ...rotationJourneys];
const placed = ({ id, at }: Pick<Journey, 'id' | 'at'>) => `${id} at ${at}`;

/** The plans that raise a finding at a place; of those that raise it with the same words, one. */
function plansOf(journey: Journey): { plan: Plan; finding: Finding; before: number }[] {
  const seen = new Set<string>();
  return cases
    .filter((one) => placed(one) === placed(journey))
    .flatMap(({ raised: plan }: Case) => {
      const all = findings(plan);
      const finding = all.find(({ id, path }) => id === journey.id && path === journey.at);
      if (finding === undefined || seen.has(finding.message)) return [];
      seen.add(finding.message);
      const alike = all.filter(({ message, severity }) => message === finding.message && severity === finding.severity);
      return [{ plan, finding, before: alike.indexOf(finding) }];
    });
}

test('every finding of these families has its journey, and every journey a finding', () => {
  const journeys = table.flatMap((one) => one.journeys).map(placed);
  expect(journeys).toEqual([...new Set(journeys)]);
  expect(journeys.toSorted()).toEqual([...new Set(cases.map(placed))].toSorted());
});

for (const [part, { screen, journeys }] of table.entries()) {
  test(`findings in ${screen}, part ${part + 1}, are seen where they stand and cleared there`, async ({ page }) => {
    // What Canton's parser says of the files is looked at elsewhere; here it would only take its time, plan for plan.
    await page.route('**/review-worker-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    for (const journey of journeys) {
      for (const { plan, finding, before } of plansOf(journey)) {
        await test.step(`${placed(journey)}: ${finding.message}`, async () => {
          await page.goto(`./#/review/${await encodeLink(plan)}`);
          await arrive(page, finding, before, screen);
          await clear(page, finding, journey);
          await page.getByRole('button', { name: 'Leave it' }).click();
        });
      }
    }
  });
}

/** Follows Review's link to the answer that the finding is about. */
async function arrive(page: Page, { severity, message }: Finding, before: number, screen: Screen): Promise<void> {
  const listed =
    severity === 'error'
      ? main(page).getByRole('button', { name: message })
      : main(page).getByRole('listitem').filter({ hasText: message }).getByRole('button');
  await listed.nth(before).click();
  await expect(openScreen(page)).toContainText(screen);
  await expect(main(page).locator(':focus'), 'the focus has arrived').toHaveCount(1);
  const more = main(page).getByRole('button', { name: /^Findings for/, expanded: false });
  if (screen === 'Nodes' && severity !== 'error') await more.click();
}

/** Sees the message, does what clears it, and sees it gone. */
async function clear(page: Page, { path, message, fix }: Finding, { way }: Journey): Promise<void> {
  const anywhere = main(page).getByText(message).filter({ visible: true });
  await expect(anywhere.first()).toBeVisible();
  // Other answers may have the same said of them.
  const atField = fieldAt(page, path).getByText(message).filter({ visible: true });
  const said = (await atField.count()) > 0 ? atField : anywhere;
  if (fix === undefined) {
    expect(way, 'a finding without a button is cleared in another way').toBeDefined();
    await way?.(page, path);
  } else {
    await besides(page, message, fix.label).click();
    await expect(main(page).locator(':focus'), 'the focus is not lost').toHaveCount(1);
  }
  await expect(said).toHaveCount(0);
}

/** The button of a finding: in the smallest part of the page that has both. */
function besides(page: Page, message: string, label: string): Locator {
  const button = page.getByRole('button', { name: label });
  return main(page).locator('div, li').filter({ hasText: message }).filter({ has: button }).last().getByRole('button', {
    name: label,
  });
}
