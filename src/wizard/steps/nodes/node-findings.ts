import type { Finding } from '../../../core/rules/finding';

/** What is said about each node, by its place in the plan. A node's list stays the same object while it says the same. */
export type NodeFindings = ReadonlyMap<number, readonly Finding[]>;

/** Whether a finding asks for something: a note only tells. */
export function isProblem(finding: Finding): boolean {
  return finding.severity !== 'note';
}

const ofNode = /^nodes\.(\d+)(?:\.|$)/;

/** Sorts findings to the nodes their paths lead to; those about the plan as a whole are left out. */
export function findingsByNode(findings: readonly Finding[], before: NodeFindings): NodeFindings {
  const groups = new Map<number, Finding[]>();
  for (const finding of findings) {
    const place = ofNode.exec(finding.path)?.[1];
    if (place === undefined) continue;
    const group = groups.get(Number(place));
    if (group === undefined) groups.set(Number(place), [finding]);
    else group.push(finding);
  }
  const kept = new Map<number, readonly Finding[]>();
  for (const [index, found] of groups) {
    const known = before.get(index);
    kept.set(index, known !== undefined && sameSaying(found, known) ? known : found);
  }
  return kept;
}

function sameSaying(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.length === b.length && a.every((finding, at) => says(finding) === says(b[at]));
}

function says(finding: Finding | undefined): string {
  return finding === undefined ? '' : [finding.id, finding.path, finding.message, finding.why].join('\n');
}
