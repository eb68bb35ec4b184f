import { observedCustody } from '../core/plan/observed';
import type { ObservedNode } from '../core/plan/task';

/** What a node that was seen is called on screen. */

const modes = { external: 'external keys', envelope: 'envelope encryption', none: 'no KMS' } as const;

/** Where a node's keys live, told by the keys themselves. */
export function modeOf(node: ObservedNode): string {
  const custody = observedCustody(node);
  return custody === undefined ? 'no key, so no mode to see' : modes[custody];
}
