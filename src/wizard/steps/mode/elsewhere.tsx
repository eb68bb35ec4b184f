import { groupedFindings, textOf } from '../../grouped';
import { Groups } from '../../groups';
import type { Placed } from '../../scope';
import { useFindings } from '../../use-findings';
import type { NodeAnswer } from './node-answers';

/**
 * What is said about an answer of the other nodes in the scope: its fields show the findings of the first node, and here
 * stand those that only others have. Where the nodes don't `agree` there are no fields, so everything stands here.
 */
export function Elsewhere(props: { nodes: readonly Placed[]; answer: NodeAnswer; but?: string; agree?: boolean }) {
  const { nodes, answer, but, agree = true } = props;
  const findings = useFindings();
  const withFields = agree ? nodes.slice(0, 1) : [];
  const others = agree ? nodes.slice(1) : nodes;
  if (others.length === 0) return null;
  const within = (path: string, part: string) => path === part || path.startsWith(`${part}.`);
  const wanted = (path: string) => within(path, answer) && (but === undefined || !within(path, but));
  const shown = new Set(groupedFindings(findings, withFields, wanted).map(({ finding }) => textOf(finding)));
  return (
    <Groups
      groups={groupedFindings(findings, others, (path, finding) => wanted(path) && !shown.has(textOf(finding)))}
    />
  );
}
