import { FindingBlock } from '../../finding';
import { useFindings } from '../../use-findings';
import { type Group, groupedFindings, textOf } from './grouped';
import { type NodeAnswer, type Placed, someNames } from './scope';

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

/** Findings under the names of the nodes they are about; without names where there is but one node. */
export function Groups({ groups, nameless = false }: { groups: readonly Group[]; nameless?: boolean }) {
  return groups.map(({ names, finding }) => (
    <div key={textOf(finding)}>
      {!nameless && <p className="mb-1 text-small font-semibold">{someNames(names)}:</p>}
      <FindingBlock finding={finding} />
    </div>
  ));
}
