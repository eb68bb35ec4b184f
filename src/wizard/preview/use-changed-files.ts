import { useMemo, useState } from 'react';
import { emit } from '../../core/emit/emit';
import { planDigest } from '../../core/plan/digest';
import type { Plan } from '../../core/plan/plan';
import { useJudgedPlan } from '../use-findings';

/** With more nodes than these, writing all files for a mark on a tab would cost more than the mark is worth. */
const most = 20;

/** What each file says by its id, without comments and without the digest, which changes with every answer. */
export function contentsOf(plan: Plan): ReadonlyMap<string, string> {
  if (plan.nodes.length > most) return new Map();
  const digest = planDigest(plan);
  const said = emit(plan).map(({ id, lines }) => {
    const tokens = lines.map((line) => line.filter(({ kind }) => kind !== 'comment').map(({ text }) => text));
    return [
      id,
      tokens
        .map((texts) => texts.join(''))
        .join('\n')
        .replaceAll(digest, ''),
    ] as const;
  });
  return new Map(said);
}

/** What a person has seen of each file: the one in view as it is now, another as it was, a new one from its start. */
export function seenNow(
  seen: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  inView: string,
): ReadonlyMap<string, string> {
  return new Map([...now].map(([id, text]) => [id, id === inView ? text : (seen.get(id) ?? text)]));
}

/** The files that have changed since they were last in view, a moment after each keystroke. */
export function useChangedFiles(inView: string): ReadonlySet<string> {
  const plan = useJudgedPlan();
  const now = useMemo(() => contentsOf(plan), [plan]);
  const [seen, setSeen] = useState(now);
  const next = seenNow(seen, now, inView);
  if (next.size !== seen.size || [...next].some(([id, text]) => seen.get(id) !== text)) setSeen(next);
  return new Set([...now].flatMap(([id, text]) => (next.get(id) === text ? [] : [id])));
}
