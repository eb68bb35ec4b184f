import type { PasteProblem } from '../core/plan/paste-nodes';

const shown = 50;

/** The lines of a pasted text that could not be taken, by their numbers. */
export function PasteProblems({ problems }: { problems: readonly PasteProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className="max-h-48 overflow-auto text-small text-error">
      {problems.slice(0, shown).map((problem) => (
        <li key={problem.line}>
          Line {problem.line}: {problem.message}
        </li>
      ))}
      {problems.length > shown && <li>and {problems.length - shown} more</li>}
    </ul>
  );
}
