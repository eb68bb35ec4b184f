import type { Path, Plan } from '../plan/plan';
import type { Fix } from './finding';

/** What a key is for: it wraps a node's keys from its first start on, is to do so, or is one of the node's own keys. */
export type KeyUse = 'wrapper' | 'new-wrapper' | 'node-key';

/** An id of a key in a KMS, and where it stands. */
export type KeyPlace = {
  readonly id: string;
  readonly path: Path;
  /** The KMS that is asked for it. */
  readonly kmsIndex: number;
  readonly use: KeyUse;
  /** Writes another id into its place. */
  readonly put: (plan: Plan, id: string) => Plan;
};

/** Writes the id in another form. */
export function rewrite(place: KeyPlace, id: string): Fix {
  return { label: `Write ${id}`, apply: (plan) => place.put(plan, id) };
}

type Outcome = { readonly why: string; readonly log: string };

/** What happens to who asks the KMS for a key that it doesn't find. */
export const notFound: Record<KeyUse, Outcome> = {
  wrapper: { why: 'The node ends while starting.', log: 'KmsCannotFindKeyError' },
  'new-wrapper': { why: 'The rotation fails and changes nothing.', log: 'WRAPPER_KEY_NOT_EXIST_ERROR' },
  'node-key': {
    why: "The script stops where it registers the key. Only the node's log says why: the console calls it security-sensitive.",
    log: 'KmsGetPublicKeyError',
  },
};
