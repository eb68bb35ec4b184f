import type { Path, Plan } from '../plan/plan';
import type { Ticks } from '../plan/ticks';

/** Something in a link or a file that could not be taken as it was, and what happened to it: a sentence for the screen. */
export type Notice = { readonly path?: Path; readonly message: string };

/** Why nothing could be opened, and what to do about it. */
export type Failure = {
  readonly reason: 'too-long' | 'not-ours' | 'damaged' | 'newer' | 'unreadable';
  readonly message: string;
};

/** What came out of a link or a `plan.json`: a plan that the schema accepts, or the reason why there is none. */
export type Decoded =
  | {
      readonly type: 'plan';
      readonly plan: Plan;
      readonly notices: readonly Notice[];
      /** What is done of its runbook, where the link or the file tells. */
      readonly ticks?: Ticks;
    }
  | { readonly type: 'failure'; readonly failure: Failure };

export function failed(reason: Failure['reason'], message: string): Decoded {
  return { type: 'failure', failure: { reason, message } };
}
