import { withWrapperKey } from '../plan/edit';
import type { Path } from '../plan/plan';
import { changeNode } from './change';
import type { Fix } from './finding';

/** A wrapper key's id, and where it stands. */
export type KeyPlace = { readonly id: string; readonly path: Path; readonly index: number; readonly kmsIndex: number };

/** Writes the id in another form. */
export function rewrite(index: number, id: string): Fix {
  return {
    label: `Write ${id}`,
    apply: (plan) => changeNode(plan, index, (node) => withWrapperKey(node, { type: 'given', id })),
  };
}
