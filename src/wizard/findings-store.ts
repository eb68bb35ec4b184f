import type { Path, Plan } from '../core/plan/plan';
import type { Finding } from '../core/rules/finding';

/** What is wrong with the plan in view, picked by place. Shaped for `useSyncExternalStore`. */
export type FindingsStore = {
  readonly all: () => readonly Finding[];
  /** The findings at one path; the same array as long as they say the same. */
  readonly at: (path: Path) => readonly Finding[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Looks at a plan and tells the listeners, unless it is the plan seen last. */
  readonly judge: (plan: Plan) => void;
};

const none: readonly Finding[] = [];

function sameSaying(a: readonly Finding[], b: readonly Finding[]): boolean {
  return (
    a.length === b.length &&
    a.every((finding, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        finding.id === other.id &&
        finding.severity === other.severity &&
        finding.message === other.message &&
        finding.why === other.why &&
        finding.fix?.label === other.fix?.label
      );
    })
  );
}

/** A store over a function that judges plans. Fields render again only when what is said about them changes. */
export function createFindingsStore(plan: Plan, rules: (plan: Plan) => readonly Finding[]): FindingsStore {
  let seen = plan;
  let all = rules(plan);
  let byPath = group(all, new Map());
  const listeners = new Set<() => void>();
  return {
    all: () => all,
    at: (path) => byPath.get(path) ?? none,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    judge(next) {
      if (next === seen) return;
      seen = next;
      const found = rules(next);
      byPath = group(found, byPath);
      if (found.every((finding, index) => all[index]?.path === finding.path) && sameSaying(found, all)) return;
      all = found;
      for (const listener of [...listeners]) listener();
    },
  };
}

function group(findings: readonly Finding[], before: ReadonlyMap<Path, readonly Finding[]>) {
  const groups = new Map<Path, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.path);
    if (group === undefined) groups.set(finding.path, [finding]);
    else group.push(finding);
  }
  const kept = new Map<Path, readonly Finding[]>();
  for (const [path, found] of groups) {
    const known = before.get(path);
    kept.set(path, known !== undefined && sameSaying(found, known) ? known : found);
  }
  return kept;
}
