import type { Outline } from '../core/emit/artefact';
import { outline } from '../core/emit/emit';
import type { Plan } from '../core/plan/plan';

/** The answer for the plan in view: several parts of the page ask one after the other. */
let last: { readonly plan: Plan; readonly files: readonly Outline[] } | undefined;

/** Which files a plan comes to. A plan is never changed in place, so they are counted once. */
export function outlineOf(plan: Plan): readonly Outline[] {
  if (last?.plan !== plan) last = { plan, files: outline(plan) };
  return last.files;
}
