import type { Outline } from '../core/emit/artefact';
import { outline } from '../core/emit/emit';
import type { Plan } from '../core/plan/plan';

/**
 * The answer for the plan as it was a moment ago: several parts of the page ask for it while the file in view is already
 * written from the newest one, so what the emitter remembers is another plan's.
 */
let last: { readonly plan: Plan; readonly files: readonly Outline[] } | undefined;

/** Which files a plan comes to. A plan is never changed in place, so they are counted once. */
export function outlineOf(plan: Plan): readonly Outline[] {
  if (last?.plan !== plan) last = { plan, files: outline(plan) };
  return last.files;
}
