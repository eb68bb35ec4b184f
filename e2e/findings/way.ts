import type { Locator, Page } from '@playwright/test';
import type { Path } from '../../src/core/plan/plan';
import { goTo, type StepName } from '../bundle';
import { paste } from '../inventory';

/** What an operator does about a finding that has no button of its own, on the screen where it is seen. */
export type Way = (page: Page, at: Path) => Promise<void>;

/** A finding, where it stands in the plan, and how it is cleared: by its own button, or the way named here. */
export type Journey = { readonly id: string; readonly at: Path; readonly way?: Way };

/** The screens that show findings. */
export type Screen = Exclude<StepName, 'Review'>;

export type ScreenJourneys = { readonly screen: Screen; readonly journeys: readonly Journey[] };

export const main = (page: Page) => page.getByRole('main');

/** The field of an answer. */
export function fieldAt(page: Page, path: Path): Locator {
  return main(page).locator(`[data-path="${path}"]`);
}

/** Writes another answer into the field. */
export function type(text: string): Way {
  return (page, at) => typeAt(page, at, text);
}

/** Writes answers into fields, by the ends of their paths behind what the findings' paths have in common. */
export function typeAll(texts: Readonly<Record<string, string>>): Way {
  return async (page, at) => {
    const group = at.slice(0, at.lastIndexOf('.'));
    for (const [answer, text] of Object.entries(texts)) await typeAt(page, `${group}.${answer}`, text);
  };
}

function typeAt(page: Page, path: Path, text: string): Promise<void> {
  return fieldAt(page, path).getByRole('textbox').fill(text);
}

/** Takes another choice in the field, or in the one named. */
export function choose(option: string, path?: Path): Way {
  return async (page, at) => {
    await fieldAt(page, path ?? at)
      .getByRole('combobox')
      .selectOption(option);
  };
}

export function pick(radio: RegExp): Way {
  return (page) => main(page).getByRole('radio', { name: radio }).check();
}

export function tick(box: RegExp): Way {
  return (page) => main(page).getByRole('checkbox', { name: box }).check();
}

export function untick(box: RegExp): Way {
  return (page) => main(page).getByRole('checkbox', { name: box }).uncheck();
}

export function press(button: RegExp): Way {
  return (page) => main(page).getByRole('button', { name: button }).click();
}

/** Goes to another screen, does something there, and comes back to look. */
export function elsewhere(there: Screen, here: Screen, way: Way): Way {
  return async (page, at) => {
    await goTo(page, there);
    await way(page, at);
    await goTo(page, here);
  };
}

/** Pastes what the inventory script prints today. */
export function pasteInventory(text: string): Way {
  return async (page) => {
    await main(page).getByLabel('What the script printed').focus();
    await paste(page, text);
    await main(page)
      .getByRole('button', { name: /^Take over \d/ })
      .click();
  };
}

/** Adds a node in the step that lists them. */
export const addNode: Way = async (page) => {
  await main(page).getByLabel('Name of a new node').fill('bank1');
  await page.keyboard.press('Enter');
};

/** The step that is open, in the list of steps. */
export function openScreen(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Steps' }).locator('[aria-current="step"]');
}
