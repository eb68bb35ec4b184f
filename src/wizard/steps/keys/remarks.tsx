import { groupedFindings } from '../../grouped';
import { Groups } from '../../groups';
import type { Placed } from '../../scope';
import { useFindings } from '../../use-findings';
import type { AnswerLine } from './answer-line';

/** What is said about the answers besides the errors at their fields, gathered: most of it holds for many nodes. */
export function Remarks({ nodes, lines }: { nodes: readonly Placed[]; lines: readonly AnswerLine[] }) {
  const findings = useFindings();
  const groups = groupedFindings(
    findings,
    nodes,
    (answer, { severity }) => severity !== 'error' && lines.some((line) => line.answer === answer),
  );
  return <Groups groups={groups} nameless={nodes.length === 1} />;
}
