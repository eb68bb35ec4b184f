import type { Path } from '../../../core/plan/plan';
import type { Finding } from '../../../core/rules/finding';
import { FindingBlock } from '../../finding';
import { useFindings } from '../../use-findings';
import { nodeWords } from '../../words';
import { type Placed, someNames } from './scope';

/**
 * What is said about answers of the other nodes in the scope: the fields show the findings of the first node, and here
 * stand those that only others have, each once with the names of the nodes it is about.
 */
export function Elsewhere({ nodes, answer }: { nodes: readonly Placed[]; answer: string }) {
  const findings = useFindings();
  const [first, ...others] = nodes;
  if (first === undefined || others.length === 0) return null;
  const isAt = (path: Path, index: number) =>
    path === `nodes.${index}.${answer}` || path.startsWith(`nodes.${index}.${answer}.`);
  const shown = new Set(findings.filter(({ path }) => isAt(path, first.index)).map(textOf));
  const named = new Map(others.map(({ index, node }) => [String(index), nodeWords(node, index)]));
  const groups = new Map<string, { finding: Finding; names: string[] }>();
  for (const finding of findings) {
    const index = /^nodes\.(\d+)\./.exec(finding.path)?.[1];
    const name = index === undefined ? undefined : named.get(index);
    if (name === undefined || !isAt(finding.path, Number(index)) || shown.has(textOf(finding))) continue;
    const group = groups.get(textOf(finding));
    if (group === undefined) groups.set(textOf(finding), { finding, names: [name] });
    else if (!group.names.includes(name)) group.names.push(name);
  }
  return [...groups].map(([text, { finding, names }]) => (
    <div key={text}>
      <p className="mb-1 text-small font-semibold">{someNames(names)}:</p>
      <FindingBlock finding={finding} />
    </div>
  ));
}

function textOf(finding: Finding): string {
  return `${finding.id} ${finding.message}`;
}
