import { z } from './z';

/**
 * What is done of a runbook: the steps that were ticked off, each for a node by its name, or once for all. They stand
 * beside the plan and never in it: progress changes no answer and no file.
 */
export const Ticks = z.array(z.string().check(z.maxLength(300))).check(z.maxLength(50_000));
export type Ticks = readonly string[];

/** How a tick is written down. */
export function tickOf(step: string, node: string | undefined): string {
  return node === undefined ? step : `${step}/${node}`;
}
