import type { Outline } from '../core/emit/artefact';
import { outline } from '../core/emit/emit';
import type { Plan } from '../core/plan/plan';

/** A plan is never changed in place, so its files are counted once, however many parts of the page ask. */
const known = new WeakMap<Plan, readonly Outline[]>();

/** Which files a plan comes to. */
export function outlineOf(plan: Plan): readonly Outline[] {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const files = outline(plan);
  known.set(plan, files);
  return files;
}
