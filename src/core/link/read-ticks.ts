import { Ticks } from '../plan/ticks';
import type { Decoded } from './decoded';

/**
 * Adds what is done of the runbook to a plan that was opened. Ticks that can't be read are no reason to refuse a plan:
 * they are left out, and it is said.
 * @param ticks as they stood beside the plan; nothing where none did
 */
export function withTicks(decoded: Decoded, ticks: unknown): Decoded {
  if (decoded.type === 'failure' || ticks === undefined) return decoded;
  const read = Ticks.safeParse(ticks);
  if (read.success) return { ...decoded, ticks: read.data };
  return {
    ...decoded,
    notices: [...decoded.notices, { message: 'What was ticked off in the runbook could not be read.' }],
  };
}
