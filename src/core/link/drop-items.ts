import type { z } from '../plan/z';
import type { Notice } from './decoded';
import { childOf, valueAt } from './place';
import { noticeAt, shown } from './wording';

/**
 * Takes out the items of lists that are no items at all: a number among the nodes, a scheme that nobody knows. An item
 * with a wrong field inside stays; its field is repaired.
 */
export function dropItems(raw: unknown, issues: readonly z.core.$ZodIssue[]): Notice[] {
  const notices: Notice[] = [];
  const broken = new Map<unknown[], Set<number>>();
  for (const { code, path } of issues) {
    const list = valueAt(raw, path.slice(0, -1));
    const index = path.at(-1);
    if (code === 'unrecognized_keys' || typeof index !== 'number' || !Array.isArray(list)) continue;
    const indices = broken.get(list) ?? new Set();
    broken.set(list, indices.add(index));
    const { message } = noticeAt(path, `${shown(childOf(list, index))} can't be used and was left out.`);
    // Where it stood, something else stands now.
    notices.push({ path: path.slice(0, -1).join('.'), message });
  }
  for (const [list, indices] of broken) {
    list.splice(0, list.length, ...list.filter((_item, index) => !indices.has(index)));
  }
  return notices;
}
