import type { Path } from '../core/plan/plan';
import type { Finding, Fix } from '../core/rules/finding';
import type { Placed } from './scope';
import { nodeWords } from './words';

/** One thing that is said about several nodes: once, with the names of those it is about. */
export type Group = { readonly names: readonly string[]; readonly finding: Finding };

/**
 * Gathers what says the same about several nodes. A group's fix does what the single fixes do, for all of them.
 * @param wants which findings, by the part of their path behind `nodes.3.`
 */
export function groupedFindings(
  findings: readonly Finding[],
  nodes: readonly Placed[],
  wants: (answer: Path, finding: Finding) => boolean,
): Group[] {
  const named = new Map(nodes.map(({ index, node }) => [String(index), nodeWords(node, index)]));
  const groups = new Map<string, { names: string[]; all: Finding[] }>();
  for (const finding of findings) {
    const [, index = '', answer = ''] = /^nodes\.(\d+)\.(.+)$/.exec(finding.path) ?? [];
    const name = named.get(index);
    if (name === undefined || !wants(answer, finding)) continue;
    const text = textOf(finding);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, { names: [name], all: [finding] });
    else {
      group.all.push(finding);
      if (!group.names.includes(name)) group.names.push(name);
    }
  }
  return [...groups.values()].flatMap(({ names, all }) => {
    const [first] = all;
    return first === undefined ? [] : [{ names, finding: merged(first, all) }];
  });
}

/** What makes two findings say the same. */
export function textOf(finding: Finding): string {
  return `${finding.id} ${finding.message}`;
}

function merged(first: Finding, all: readonly Finding[]): Finding {
  const fixes = all.flatMap(({ fix }) => fix ?? []);
  if (first.fix === undefined || fixes.length < 2) return first;
  const fix: Fix = {
    label: `${first.fix.label}, for all ${fixes.length}`,
    apply: (plan) => fixes.reduce((before, { apply }) => apply(before), plan),
  };
  return { ...first, fix };
}
