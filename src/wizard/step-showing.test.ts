import { describe, expect, it } from 'vitest';
import { newKms, newPlan } from '../core/plan/defaults';
import type { Plan } from '../core/plan/plan';
import { kmsShowing, stepShowing } from './step-showing';

const aws = newKms('aws', 'kms1');
const unchecked = { ...newKms('aws', 'kms2'), disableSslVerification: true };
const plan = (...kms: Plan['kms']): Plan => ({ ...newPlan(), nonStandardConfig: true, kms });

describe('the field of the consent to non-standard settings', () => {
  it('stands beside the KMS that needs it', () => {
    expect(stepShowing(plan(aws, unchecked), 'nonStandardConfig')).toBe('provider');
    expect(kmsShowing(plan(aws, unchecked), 'nonStandardConfig')).toBe(1);
  });

  it('else stands in Mode, with the session keys or alone', () => {
    expect(stepShowing(plan(aws), 'nonStandardConfig')).toBe('mode');
    expect(stepShowing(plan(newKms('driver', 'kms1')), 'nonStandardConfig')).toBe('mode');
  });

  it('moves no other answer', () => {
    expect(stepShowing(plan(unchecked), 'kms.0.region')).toBe('provider');
    expect(kmsShowing(plan(aws, unchecked), 'kms.1.region')).toBe(1);
    expect(kmsShowing(plan(aws), 'nodes.0.name')).toBeNaN();
  });
});
