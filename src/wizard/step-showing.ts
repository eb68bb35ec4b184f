import type { Path, Plan } from '../core/plan/plan';
import { type StepId, stepOf } from './steps';

/** The consent to settings that Canton guards: it is asked for beside whatever needs it. */
const consent: Path = 'nonStandardConfig';

/** The KMS beside whose setting the consent is asked for, by its place in the plan; -1 for none. */
function kmsAskingForConsent(plan: Plan): number {
  return plan.kms.findIndex((kms) => kms.type === 'aws' && kms.disableSslVerification);
}

/** The step in which a plan shows the field of an answer. */
export function stepShowing(plan: Plan, path: Path): StepId {
  if (path !== consent) return stepOf(path, plan);
  return kmsAskingForConsent(plan) === -1 ? 'mode' : 'provider';
}

/** The KMS whose fields hold an answer, by its place in the plan; one that isn't there for any other answer. */
export function kmsShowing(plan: Plan, path: Path | undefined): number {
  if (path === consent) return kmsAskingForConsent(plan);
  return Number(/^kms\.(\d+)/.exec(path ?? '')?.[1] ?? Number.NaN);
}
