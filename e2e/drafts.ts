import type { Page } from '@playwright/test';
import { newKms, newPlan } from '../src/core/plan/defaults';
import type { Plan } from '../src/core/plan/plan';

/** Plans that are told apart by their region, and the draft that the browser keeps. */

export const region = (page: Page) => page.getByRole('combobox', { name: 'Region' });

export async function planWith(region: string, change: (plan: Plan) => Plan = (plan) => plan): Promise<Plan> {
  const aws = newKms('aws', 'kms1');
  if (aws.type !== 'aws') throw new Error('an AWS KMS');
  return change({ ...newPlan(), name: 'theirs', kms: [{ ...aws, region }] });
}

export const stored = (page: Page) => page.evaluate(() => localStorage.getItem('canton-kms-wizard.draft') ?? '');
