import type { Source } from '../canton/sources';
import type { Path, Plan } from '../plan/plan';

/** An error stops the download of what it touches; the others inform. */
export type Severity = 'error' | 'security' | 'warning' | 'note';
export const severities = ['error', 'security', 'warning', 'note'] as const satisfies readonly Severity[];

export type Fix = {
  /** What the button does, in the words of the button: "Create keys as multi-region". */
  readonly label: string;
  readonly apply: (plan: Plan) => Plan;
};

/** One thing that would go wrong, at the place where its cause stands. */
export type Finding = {
  /** Stable kebab-case name of the rule. */
  readonly id: string;
  readonly severity: Severity;
  readonly path: Path;
  /** What is wrong, in one line. */
  readonly message: string;
  /** What would happen on the node, and the way out. */
  readonly why: string;
  readonly source: Source;
  /** The text an operator would find in the node's log, where it was seen. */
  readonly log?: string;
  readonly fix?: Fix;
};

/** A family of findings: a pure look at the whole plan. */
export type Rule = (plan: Plan) => readonly Finding[];
