import { isStopped, type Outline } from '../core/emit/artefact';
import { outline } from '../core/emit/emit';
import type { Path, Plan } from '../core/plan/plan';
import type { Finding } from '../core/rules/finding';
import { touchedNodes } from './stopped';

/** The files a plan comes to, and what errors do to them. */
export type FilesSeen = {
  readonly files: readonly Outline[];
  /** The nodes, as indices, whose answers have errors. */
  readonly touched: ReadonlySet<number>;
  /** The files that must not leave the page. */
  readonly stopped: readonly Outline[];
};

/**
 * What is wrong with the plan that was looked at last, and which files it comes to. Everything it hands out stays the
 * same object as long as it says the same, so that only what has something new to show renders again. Shaped for
 * `useSyncExternalStore`.
 */
export type FindingsStore = {
  readonly plan: () => Plan;
  readonly all: () => readonly Finding[];
  readonly errors: () => readonly Finding[];
  readonly at: (path: Path) => readonly Finding[];
  readonly files: () => FilesSeen;
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
        finding.path === other.path &&
        finding.severity === other.severity &&
        finding.message === other.message &&
        finding.why === other.why &&
        finding.fix?.label === other.fix?.label
      );
    })
  );
}

/** A store over a function that judges plans. */
export function createFindingsStore(plan: Plan, rules: (plan: Plan) => readonly Finding[]): FindingsStore {
  let seen = plan;
  let all = rules(plan);
  let errors = errorsIn(all);
  let byPath = group(all, new Map());
  let files = filesOf(plan, errors);
  const listeners = new Set<() => void>();
  return {
    plan: () => seen,
    all: () => all,
    errors: () => errors,
    at: (path) => byPath.get(path) ?? none,
    files: () => files,
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
      if (!sameSaying(found, all)) all = found;
      const wrong = errorsIn(found);
      if (!sameSaying(wrong, errors)) errors = wrong;
      const written = filesOf(next, wrong);
      if (!sameFiles(written, files)) files = written;
      for (const listener of [...listeners]) listener();
    },
  };
}

function errorsIn(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.severity === 'error');
}

function filesOf(plan: Plan, errors: readonly Finding[]): FilesSeen {
  const files = outline(plan);
  const touched = touchedNodes(plan, errors);
  return { files, touched, stopped: files.filter((file) => isStopped(file, touched)) };
}

function sameFiles(a: FilesSeen, b: FilesSeen): boolean {
  return (
    sameItems([...a.touched], [...b.touched]) &&
    a.files.length === b.files.length &&
    a.files.every((file, index) => {
      const other = b.files[index];
      return (
        other !== undefined &&
        file.id === other.id &&
        file.path === other.path &&
        file.purpose === other.purpose &&
        sameItems(file.nodes, other.nodes)
      );
    })
  );
}

function sameItems(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
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
