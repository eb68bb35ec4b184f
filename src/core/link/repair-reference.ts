import { isObject } from '../plan/json-object';
import type { Notice } from './decoded';
import { childOf, valueAt } from './place';
import { noticeAt, shown } from './wording';

/**
 * Puts right what the plan's schema checks across values, in a plan whose values are all right: each KMS has an id of
 * its own, and a node names a KMS that is there.
 */
export function repairReference(raw: unknown, path: readonly PropertyKey[]): Notice[] {
  const kms = childOf(raw, 'kms');
  if (!Array.isArray(kms) || path.at(-1) !== 'kms') return [];
  return path.length === 1 ? renameTwins(kms) : takeFirstKms(raw, kms, path);
}

function renameTwins(kms: readonly unknown[]): Notice[] {
  const used = new Set(kms.map((one) => childOf(one, 'id')));
  const seen = new Set<unknown>();
  const notices: Notice[] = [];
  kms.forEach((one, index) => {
    const id = childOf(one, 'id');
    if (isObject(one) && seen.has(id)) {
      one.id = freeId(used);
      used.add(one.id);
      notices.push(noticeAt(['kms', index], `has the id of another one; nodes that name ${shown(id)} use the first.`));
    }
    seen.add(id);
  });
  return notices;
}

function freeId(used: ReadonlySet<unknown>): string {
  let number = 1;
  while (used.has(`kms${number}`)) number++;
  return `kms${number}`;
}

function takeFirstKms(raw: unknown, kms: readonly unknown[], path: readonly PropertyKey[]): Notice[] {
  const custody = valueAt(raw, path.slice(0, -1));
  if (!isObject(custody)) return [];
  const { kms: gone } = custody;
  custody.kms = childOf(kms[0], 'id');
  return [noticeAt(path, `there is no KMS ${shown(gone)}; the first KMS of the plan was taken instead.`)];
}
